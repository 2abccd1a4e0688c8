import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtIns } from '#lib/catalogue';
import { report } from './measure.js';
import { HEADERS, prepare, startProduct, UNITS } from './post.js';

const PER_SECOND = 200;
const SECONDS = 20;
const WARMING = 5;
const SECRET = 'the-secret-of-the-tool-of-the-bench';
const SOURCE = 'tool';

/** `POST /webhooks/{source}` at 200 deliveries a second, each of them a fact of a unit that follows two models, and how long each takes to become a standing. */
export async function webhooks(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const product = await startProduct(dataDir);
  try {
    await prepare(product.url, ['lithium', 'altimeter']);
    await makeSource(product.url);
    // the first seconds are those of a compiler
    await sent(product.url, WARMING);
    const answered = await sent(product.url, SECONDS);
    const took = await workedOff(product.url);
    report(`POST webhooks, ${PER_SECOND}/s, half answered within`, within(answered, 0.5));
    report('99 of 100 answered within', within(answered, 0.99));
    report('delivery to standing, half within', within(took, 0.5));
    report('99 of 100 within', within(took, 0.99));
  } finally {
    product.child.kill('SIGTERM');
    await product.exited;
    await rm(dataDir, { recursive: true, force: true });
  }
}

function within(figures: readonly number[], share: number): string {
  const sorted = figures.toSorted((a, b) => a - b);
  return `${(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(0)} ms`;
}

async function makeSource(url: string): Promise<void> {
  const rule = {
    ...{ id: 'reached', when: 'event == "reached"', unit: { external: 'payload.unit' } },
    ...{ record: 'achieved', milestone: { cel: 'payload.milestone' }, occurredAt: 'payload.at' },
  };
  const answer = await fetch(`${url}/api/v1/sources/${SOURCE}`, {
    method: 'PUT',
    headers: HEADERS,
    body: JSON.stringify({ kind: 'generic', secret: SECRET, mapping: [rule] }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

let next = 0;

/** Sends one delivery after the other, evenly and whatever the answers take. @returns what each took, in milliseconds */
async function sent(url: string, seconds: number): Promise<readonly number[]> {
  const keys = [...builtIns().dictionary.keys()];
  const began = performance.now();
  const answers: Promise<number>[] = [];
  for (let number = 0; number < seconds * PER_SECOND; number += 1) {
    const early = began + (number * 1000) / PER_SECOND - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const index = next++;
    const at = `2021-${String((index % 12) + 1).padStart(2, '0')}`;
    const milestone = keys[(index * 7) % keys.length];
    answers.push(
      send(url, { type: 'reached', index, unit: `unit-${index % UNITS}`, milestone, at }),
    );
  }
  return Promise.all(answers);
}

async function send(url: string, payload: object): Promise<number> {
  const began = performance.now();
  const answer = await fetch(`${url}/api/v1/webhooks/${SOURCE}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-waymark-token': SECRET },
    body: JSON.stringify(payload),
  });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`A delivery was answered with ${answer.status}.`);
  return performance.now() - began;
}

/** From the arrival of each delivery to the end of its work, in milliseconds; waits for the last one. */
async function workedOff(url: string): Promise<readonly number[]> {
  for (;;) {
    const source = await asked(url, '');
    if (source.health.received === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const took: number[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = await asked(url, `/deliveries?limit=500${at}`);
    for (const { status, receivedAt, workedAt } of page.items) {
      if (status !== 'recorded') throw new Error(`A delivery is ${status}.`);
      took.push(Date.parse(workedAt) - Date.parse(receivedAt));
    }
    cursor = page.next;
  }
  return took;
}

async function asked(url: string, path: string) {
  const answer = await fetch(`${url}/api/v1/sources/${SOURCE}${path}`, { headers: HEADERS });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as {
    readonly health: { readonly received: number };
    readonly items: readonly { status: string; receivedAt: string; workedAt: string }[];
    readonly next: string | null;
  };
}
