import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { builtIns } from '#lib/catalogue';
import { build, Installation, type Run } from './installation.js';

const SOON = { timeout: 150_000, interval: 25 } as const;
const CSV = { 'content-type': 'text/csv' };
const [UNITS, ROWS] = [50, 5_000];

let installation: Installation;
beforeAll(build);
beforeEach(async () => {
  installation = await Installation.create();
});
afterEach(() => installation.remove());

/** An import as the api tells it, as far as is looked at here. */
interface Told {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly step: string; readonly done: number } | null;
  readonly counts: { readonly new: number; readonly unchanged: number };
}

async function send(run: Run, rows: readonly string[]): Promise<Told> {
  const headers = { ...CSV, authorization: `Bearer ${run.adminKey}` };
  const body = rows.join('\n');
  const answer = await fetch(`${run.url}/api/v1/imports`, { method: 'POST', headers, body });
  return (await answer.json()) as Told;
}

const told = async (run: Run, id: string) =>
  (await (await run.call(`/api/v1/imports/${id}`)).json()) as Told;

async function lastPosition(run: Run): Promise<number> {
  const answer = await run.call('/api/v1/log?order=desc&limit=1');
  const { items } = (await answer.json()) as { readonly items: readonly { position: number }[] };
  return items[0]?.position ?? 0;
}

/** No two of them say the same. */
function facts(): readonly string[] {
  const keys = [...builtIns().dictionary.keys()];
  return Array.from({ length: ROWS }, (_, index) => {
    const turn = Math.floor(index / UNITS);
    const year = 2020 - Math.floor(turn / keys.length);
    return `unit-${index % UNITS},${keys[turn % keys.length]},${year}-03-01`;
  });
}

test('a long import goes on where it was when its worker is killed, and records each row once', async () => {
  const run = await installation.start();
  run.as(run.adminKey);
  const units = Array.from({ length: UNITS }, (_, index) => `unit-${index},Unit ${index},team`);
  await send(run, ['unit,name,kind', ...units]);
  const before = await lastPosition(run);
  const { id } = await send(run, ['unit,milestone,date', ...facts()]);
  await expect
    .poll(async () => (await told(run, id)).progress, SOON)
    .toMatchObject({ step: 'recording', done: expect.toSatisfy((done: number) => done > 0) });

  const { worker } = await installation.parts();
  process.kill(worker, 'SIGKILL');
  const cut = await told(run, id);
  expect(cut.state).toBe('running');
  expect(cut.counts.new).toBeLessThan(ROWS);

  await expect.poll(async () => (await told(run, id)).state, SOON).toBe('recorded');
  expect((await told(run, id)).counts).toMatchObject({ new: ROWS, unchanged: 0 });
  expect(await lastPosition(run)).toBe(before + ROWS);
}, 300_000);
