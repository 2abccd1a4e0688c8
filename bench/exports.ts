import { Database, EmbeddedPostgres } from '#lib/platform';
import { report } from './measure.js';
import { type Built, builtProgram } from './program/build.js';
import { MeasuredApi } from './rollups/measured-api.js';

/** `BENCH_UNITS=10000`, `BENCH_FACTS=50`: a program as the rollups make them. */
const UNITS = Number((process.env.BENCH_UNITS ?? '10000').split(',')[0]);
const FACTS = Number(process.env.BENCH_FACTS ?? 50);
/** `BENCH_LOG=1000000`: only so many events of the log, as known when the last of them was recorded. */
const LOG = process.env.BENCH_LOG === undefined ? undefined : Number(process.env.BENCH_LOG);
/** `BENCH_READS=log`: those files alone whose names hold it. */
const READS = process.env.BENCH_READS ?? '';
const FILES = [
  'units.csv',
  'units.csv?asOf=2024-01-01',
  'standings.csv',
  'standings.xlsx',
  'standings.csv?asOf=2024-01-01',
  'standings.jsonl?under=group&model=lithium',
  'heatmap.csv?under=group',
  'distribution.csv?under=group',
  'heatmap.csv?under=group&depth=100',
  'milestones.csv',
  'log.csv',
  'log.jsonl',
  'log.xlsx',
].filter((file) => file.includes(READS));
const EACH_MS = 100;

/** Tables of a program as they leave by the API: how long, how soon the first byte, and what the api grows by. */
export async function exports(): Promise<void> {
  const built = await builtProgram({ units: UNITS, facts: FACTS });
  const postgres = await EmbeddedPostgres.start(built.folder);
  const api = await MeasuredApi.start(built, postgres.url);
  const database = new Database(postgres.url);
  try {
    const number = (value: number) => value.toLocaleString('en');
    process.stdout.write(`${number(UNITS)} units, ${number(built.events)} events\n`);
    await api.ask('/rollups/group?model=lithium');
    const upTo = LOG === undefined ? '' : `?knownAt=${await recordedAt(database, built, LOG)}`;
    for (const file of FILES) {
      await measure(api, built, file.startsWith('log.') ? `${file}${upTo}` : file);
    }
    await leave(api, built, database);
  } finally {
    await database.close();
    await api.stop();
    await postgres.stop();
  }
}

/** When an event was recorded. */
async function recordedAt(database: Database, { program }: Built, position: number) {
  const [row] = await database.inProgram(program, (tx) =>
    tx.query<{ at: Date }>(
      'SELECT recorded_at AS at FROM event WHERE program_id = $1 AND position = $2',
      [program, position],
    ),
  );
  if (!row) throw new Error(`The log has no position ${position}.`);
  return row.at.toISOString();
}

const ask = (api: MeasuredApi, { key }: Built, file: string, signal?: AbortSignal) =>
  fetch(`${api.url}/api/v1/exports/${file}`, {
    headers: { authorization: `Bearer ${key}` },
    ...(signal ? { signal } : {}),
  });

async function measure(api: MeasuredApi, built: Built, file: string): Promise<void> {
  const before = await api.memory();
  let most = before;
  const watch = setInterval(() => {
    void api.memory().then((now) => {
      most = Math.max(most, now);
    });
  }, EACH_MS);
  const began = performance.now();
  const answer = await ask(api, built, file);
  if (!answer.ok || !answer.body) throw new Error(`${file}: ${await answer.text()}`);
  let [first, bytes, lines] = [0, 0, 0];
  for await (const chunk of answer.body) {
    first ||= performance.now() - began;
    bytes += chunk.length;
    lines += Buffer.from(chunk).toString('latin1').split('\n').length - 1;
  }
  const took = performance.now() - began;
  clearInterval(watch);
  const figures = [
    `${(took / 1000).toFixed(2)} s`,
    `first byte ${first.toFixed(0)} ms`,
    ...(file.includes('.xlsx') ? [] : [`${lines.toLocaleString('en')} lines`]),
    `${(bytes / 1e6).toFixed(1)} MB`,
    `api ${mb(before)} → at most ${mb(most)} MB`,
  ];
  report(file, figures.join(', '));
}

const mb = (bytes: number) => Math.round(bytes / 1e6).toLocaleString('en');

/** Leaves a log after its first piece, and looks how long the api goes on asking the database. */
async function leave(api: MeasuredApi, built: Built, database: Database): Promise<void> {
  const leaving = new AbortController();
  const answer = await ask(api, built, 'log.jsonl', leaving.signal);
  for await (const _ of answer.body ?? []) break;
  leaving.abort();
  const began = performance.now();
  let quietSince = began;
  // half a second without a statement is the end of it
  while (performance.now() - quietSince < 500) {
    const [row] = await database.beforeProgram((tx) =>
      tx.query<{ busy: number }>(
        `SELECT count(*)::integer AS busy FROM pg_stat_activity
          WHERE pid <> pg_backend_pid() AND state <> 'idle' AND query LIKE '%event%'`,
      ),
    );
    if ((row?.busy ?? 0) > 0) quietSince = performance.now();
  }
  report(
    'log.jsonl, left after its first piece: quiet again within',
    `${(quietSince - began).toFixed(0)} ms`,
  );
}
