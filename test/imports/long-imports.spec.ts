import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtIns } from '#lib/catalogue';
import type { ProgramId } from '#lib/domain';
import { ImportWork } from '#lib/integrations';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Answer, Client, Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
}, 120_000);
afterAll(() => api.stop());

const CSV = { 'content-type': 'text/csv' };
const UNITS = 50;
const HEAD = 'unit,milestone,date';
const KEYS = [...builtIns().dictionary.keys()];

const send = (office: Client, lines: readonly string[], query = ''): Promise<Answer> =>
  office.send('POST', `/imports${query}`, `${lines.join('\n')}\n`, CSV);

/** A program with some units. */
async function officeWithUnits(id: string): Promise<Client> {
  const office = await api.newProgram(id);
  const units = Array.from({ length: UNITS }, (_, index) => `unit-${index},Unit ${index},team`);
  await send(office, ['unit,name,kind', ...units]);
  return office;
}

/** No two of them say the same. */
function facts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / UNITS);
    const year = 2020 - Math.floor(turn / KEYS.length);
    return `unit-${index % UNITS},${KEYS[turn % KEYS.length]},${year}-03-01`;
  });
}

const UNDER_WAY = new Set(['waiting', 'running', 'undoing']);

/** How an import ends, or its undoing, and what was seen of it on the way. */
async function ended(
  office: Client,
  id: string,
  withinMs = 60_000,
): Promise<{ end: Json; seen: readonly Json[] }> {
  const seen: Json[] = [];
  const end = await eventually(async () => {
    const { body } = await office.get(`/imports/${id}`);
    seen.push(body);
    return UNDER_WAY.has(body.state) ? undefined : body;
  }, withinMs);
  return { end, seen };
}

const headOf = (program: string): Promise<{ readonly position: number }> =>
  api.database.inProgram(program, (tx) => api.records.log.head(tx, program as ProgramId));

describe('a long sheet', () => {
  let office: Client;
  let worker: Worker;
  const sheet = [HEAD, ...facts(2_500)];
  beforeAll(async () => {
    office = await officeWithUnits('long-facts');
    worker = await createWorker(api.foundation, null);
  }, 60_000);
  afterAll(() => worker.stop());

  test('is taken at once, and tells how far it is while others go on writing', async () => {
    const taken = await send(office, sheet, '?file=facts.csv');
    expect(taken.status, JSON.stringify(taken.body)).toBe(202);
    expect(taken.headers.get('location')).toBe(`/api/v1/imports/${taken.body.id}`);
    await eventually(async () => {
      const { progress } = (await office.get(`/imports/${taken.body.id}`)).body;
      return progress?.step === 'recording' || undefined;
    });
    const fact = { milestone: 'hub.launched', occurredAt: '2009-09-09' };
    expect((await office.post('/units/unit-0/milestones', fact)).status).toBe(201);
    const { end, seen } = await ended(office, taken.body.id);
    expect(end).toMatchObject({
      ...{ state: 'recorded', kind: 'milestones', progress: null, file: 'facts.csv', undo: null },
      counts: { new: 2_500, changed: 0, unchanged: 0 },
    });
    const during = seen.filter(({ progress }) => progress?.step === 'recording');
    expect(during.at(-1).progress.total).toBe(2_500);
    expect((await headOf('long-facts')).position).toBe(UNITS + 2_500 + 1);
    expect((await office.get('/imports')).body.items[0]).toMatchObject({ id: taken.body.id });
  }, 90_000);

  test('adds nothing when it is sent again', async () => {
    const before = await headOf('long-facts');
    const { end } = await ended(office, (await send(office, sheet)).body.id);
    expect(end.counts).toEqual({ new: 0, changed: 0, unchanged: 2_500 });
    expect(await headOf('long-facts')).toEqual(before);
  }, 60_000);

  test('is refused as a whole, with row and column of each fault', async () => {
    const before = await headOf('long-facts');
    const wrong = [...sheet, 'nobody,hub.launched,2012-01-01', 'unit-1,hub.launched,someday'];
    const { end } = await ended(office, (await send(office, wrong)).body.id);
    expect(end).toMatchObject({ state: 'refused', faultCount: 2, counts: { new: 0 } });
    expect(end.faults).toEqual([
      { row: 2_502, column: 1, head: 'unit', message: expect.stringContaining('nobody') },
      { row: 2_503, column: 3, head: 'date', message: expect.stringContaining('someday') },
    ]);
    expect(await headOf('long-facts')).toEqual(before);
  }, 60_000);

  test('that is no table at all says where', async () => {
    const { body } = await send(office, [...sheet, 'unit-1,"never closed,2012-01-01']);
    const { end } = await ended(office, body.id);
    expect(end).toMatchObject({ state: 'refused', kind: null, faultCount: 1 });
    expect(end.faults[0].message).toMatch(/quote/);
  }, 60_000);

  test('is undone as a whole', async () => {
    const { items } = (await office.get('/imports')).body;
    const made = items.find(({ counts }: Json) => counts.new === 2_500);
    const asked = await office.post(`/imports/${made.id}/undo`, {});
    expect([asked.status, asked.body.state], JSON.stringify(asked.body)).toEqual([202, 'undoing']);
    expect(asked.body.progress).toEqual({ step: 'undoing', done: 0, total: 2_500 });
    expect((await office.post(`/imports/${made.id}/undo?preview=true`, {})).status).toBe(409);
    const { end } = await ended(office, made.id, 140_000);
    expect(end).toMatchObject({ state: 'undone', undo: { taken: 2_500, left: 0, reasons: [] } });
    const noted = (await office.get('/audit?action=import.undone')).body.items;
    expect(noted[0].about).toEqual({ import: made.id, events: 2_500 });
  }, 150_000);
});

