import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { builtIns } from '#lib/catalogue';
import { report } from './measure.js';
import { HEADERS, prepare, startProduct, UNITS } from './post.js';

const PER_SECOND = 200;
const SECONDS = 20;
const SECRET = 'the-secret-of-the-tool-of-the-bench';
const SOURCE = 'tool';

/** `POST /webhooks/{source}` at 200 deliveries a second, each of them a fact of a unit that follows two models, and how long each takes to become a standing. */
export async function webhooks(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const product = await startProduct(dataDir);
  try {
    await prepare(product.url, ['lithium', 'altimeter']);
    await makeSource(product.url);
    const { latency } = await sent(product.url);
    const took = (await workedOff(product.url)).toSorted((a, b) => a - b);
    const within = (share: number) => took[Math.ceil(took.length * share) - 1] ?? Number.NaN;
    report(`POST webhooks, ${PER_SECOND}/s, half answered within`, `${latency.p50} ms`);
    report('99 of 100 answered within', `${latency.p99} ms`);
    report('delivery to standing, half within', `${within(0.5)} ms`);
    report('99 of 100 within', `${within(0.99)} ms`);
  } finally {
    product.child.kill('SIGTERM');
    await product.exited;
    await rm(dataDir, { recursive: true, force: true });
  }
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

async function sent(url: string): Promise<autocannon.Result> {
  const keys = [...builtIns().dictionary.keys()];
  let next = 0;
  const result = await autocannon({
    ...{ url, connections: 16, overallRate: PER_SECOND, duration: SECONDS },
    requests: [
      {
        method: 'POST',
        path: `/api/v1/webhooks/${SOURCE}`,
        headers: { 'content-type': 'application/json', 'x-waymark-token': SECRET },
        setupRequest: (request) => {
          const index = next++;
          const at = `2021-${String((index % 12) + 1).padStart(2, '0')}`;
          const unit = `unit-${index % UNITS}`;
          const milestone = keys[(index * 7) % keys.length];
          const payload = { type: 'reached', index, unit, milestone, at };
          return { ...request, body: JSON.stringify(payload) };
        },
      },
    ],
  });
  if (result.non2xx === 0 && result.errors === 0) return result;
  throw new Error(`${result.non2xx} refused, ${result.errors} broken`);
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
