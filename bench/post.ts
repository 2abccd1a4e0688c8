import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import autocannon from 'autocannon';
import { builtIns } from '#lib/catalogue';
import { EmbeddedPostgres } from '#lib/platform';
import { bareInserts } from './bare-insert.js';
import { inTurn, median, ratio, report } from './measure.js';

const CONNECTIONS = 64;
/** The embedded server takes 100, and api and worker hold more than half of them. */
const OF_DATABASE = 24;
export const UNITS = 200;
const INSERTS = 20_000;
const REQUESTS = 4_000;
const ROUNDS = 5;
const KEY = 'the-key-of-the-bench-0123456789-0123456789';

/** `POST /units/{unit}/milestones` at 64 connections, standings of nine models included, against a bare INSERT. */
export async function post(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const product = await startProduct(dataDir);
  try {
    await prepare(product.url);
    // the same server that the product uses
    const postgres = await EmbeddedPostgres.attach(dataDir);
    const latencies: number[] = [];
    const [inserts = [], posts = []] = await inTurn(ROUNDS, [
      () => bareInserts(postgres.url, INSERTS, OF_DATABASE),
      () => posted(product.url, latencies),
    ]);
    const perSecond = (figures: readonly number[]) =>
      `${Math.round(median(figures)).toLocaleString('en')} /s`;
    report(`bare autocommit INSERT, ${OF_DATABASE} connections`, perSecond(inserts));
    report(`POST milestones, ${CONNECTIONS} connections`, perSecond(posts));
    report('POST, 99 of 100 answered within', `${median(latencies).toFixed(0)} ms`);
    report('POST ÷ INSERT', ratio(posts, inserts).toFixed(3));
  } finally {
    product.child.kill('SIGTERM');
    await product.exited;
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Starts Waymark on a data dir and waits until it listens. @param variables beside those of this process */
export function startProduct(
  dataDir: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<{ child: ChildProcess; url: string; exited: Promise<unknown> }> {
  const child = spawn(process.execPath, ['apps/launcher/start.mjs'], {
    env: {
      ...process.env,
      ...{ PORT: '0', WAYMARK_DATA_DIR: dataDir, WAYMARK_ADMIN_KEY: KEY },
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('Waymark ended before it listened.')));
    createInterface(child.stdout).on('line', (line) => {
      const url = /^Waymark listens on (http:\S+)$/.exec(line)?.[1];
      if (url) resolve({ child, url, exited });
    });
  });
}

/** Of requests with the administrator’s key. */
export const HEADERS = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' };

/** Registers the units of a bench in a program that follows some models; every one when left out. */
export async function prepare(
  url: string,
  models: readonly string[] = builtIns().models.map(({ id }) => id),
): Promise<void> {
  const units = Array.from({ length: UNITS }, (_, index) => ({
    unit: `unit-${index}`,
    name: `Unit ${index}`,
    kind: 'unit',
    occurredAt: '2020',
  }));
  for (const [method, path, body] of [
    ['PUT', '/program', { name: 'Bench', models }],
    ['POST', '/units', { units }],
  ] as const) {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: HEADERS,
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  }
}

let next = 0;

async function posted(url: string, latencies: number[]): Promise<number> {
  const keys = [...builtIns().dictionary.keys()];
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount: REQUESTS,
    requests: [
      {
        method: 'POST',
        headers: HEADERS,
        setupRequest: (request) => {
          const index = next++;
          const occurredAt = `2021-${String((index % 12) + 1).padStart(2, '0')}`;
          return {
            ...request,
            path: `/api/v1/units/unit-${index % UNITS}/milestones`,
            body: JSON.stringify({ milestone: keys[(index * 7) % keys.length], occurredAt }),
          };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} refused, ${result.errors} broken`);
  }
  latencies.push(result.latency.p99);
  return REQUESTS / result.duration;
}
