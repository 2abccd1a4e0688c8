import { Database, EmbeddedPostgres } from '#lib/platform';
import { report } from './measure.js';
import { type Built, builtProgram } from './program/build.js';
import { MeasuredApi } from './rollups/measured-api.js';

/** `BENCH_UNITS=10000`, `BENCH_FACTS=50`: a program as the rollups make them. */
const UNITS = Number((process.env.BENCH_UNITS ?? '10000').split(',')[0]);
const FACTS = Number(process.env.BENCH_FACTS ?? 50);
const FILES = [
  'units.csv',
  'units.csv?asOf=2024-01-01',
  'standings.csv',
  'standings.csv?asOf=2024-01-01',
  'standings.jsonl?under=group&model=lithium',
  'heatmap.csv?under=group',
  'distribution.csv?under=group',
  'milestones.csv',
  'log.csv',
  'log.jsonl',
];
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
    for (const file of FILES) await measure(api, built, file);
    await leave(api, built, database);
  } finally {
    await database.close();
    await api.stop();
    await postgres.stop();
  }
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
    `${lines.toLocaleString('en')} lines`,
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
