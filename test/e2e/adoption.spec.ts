import { Queue } from 'bullmq';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { readModelHash, rebuild, TreeProjector } from '#lib/projections';
import { Adoptions } from '#lib/recording';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import type { Client } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let program: ProgramId;
let count = 0;
beforeAll(async () => {
  // nobody serves the queues: each test says when an adoption goes on
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());
beforeEach(async () => {
  program = `adopting-${++count}` as ProgramId;
  client = await api.newProgram(program);
});

const YAML = { 'content-type': 'application/yaml' };
/** Two stages to reach; which milestone the first asks for, and for how long it is good, is up to the version. */
const model = (version: number, milestone: string, validity = '') => `id: own-model
version: ${version}
title: Our own
policy: gates
milestones:
  - { key: own.reached, title: Reached, means: We reached it.${validity && `, validity: ${validity}`} }
stages:
  - { id: start, name: Start }
  - id: there
    name: There
    criteria:
      - { id: reached, says: We are there., when: { milestone: ${milestone} }, keyMove: true }
`;
/** Another model that reads what the first one defines. */
const READER = `id: reader
version: 1
title: A reader
policy: gates
stages:
  - { id: start, name: Start }
  - id: there
    name: There
    criteria:
      - { id: read, says: It is there., when: { milestone: own.reached }, keyMove: true }
`;
const UNITS = 250;

async function add(yaml: string): Promise<void> {
  expect((await client.post('/models', yaml, YAML)).status).toBe(201);
}

async function follow(...models: string[]): Promise<void> {
  expect((await client.put('/program', { name: program, models })).status).toBe(200);
}

/** A root and many units below it, the even ones with one milestone and the odd ones with the other. */
async function organisation(units = UNITS): Promise<void> {
  await follow('own-model');
  await client.put('/units/root', { name: 'Root', kind: 'enterprise', occurredAt: '2010' });
  const below = Array.from({ length: units }, (_, at) => ({
    ...{ unit: `team-${at}`, name: `Team ${at}`, kind: 'team', parent: 'root' },
    occurredAt: '2010-06-01',
  }));
  expect((await client.post('/units', { units: below })).status).toBe(201);
  for (let at = 0; at < Math.min(units, 6); at++) {
    const milestone = at % 2 === 0 ? 'own.reached' : 'hub.launched';
    await client.post(`/units/team-${at}/milestones`, { milestone, occurredAt: '2012-01-01' });
  }
}

const adopt = (version: number) => client.put('/models/own-model/adoption', { version });
const goOn = (signal?: AbortSignal) => new Adoptions(api.records).run(program, signal);
/** Ends the work at the step of that number. */
function diesAfter(steps: number): AbortSignal {
  let taken = 0;
  const throwIfAborted = () => {
    if (++taken > steps) throw new Error('The worker dies.');
  };
  return { throwIfAborted } as AbortSignal;
}
const shown = async (id = 'own-model', query = '') =>
  (await client.get(`/models/${id}${query}`)).body;
const there = async (id = 'own-model') => {
  const { database, log, catalogue } = parts();
  await new TreeProjector(database, log, catalogue).run(program);
  const { body } = await client.get(`/rollups/root?model=${id}`);
  return body.distribution.at(-1).units as number;
};
const parts = () => ({
  database: api.database,
  log: api.records.log,
  catalogue: api.records.catalogue,
});
const adoptions = async () => {
  const items: { type: string; data: { version: number } }[] = [];
  for (let after = 0; ; after += 500) {
    const { body } = await client.get(`/log?limit=500&after=${after}`);
    items.push(...body.items);
    if (body.items.length < 500) break;
  }
  return items.filter(({ type }) => type === 'model.adopted').map(({ data }) => data.version);
};
const hash = () => api.database.inProgram(program, (tx) => readModelHash(tx, program));
const rowsAside = () =>
  api.testDatabase.admin('SELECT FROM standing_aside WHERE program_id = $1', [program]);

describe('a version that is to be adopted', () => {
  test('decides when all is built, and the one before it until then', async () => {
    await add(model(1, 'own.reached'));
    await organisation();
    await add(model(2, 'hub.launched'));
    expect(await there()).toBe(3);
    expect(await adopt(2)).toMatchObject({ status: 202, body: { state: 'replaying' } });
    expect(await shown()).toMatchObject({
      ...{ version: 1, state: 'replaying' },
      adoption: { version: 2, state: 'replaying' },
    });
    expect(await shown('own-model', '?version=2')).toMatchObject({ state: 'replaying' });
    expect(await there()).toBe(3);
    expect(await adoptions()).toEqual([]);
    // and facts come meanwhile
    const late = { milestone: 'hub.launched', occurredAt: '2012-01-01' };
    await client.post('/units/team-0/milestones', late);
    await goOn();
    expect(await shown()).toMatchObject({ version: 2, state: 'in-force' });
    expect(await shown()).not.toHaveProperty('adoption');
    expect(await shown('own-model', '?version=1')).toMatchObject({ state: 'available' });
    expect(await adoptions()).toEqual([2]);
    expect(await there()).toBe(4);
    expect(await rowsAside()).toEqual([]);
    const before = await hash();
    await rebuild(parts(), program);
    expect(await hash()).toBe(before);
  });

  test('goes on where a worker that died in the middle left it', async () => {
    await add(model(1, 'own.reached'));
    await organisation();
    await add(model(2, 'hub.launched'));
    await adopt(2);
    await expect(goOn(diesAfter(3))).rejects.toThrow('The worker dies.');
    expect(await shown()).toMatchObject({ version: 1, state: 'replaying' });
    const done = (await rowsAside()).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(UNITS);
    await client.post('/units/team-0/milestones', {
      ...{ milestone: 'hub.launched', occurredAt: '2012-01-01' },
    });
    await goOn();
    expect(await there()).toBe(4);
    expect(await adoptions()).toEqual([2]);
  });

  test('is put in force while the read models are rebuilt', async () => {
    await add(model(1, 'own.reached'));
    await organisation();
    await add(model(2, 'hub.launched'));
    const rebuilding = rebuild(parts(), program);
    await adopt(2);
    await Promise.all([goOn(), rebuilding]);
    await adopt(1);
    await Promise.all([rebuild(parts(), program), goOn()]);
    expect(await adoptions()).toEqual([2, 1]);
    expect(await there()).toBe(3);
    const before = await hash();
    await rebuild(parts(), program);
    expect(await hash()).toBe(before);
  });

  test('moves the models that read what it defines anew as well', async () => {
    await add(model(1, 'own.reached'));
    await add(READER);
    await organisation();
    await follow('own-model', 'reader');
    expect(await there('reader')).toBe(3);
    await add(model(2, 'own.reached', 'P1Y'));
    await adopt(2);
    expect(await there('reader')).toBe(3);
    await goOn();
    expect([await there(), await there('reader')]).toEqual([0, 0]);
    await adopt(1);
    await goOn();
    expect([await there(), await there('reader')]).toEqual([3, 3]);
    expect(await adoptions()).toEqual([2, 1]);
    const before = await hash();
    await rebuild(parts(), program);
    expect(await hash()).toBe(before);
  });

  test('gives way to a later wish, and is given up for the one in force', async () => {
    await add(model(1, 'own.reached'));
    await organisation(4);
    await add(model(2, 'hub.launched'));
    await add(model(3, 'coe.formed'));
    await adopt(2);
    expect(await adopt(2)).toMatchObject({ status: 202, body: { version: 2, state: 'replaying' } });
    await adopt(3);
    expect(await shown()).toMatchObject({ version: 1, adoption: { version: 3 } });
    await goOn();
    expect(await adoptions()).toEqual([3]);
    await adopt(1);
    expect(await adopt(3)).toMatchObject({ status: 202, body: { version: 3, state: 'in-force' } });
    await goOn();
    expect(await adoptions()).toEqual([3]);
    expect(await shown()).toMatchObject({ version: 3, state: 'in-force' });
  });

  test('that fits the dictionary no longer says why it failed', async () => {
    await add(model(1, 'own.reached'));
    await organisation(4);
    const entry = { title: 'Renewed', means: 'We renewed it.' };
    const second = model(2, 'own.renewed').replace(
      'stages:',
      '  - { key: own.renewed, title: Renewed, means: We renewed it. }\nstages:',
    );
    await add(second);
    await adopt(2);
    const conflicting = { ...entry, validity: 'P1Y' };
    expect((await client.put('/milestones/own.renewed', conflicting)).status).toBe(201);
    await goOn();
    expect(await adoptions()).toEqual([]);
    const found = await shown();
    expect(found).toMatchObject({ version: 1, state: 'in-force', adoption: { state: 'failed' } });
    expect(found.adoption.reason).toContain('own.renewed');
    await adopt(1);
    await goOn();
    expect(await shown()).not.toHaveProperty('adoption');
  });

  test('is found when its wake-up was lost', async () => {
    await add(model(1, 'own.reached'));
    await organisation(4);
    await add(model(2, 'hub.launched'));
    await adopt(2);
    const queue = new Queue('adoption', api.foundation.queue.options);
    await queue.obliterate({ force: true });
    await queue.close();
    const rhythm = { boundariesMs: 60_000, reconcileMs: 200 };
    const worker = await createWorker(api.foundation, rhythm);
    await eventually(async () => (await shown()).version === 2 || undefined);
    expect(await there()).toBe(2);
    await worker.stop();
  });
});
