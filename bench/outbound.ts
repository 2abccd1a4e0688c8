import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtIns } from '#lib/catalogue';
import { report } from './measure.js';
import { HEADERS, prepare, startProduct, UNITS } from './post.js';

const FACTS = 2_000;
const PER_SECOND = 20;
const SECONDS = 20;
const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';

/** What subscriptions are sent by a real worker to an endpoint on this machine: how many a second, and how soon after a fact. */
export async function outbound(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const endpoint = await Endpoint.open();
  const product = await startProduct(dataDir, { WAYMARK_OUTBOUND_ALLOW: '127.0.0.1' });
  try {
    await prepare(product.url, ['lithium', 'altimeter']);
    await subscribe(product.url, endpoint.url, 1);
    // the first are those of a compiler
    await batch(product.url, endpoint, 500, 1);
    const took = await evenly(product.url, endpoint);
    report(`fact to endpoint at ${PER_SECOND} facts/s, half within`, within(took, 0.5));
    report('99 of 100 within', within(took, 0.99));
    report('one subscription, deliveries', await batch(product.url, endpoint, FACTS, 1));
    await subscribe(product.url, endpoint.url, 10);
    report('ten subscriptions, deliveries', await batch(product.url, endpoint, FACTS, 10));
  } finally {
    product.child.kill('SIGTERM');
    await product.exited;
    await endpoint.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Takes everything, and notes how long after it was recorded each fact came. */
class Endpoint {
  private readonly took: number[] = [];
  private wanted = Number.POSITIVE_INFINITY;
  private done: () => void = () => undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Endpoint> {
    const server = createServer();
    const endpoint = new Endpoint(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => void chunks.push(chunk));
      request.on('end', () => {
        response.writeHead(204).end();
        endpoint.take(Buffer.concat(chunks).toString());
      });
    });
    await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
    return endpoint;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Resolves with how long each took, in milliseconds, once so many have come. Ask before they are sent. */
  async of(count: number): Promise<readonly number[]> {
    this.took.length = 0;
    this.wanted = count;
    await new Promise<void>((resolve) => {
      this.done = resolve;
    });
    return [...this.took];
  }

  private take(text: string): void {
    const { data } = JSON.parse(text) as { readonly data: { readonly recordedAt: string } };
    this.took.push(Date.now() - Date.parse(data.recordedAt));
    if (this.took.length >= this.wanted) this.done();
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((closed) => this.server.close(closed));
  }
}

/** Makes so many subscriptions to facts. */
async function subscribe(url: string, endpoint: string, count: number): Promise<void> {
  const wish = { url: endpoint, events: ['milestone.achieved'], secret: SECRET };
  for (let number = 0; number < count; number += 1) {
    await sent(url, 'PUT', `/subscriptions/number-${number}`, wish);
  }
}

let next = 0;

/** A fact that was not there before. */
function fact() {
  const keys = [...builtIns().dictionary.keys()];
  const index = next++;
  const time = `2021-${String((index % 12) + 1).padStart(2, '0')}-01T00:00:00Z`;
  return {
    ...{ specversion: '1.0', source: 'urn:bench', id: String(index), time },
    ...{ type: 'waymark.milestone.achieved.v1', subject: `unit-${index % UNITS}` },
    data: { milestone: keys[(index * 7) % keys.length] },
  };
}

/** Records facts at once. @returns how many deliveries a second came of it, from when they are recorded to the last */
async function batch(
  url: string,
  endpoint: Endpoint,
  facts: number,
  subscriptions: number,
): Promise<string> {
  const all = endpoint.of(facts * subscriptions);
  for (let start = 0; start < facts; start += 1_000) {
    const some = Array.from({ length: Math.min(1_000, facts - start) }, fact);
    await sent(url, 'POST', '/events', some, 'application/cloudevents-batch+json');
  }
  const began = performance.now();
  await all;
  const perSecond = (facts * subscriptions * 1_000) / (performance.now() - began);
  return `${Math.round(perSecond).toLocaleString('en')} /s`;
}

/** Records one fact after the other, evenly. @returns what each took to the endpoint, in milliseconds */
async function evenly(url: string, endpoint: Endpoint): Promise<readonly number[]> {
  const count = PER_SECOND * SECONDS;
  const all = endpoint.of(count);
  const began = performance.now();
  const answers: Promise<void>[] = [];
  for (let number = 0; number < count; number += 1) {
    const early = began + (number * 1_000) / PER_SECOND - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    answers.push(sent(url, 'POST', '/events', fact(), 'application/cloudevents+json'));
  }
  await Promise.all(answers);
  return all;
}

async function sent(
  url: string,
  method: string,
  path: string,
  body: object,
  type = 'application/json',
): Promise<void> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { ...HEADERS, 'content-type': type },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  await answer.arrayBuffer();
}

function within(figures: readonly number[], share: number): string {
  const sorted = figures.toSorted((a, b) => a - b);
  return `${(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN).toFixed(0)} ms`;
}
