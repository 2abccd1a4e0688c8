import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { Access, AuditTrail, FairGate, Guessing, Keys, Rates } from '#lib/access';
import { builtIns } from '#lib/catalogue';
import { Database, EmbeddedPostgres, migrate, systemClock } from '#lib/platform';
import { GATES as PRODUCTS } from '../apps/api/src/http/guard/turns.js';
import { median, milliseconds, ratio, report } from './measure.js';

const PROGRAM = 'bench';
const UNITS = 200;
const CONNECTIONS = 256;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3);
const ASKED_S = 8;
/** What the api is started with: the product’s turns, and none. `BENCH_GATES=32,24/16,12/0` tries others. */
const GATES = process.env.BENCH_GATES?.split('/') ?? [undefined, '0'];

/** What the one who does not flood met, in milliseconds, and how much the one who does was answered. */
interface Met {
  readonly median: number;
  readonly p99: number;
  readonly floodPerSecond: number;
}

const NOBODY: Met = { median: 0, p99: 0, floodPerSecond: 0 };

/**
 * One key floods with recordings over 256 connections, while another asks and records one after the
 * other: what the other meets, against what it meets alone; with turns and without.
 */
export async function fairness(): Promise<void> {
  await tellCost();
  const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const postgres = await EmbeddedPostgres.start(folder);
  await migrate(postgres.url);
  const database = new Database(postgres.url);
  try {
    const [flooding, other] = [await newKey(database), await newKey(database)];
    const arms = new Map<string, Met[]>();
    const note = (name: string, met: Met) => arms.set(name, [...(arms.get(name) ?? []), met]);
    for (let round = 0; round < ROUNDS; round++) {
      for (const turns of GATES) {
        const name = turns === undefined ? 'with turns' : turns === '0' ? 'without' : turns;
        const api = await startApi({ folder, url: postgres.url, turns });
        try {
          if (round === 0 && turns === GATES[0]) await prepare(api.url, flooding);
          await met(api.url, { other });
          note(`${name}: alone`, await met(api.url, { other }));
          const floodPerSecond = await flooded(api.url, flooding);
          note(`${name}: only the flood`, { ...NOBODY, floodPerSecond });
          note(`${name}: flooded`, await met(api.url, { other, flooding }));
        } finally {
          await api.stop();
        }
      }
    }
    tell(arms);
  } finally {
    await database.close();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What counting a request and giving it its turn costs when nobody waits. */
async function tellCost(): Promise<void> {
  const times = 100_000;
  const [gate, rates, guessing] = [new FairGate(PRODUCTS.usual), new Rates(), new Guessing()];
  const each = async (work: () => unknown) => {
    const took = await milliseconds(async () => {
      for (let n = 0; n < times; n++) await work();
    });
    return `${((took / times) * 1000).toFixed(1)} µs`;
  };
  const turn = async () => {
    const leave = await gate.enter('a');
    if (typeof leave === 'function') leave();
  };
  const count = async () => {
    guessing.waitFor('127.0.0.1', 'Bearer wmk_');
    guessing.right('Bearer wmk_');
    await rates.take('a', 1_000_000);
  };
  for (const warm of [turn, count]) await each(warm);
  report('a turn when nobody waits', await each(turn));
  report('counting a request', await each(count));
}

function tell(arms: ReadonlyMap<string, readonly Met[]>): void {
  const of = (name: string, figure: keyof Met) => (arms.get(name) ?? []).map((one) => one[figure]);
  for (const name of arms.keys()) {
    const figure = (which: keyof Met) => median(of(name, which)).toFixed(1);
    const [turns = '', what] = name.split(': ');
    if (what !== 'only the flood') {
      report(name, `median ${figure('median')} ms, 99 of 100 within ${figure('p99')} ms`);
    }
    if (what === 'alone') continue;
    if (what === 'flooded') {
      const times = (which: keyof Met) => ratio(of(name, which), of(`${turns}: alone`, which));
      const [middle, most] = [times('median').toFixed(1), times('p99').toFixed(1)];
      report('  ÷ alone', `median ${middle}, 99 of 100 ${most}`);
    }
    const without = of(`without: ${what}`, 'floodPerSecond');
    const share = without.length > 0 ? ratio(of(name, 'floodPerSecond'), without) : 1;
    const answered = `${figure('floodPerSecond')} /s, ${share.toFixed(2)} of that without turns`;
    report(`${turns}: the flood${what === 'flooded' ? '' : ' by itself'}, answered`, answered);
  }
}

/** Asks for some seconds, a standing and a recording in turn. */
async function met(
  url: string,
  { other, flooding }: { readonly other: string; readonly flooding?: string },
): Promise<Met> {
  const flood = flooding === undefined ? undefined : startFlood(url, flooding);
  const took: number[] = [];
  // the flood has to come to its height first
  const from = performance.now() + (flood ? 2_000 : 0);
  const until = from + ASKED_S * 1_000;
  for (let index = 0; performance.now() < until; index++) {
    const began = performance.now();
    await asked(url, other, index);
    if (began >= from) took.push(performance.now() - began);
  }
  const floodPerSecond = flood ? await flood() : 0;
  const sorted = [...took].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  return { median: at(0.5), p99: at(0.99), floodPerSecond };
}

/** How many of a flood are answered a second while nobody else asks. */
async function flooded(url: string, key: string): Promise<number> {
  const flood = startFlood(url, key);
  await new Promise((resolve) => setTimeout(resolve, ASKED_S * 1_000));
  return flood();
}

async function asked(url: string, key: string, index: number): Promise<void> {
  const unit = `unit-${(index * 13) % UNITS}`;
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const answer =
    index % 2 === 0
      ? await fetch(`${url}/api/v1/units/${unit}/standings`, { headers })
      : await fetch(`${url}/api/v1/units/${unit}/milestones`, {
          method: 'POST',
          headers,
          body: recording(index),
        });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text.slice(0, 500)}`);
}

const MILESTONES = [...builtIns().dictionary.keys()];

function recording(index: number): string {
  const occurredAt = `2021-${String((index % 12) + 1).padStart(2, '0')}`;
  return JSON.stringify({ milestone: MILESTONES[(index * 7) % MILESTONES.length], occurredAt });
}

/** @returns what ends it, and tells how many it was answered a second */
function startFlood(url: string, key: string): () => Promise<number> {
  let next = 0;
  let ended: (result: autocannon.Result) => void;
  const result = new Promise<autocannon.Result>((resolve) => {
    ended = resolve;
  });
  const options = {
    url,
    connections: CONNECTIONS,
    duration: 600,
    timeout: 60,
    requests: [
      {
        method: 'POST',
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        setupRequest: (request: autocannon.Request) => {
          const index = next++;
          const path = `/api/v1/units/unit-${index % UNITS}/milestones`;
          return { ...request, path, body: recording(index) };
        },
      },
    ],
  } satisfies autocannon.Options;
  const running = autocannon(options, (error, found) => {
    if (error) throw error;
    ended(found);
  });
  return async () => {
    running.stop();
    const { non2xx, errors, requests, duration } = await result;
    if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} refused, ${errors} broken`);
    return requests.total / duration;
  };
}

