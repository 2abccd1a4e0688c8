import { Database, EmbeddedPostgres } from '#lib/platform';
import { median, random, report } from './measure.js';
import { type Built, builtProgram } from './program/build.js';
import { MeasuredApi } from './rollups/measured-api.js';
import { runPlain } from './rollups/plain-sql.js';
import { type Read, readsOf } from './rollups/reads.js';

/** `BENCH_UNITS=1000,100000`; the largest takes the better part of an hour to be built the first time. */
const SIZES = (process.env.BENCH_UNITS ?? '1000,10000').split(',').map(Number);
const FACTS = Number(process.env.BENCH_FACTS ?? 50);
/** Only reads whose name holds this. */
const ONLY = process.env.BENCH_READS ?? '';
const REQUESTS = 120;
const WARM = 5;
const PLAIN = 7;
const PLAIN_AT_MOST_MS = 20_000;

interface Measured {
  readonly median: number;
  readonly p99: number;
  readonly plain?: number;
}

/** The reads of rollups through the api, as programs grow, against their bounds and against plain SQL. */
export async function rollups(): Promise<void> {
  for (const units of SIZES) {
    const built = await builtProgram({ units, facts: FACTS });
    await measure(built);
  }
}

async function measure(built: Built): Promise<void> {
  const { size, events, program } = built;
  const postgres = await EmbeddedPostgres.start(built.folder);
  const api = await MeasuredApi.start(built, postgres.url);
  const database = new Database(postgres.url);
  const number = (value: number) => value.toLocaleString('en');
  const [units, all] = [number(size.units), number(events)];
  process.stdout.write(`\n${units} units, ${all} events\n`);
  report('log, through its append', perSecond(events, built.loaded));
  report('read models, by a rebuild', perSecond(events, built.rebuilt));
  report('advice', `${(built.advised / 1000).toFixed(0)} s`);
  try {
    const first = await api.ask('/rollups/group?model=lithium');
    await api.limitTo('group');
    report('the first request after the start', `${first.toFixed(0)} ms`);
    for (const read of readsOf(size).filter(({ name }) => name.includes(ONLY))) {
      const found = await measured(read, api, (sql) => runPlain(database, program, sql));
      const against =
        found.plain === undefined
          ? ''
          : `, plain SQL ${found.plain.toFixed(1)} ms (${(found.plain / found.median).toFixed(1)} times)`;
      report(
        `${read.name} (at most ${read.bound} ms)`,
        `${found.median.toFixed(1)} ms, 99 of 100 within ${found.p99.toFixed(1)} ms${against}`,
      );
    }
    report('memory of the api', `${((await api.memory()) / 2 ** 20).toFixed(0)} MB`);
  } finally {
    await api.stop();
    await database.close();
    await postgres.stop();
  }
}

function perSecond(events: number, ms: number): string {
  const rate = Math.round(events / (ms / 1000)).toLocaleString('en');
  return `${(ms / 1000).toFixed(0)} s, ${rate} events a second`;
}

async function measured(
  read: Read,
  api: MeasuredApi,
  plain: (sql: ReturnType<NonNullable<Read['sql']>>) => Promise<number>,
): Promise<Measured> {
  const next = random(2026);
  const took: number[] = [];
  for (let round = 0; round < WARM + REQUESTS; round++) {
    const one = await api.ask(read.path(next), read.by);
    if (round >= WARM) took.push(one);
  }
  took.sort((a, b) => a - b);
  const p99 = took[Math.ceil(0.99 * took.length) - 1] as number;
  if (!read.sql) return { median: median(took), p99 };
  const sql: number[] = [];
  const began = performance.now();
  while (sql.length < PLAIN && (sql.length < 2 || performance.now() - began < PLAIN_AT_MOST_MS)) {
    sql.push(await plain(read.sql(next)));
  }
  return { median: median(took), p99, plain: median(sql) };
}
