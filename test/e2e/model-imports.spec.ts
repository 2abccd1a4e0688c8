import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  DSOMM_META,
  DSOMM_PROGRESS,
  dsommModel,
  nextDsommModel,
  sammFolder,
  UUIDS,
} from '../support/foreign-models.js';
import type { Client } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`imports-${++count}`);
  for (const unit of ['bakery', 'cellar']) {
    await client.put(`/units/${unit}`, { name: unit, kind: 'team', occurredAt: '2020' });
  }
});

const send = (from: string, body: object, query = '') =>
  client.post(`/models/imports?from=${from}${query}`, body);
const PROGRESS = {
  files: [dsommModel(), DSOMM_META, DSOMM_PROGRESS],
  teams: { Bakers: 'bakery' },
};
const length = async () => (await client.get('/log/verification')).body.length;
const standing = async (unit: string, model: string) => {
  const { body } = await client.get(`/units/${unit}/standings`);
  return body.items.find((one: { model: string }) => one.model === model);
};

describe('DSOMM', () => {
  test('is added with the progress of its teams, and counts from their days', async () => {
    const before = await length();
    const dry = await send('dsomm', PROGRESS, '&dryRun=true');
    expect(dry).toMatchObject({
      status: 200,
      body: {
        dryRun: true,
        models: [
          {
            model: 'dsomm',
            version: 1,
            outcome: 'new',
            reads: {
              policy: 'dimensions',
              versions: [],
              dimensions: [{ id: 'kitchen.baking' }, {}, {}],
            },
          },
          { model: 'dsomm-score', outcome: 'new', reads: { policy: 'scored' } },
        ],
        milestones: { changed: [], kept: 0 },
        progress: { recorded: 3, known: 0, unknownTeams: [{ team: 'Cellar folk', facts: 1 }] },
        passedOver: [],
      },
    });
    expect(dry.body.milestones.new).toHaveLength(5);
    expect(await length()).toBe(before);

    const added = await send('dsomm', PROGRESS);
    expect(added).toMatchObject({
      status: 201,
      body: {
        models: [{ model: 'dsomm', version: 1 }, { model: 'dsomm-score' }],
        progress: { recorded: 3, units: [{ unit: 'bakery', recorded: 3, known: 0 }] },
        warnings: [{ file: 'team-progress.yaml', line: 11 }],
      },
    });
    expect(await length()).toBe(before + 5);
    await client.put('/units/bakery', { models: ['dsomm', 'dsomm-score'] });
    const { body } = await client.get('/units/bakery/standings?asOf=2025-02-01');
    expect(body.items[1].groups).toContainEqual({ path: 'kitchen/baking', score: 0.2 });
    expect((await standing('bakery', 'dsomm')).dimensions[0]).toMatchObject({
      id: 'kitchen.baking',
      level: 2,
      since: '2025-03-01T00:00:00Z',
    });
    const score = await standing('bakery', 'dsomm-score');
    expect(score.groups).toContainEqual({ path: 'kitchen/baking', score: 0.7667 });
  });

  test('records nothing twice, and tells what was recorded otherwise', async () => {
    await send('dsomm', PROGRESS);
    const before = await length();
    expect(await send('dsomm', PROGRESS)).toMatchObject({
      status: 200,
      body: {
        models: [{ outcome: 'same' }, { outcome: 'same' }],
        progress: { recorded: 0, known: 3 },
      },
    });
    expect(await length()).toBe(before);
    const text = DSOMM_PROGRESS.text.replace('2025-04-01', '2025-05-05');
    const teams = { Bakers: 'bakery', 'Cellar folk': 'cellar' };
    const files = [DSOMM_META, { ...DSOMM_PROGRESS, text }];
    expect(await send('dsomm', { files, teams })).toMatchObject({
      status: 201,
      body: {
        models: [],
        progress: {
          recorded: 1,
          known: 3,
          otherwise: [
            {
              unit: 'bakery',
              milestone: `dsomm.${UUIDS.sealed}`,
              occurredAt: '2025-05-05',
              was: { unit: 'bakery', occurredAt: '2025-04-01' },
            },
          ],
          unknownTeams: [],
        },
      },
    });
    const { body } = await client.get('/log?limit=500');
    expect(body.items.at(-1)).toMatchObject({
      type: 'milestone.achieved',
      unit: 'cellar',
      source: 'urn:waymark:import:dsomm',
      data: {
        milestone: `dsomm.${UUIDS.recipe}`,
        degree: 0.3,
        note: 'Started (DSOMM, Cellar folk)',
      },
    });
  });

  test('of a newer release is the next version, and shows beforehand what changes and who moves', async () => {
    await send('dsomm', PROGRESS);
    await client.put('/units/bakery', { models: ['dsomm'] });
    await client.post('/units/bakery/milestones', {
      milestone: `dsomm.${UUIDS.diary}`,
      occurredAt: '2025-06-01',
    });
    await client.post('/units/bakery/milestones', {
      milestone: `dsomm.${UUIDS.oven}`,
      occurredAt: '2025-06-01',
    });
    expect((await standing('bakery', 'dsomm')).stage.ordinal).toBe(2);
    const next = { files: [nextDsommModel()] };
    const dry = await send('dsomm', next, '&dryRun=true');
    expect(dry.body.models[0]).toMatchObject({
      model: 'dsomm',
      version: 2,
      outcome: 'next',
      change: {
        from: 1,
        statements: {
          added: [{ id: UUIDS.added, says: 'Added shelf', place: 'cellar.keeping/1' }],
          removed: [],
          reworded: [{ id: UUIDS.recipe, said: 'Written recipe', says: 'Recipe in writing' }],
          moved: [],
          asked: [],
        },
        units: {
          items: [{ unit: 'bakery', model: 'dsomm', from: { ordinal: 2 }, to: { ordinal: 0 } }],
          more: false,
        },
      },
    });
    expect((await client.get('/models/dsomm?version=2')).status).toBe(404);
    expect(await send('dsomm', next)).toMatchObject({
      status: 201,
      body: { models: [{ version: 2, outcome: 'next' }, { version: 2 }] },
    });
    const upgrade = await client.get('/models/dsomm/upgrade?to=2');
    expect(upgrade.body.items).toEqual(dry.body.models[0].change.units.items);
    await client.put('/models/dsomm/adoption', { version: 2 });
    await eventually(
      async () => (await client.get('/models/dsomm')).body.version === 2 || undefined,
    );
    const keys = (await client.get(`/milestones?q=${UUIDS.recipe}`)).body.items;
    expect(keys).toMatchObject([{ key: `dsomm.${UUIDS.recipe}`, title: 'Recipe in writing' }]);
  });

  test('answers a repeat under the same key with the first answer', async () => {
    const key = { 'idempotency-key': 'import-1' };
    const first = await client.post('/models/imports?from=dsomm', PROGRESS, key);
    const again = await client.post('/models/imports?from=dsomm', PROGRESS, key);
    expect(again.body).toEqual(first.body);
    expect(first.body.progress.recorded).toBe(3);
  });
});