async function newKey(database: Database): Promise<string> {
  await new Access(database, systemClock).ensureProgram(PROGRAM);
  const audit = new AuditTrail(database, systemClock);
  const keys = new Keys({ database, clock: systemClock, audit });
  const wish = { name: 'Bench', role: 'administrator', requestsPerSecond: 1_000_000 } as const;
  return (await keys.make('operator', PROGRAM, wish)).key;
}

async function prepare(url: string, key: string): Promise<void> {
  const units = Array.from({ length: UNITS }, (_, index) => ({
    unit: `unit-${index}`,
    name: `Unit ${index}`,
    kind: 'unit',
    occurredAt: '2020',
  }));
  const models = builtIns().models.map(({ id }) => id);
  for (const [method, path, body] of [
    ['PUT', '/program', { name: 'Bench', models }],
    ['POST', '/units', { units }],
  ] as const) {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${await answer.text()}`);
  }
}

async function startApi({
  folder,
  url: databaseUrl,
  turns,
}: {
  readonly folder: string;
  readonly url: string;
  readonly turns: string | undefined;
}): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const { BENCH_TURNS: _, ...env } = process.env;
  const child: ChildProcess = fork(fileURLToPath(new URL('./api.main.js', import.meta.url)), [], {
    env: {
      ...env,
      DATABASE_URL: databaseUrl,
      WAYMARK_SECRETS_FILE: `${folder}/secrets.json`,
      WAYMARK_LOG_LEVEL: 'error',
      ...(turns === undefined ? {} : { BENCH_TURNS: turns }),
    },
    execArgv: ['--max-semi-space-size=64'],
  });
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return {
    url,
    stop: async () => {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