test('much of one unit is undone piece by piece', async () => {
  const office = await officeWithUnits('long-one');
  const rows = facts(350 * UNITS).filter((row) => row.startsWith('unit-0,'));
  const { body } = await send(office, [HEAD, ...rows]);
  const before = (await headOf('long-one')).position;
  const undone = await office.post(`/imports/${body.id}/undo`, {});
  expect([undone.body.taken.length, undone.body.left]).toEqual([350, []]);
  const { items } = (await office.get(`/log?after=${before}&limit=500`)).body;
  expect(new Set(items.map(({ recordedAt }: Json) => recordedAt)).size).toBe(4);
}, 120_000);

describe('a long import that is cut off', () => {
  const STEPS = new Set(['recording', 'undoing']);
  const work = (program: string, signal = new AbortController().signal) =>
    new ImportWork(api.records, () => Promise.resolve()).run(program as ProgramId, signal);

  /** Works until some of it is recorded or taken back, and ends there. */
  async function cutOff(office: Client, program: string, id: string): Promise<number> {
    const stop = new AbortController();
    const working = work(program, stop.signal).catch((error: unknown) => error);
    await eventually(async () => {
      const { progress } = (await office.get(`/imports/${id}`)).body;
      return (STEPS.has(progress?.step) && progress.done > 0) || undefined;
    });
    stop.abort(new Error('enough'));
    expect(await working).toMatchObject({ message: 'enough' });
    return (await office.get(`/imports/${id}`)).body.progress.done;
  }

  test('goes on where it was, and records each row once, and so when it is undone', async () => {
    const office = await officeWithUnits('long-cut');
    const { body } = await send(office, [HEAD, ...facts(4_000)]);
    expect((await office.post(`/imports/${body.id}/undo`, {})).status).toBe(409);
    expect(await cutOff(office, 'long-cut', body.id)).toBeLessThan(4_000);
    expect(await work('long-cut')).toBe(1);
    const { end } = await ended(office, body.id);
    expect(end).toMatchObject({ state: 'recorded', counts: { new: 4_000, unchanged: 0 } });
    expect((await headOf('long-cut')).position).toBe(UNITS + 4_000);

    const reason = 'The list was of another year.';
    await office.post(`/imports/${body.id}/undo`, { reason });
    const done = await cutOff(office, 'long-cut', body.id);
    expect((await office.get(`/imports/${body.id}`)).body.undo).toMatchObject({ taken: done });
    // asked again, it is the same undoing
    expect((await office.post(`/imports/${body.id}/undo`, {})).status).toBe(202);
    expect(await work('long-cut')).toBe(1);
    const undone = (await office.get(`/imports/${body.id}`)).body;
    expect(undone).toMatchObject({ state: 'undone', undo: { taken: 4_000, left: 0 } });
    expect((await headOf('long-cut')).position).toBe(UNITS + 8_000);
    const { items } = (await office.get('/log?order=desc&limit=1')).body;
    expect(items[0]).toMatchObject({ type: 'event.retracted', data: { reason } });
  }, 120_000);

  test('is taken back where it cannot be ended any more', async () => {
    const office = await api.newProgram('long-late');
    await send(office, ['unit,name,kind', 'early,Early,region', 'late,Late,region']);
    const under = (parent: string, count: number) =>
      Array.from({ length: count }, (_, index) => `${parent}-${index},${index},team,${parent}`);
    const { body } = await send(office, [
      'unit,name,kind,parent',
      ...under('early', 2_500),
      ...under('late', 10),
    ]);
    expect(await cutOff(office, 'long-late', body.id)).toBeLessThan(2_500);
    expect((await office.delete('/units/late')).status).toBe(200);
    await work('long-late');
    const { end } = await ended(office, body.id);
    expect(end).toMatchObject({ state: 'refused', counts: { new: 0 } });
    expect(end.faults[0]).toMatchObject({ row: 2_502, head: 'parent' });
    expect((await office.get('/units?parent=early')).body.items).toEqual([]);
  }, 120_000);
});