describe('SAMM', () => {
  test('scores what is recorded, and what DSOMM says where that is wished', async () => {
    await send('dsomm', { files: [dsommModel()] });
    const added = await send('samm', { files: sammFolder() }, '&crosswalk=true');
    expect(added).toMatchObject({
      status: 201,
      body: { models: [{ model: 'samm', policy: 'scored' }], passedOver: ['model/README.md'] },
    });
    await client.put('/units/bakery', { models: ['samm'] });
    const degrees: Readonly<Record<string, number>> = {
      'g-sm-1-a': 1,
      'g-sm-2-a': 0.5,
      'g-sm-1-b': 0.25,
      'i-sb-1-a': 0.5,
      'i-sb-1-b': 0.25,
    };
    for (const [code, degree] of Object.entries(degrees)) {
      const fact = { milestone: `samm.${code}`, degree, occurredAt: '2025-01-01' };
      expect((await client.post('/units/bakery/milestones', fact)).status).toBe(201);
    }
    // governance ((1.5 + 0.25) / 2 + 0) / 2 = 0.4375; implementation (0.5 + 0.25) / 2 = 0.375
    expect((await standing('bakery', 'samm')).score).toBeCloseTo(0.40625, 2);
    await client.post('/units/bakery/milestones', {
      milestone: `dsomm.${UUIDS.recipe}`,
      occurredAt: '2025-02-01',
    });
    // implementation (1 + 0.25) / 2 = 0.625
    expect((await standing('bakery', 'samm')).score).toBeCloseTo(0.53125, 2);
  });

  test('gets a version that counts DSOMM when that comes later', async () => {
    await send('samm', { files: sammFolder() });
    const added = await send('dsomm', { files: [dsommModel()] }, '&crosswalk=true');
    expect(added.body.models).toMatchObject([
      { model: 'dsomm', outcome: 'new' },
      { model: 'dsomm-score', outcome: 'new' },
      { model: 'samm', version: 2, outcome: 'next' },
    ]);
    await client.put('/models/samm/adoption', { version: 2 });
    await eventually(
      async () => (await client.get('/models/samm')).body.version === 2 || undefined,
    );
    const { body } = await client.get('/milestones?q=samm.i-sb-1-a');
    expect(body.items).toMatchObject([{ impliedBy: [`dsomm.${UUIDS.recipe}`] }]);
  });
});
