import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client, Json } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`plan-${++count}`);
  const units = ['emea', 'care', 'sales'].map((unit) => ({
    ...{ unit, name: unit, kind: unit === 'emea' ? 'region' : 'function' },
    parent: unit === 'emea' ? null : 'emea',
    occurredAt: '2010-01-01',
  }));
  await client.post('/units', { units });
});

const short = ({ targets }: Json) =>
  targets.map(({ unit, target, due, outcome }: Json) => [unit, target, due, outcome]);

describe('what was supposed becomes a plan', () => {
  test('with a target for each unit, its date, its owner and a key of the plan', async () => {
    const owner = { name: 'Ada Lovelace', email: 'ada@contoso.example' };
    const { status, body } = await client.post('/rollups/emea/what-if/plan', {
      achieve: [
        { milestone: 'coe.formed' },
        { milestone: 'crm.integrated', each: { kind: 'function' }, on: '2031-06' },
        { milestone: 'hub.launched', unit: 'care', on: '2031-03-01T09:00:00Z' },
      ],
      owner,
      prefix: 'now',
    });
    expect(status).toBe(201);
    expect(short(body)).toEqual([
      ['emea', 'now-coe-formed', null, 'set'],
      ['care', 'now-crm-integrated', '2031-06', 'set'],
      ['sales', 'now-crm-integrated', '2031-06', 'set'],
      ['care', 'now-hub-launched', '2031-03-01', 'set'],
    ]);
    expect(body.targets.every((target: Json) => target.owner.name === owner.name)).toBe(true);
    const { body: roadmap } = await client.get('/units/care/roadmap');
    expect(roadmap.targets.map(({ target }: Json) => target)).toEqual([
      'now-hub-launched',
      'now-crm-integrated',
    ]);
    expect(roadmap.targets[0].owner).toEqual(owner);
  });

  test('moves what is planned already, and skips what is achieved, in one append', async () => {
    const owner = { name: 'Grace Hopper', email: 'grace@contoso.example' };
    await client.put('/units/care/targets/mine', {
      milestone: 'crm.integrated',
      due: '2030-12-31',
      owner,
    });
    await client.post('/units/sales/milestones', {
      milestone: 'crm.integrated',
      occurredAt: '2020-01-01',
    });
    const plan = {
      achieve: [{ milestone: 'crm.integrated', each: {}, on: '2031-06-30' }],
      lapse: [{ milestone: 'sponsor.approved', unit: 'care' }],
    };
    const { body } = await client.post('/rollups/emea/what-if/plan', plan);
    expect(short(body)).toEqual([
      ['care', 'mine', '2031-06-30', 'moved'],
      ['emea', 'crm-integrated', '2031-06-30', 'set'],
    ]);
    expect(body.targets[0]).toMatchObject({ firstDue: '2030-12-31', owner });
    expect(body.skipped).toMatchObject([
      { unit: 'sales', milestone: 'crm.integrated', reason: 'achieved' },
      { unit: 'care', milestone: 'sponsor.approved', reason: 'lapse' },
    ]);
    const { body: again } = await client.post('/rollups/emea/what-if/plan', plan);
    expect(short(again).map(([, , , outcome]: Json) => outcome)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  test('of one unit, once for its idempotency key', async () => {
    const plan = { achieve: [{ milestone: 'hub.launched', on: '2031' }] };
    const key = { 'idempotency-key': 'plan-1' };
    const first = await client.post('/units/care/what-if/plan', plan, key);
    expect(short(first.body)).toEqual([['care', 'hub-launched', '2031', 'set']]);
    const second = await client.post('/units/care/what-if/plan', plan, key);
    expect(second.body).toEqual(first.body);
  });

  test('is refused for what there is not, and for more than fits', async () => {
    const ask = (body: Json, unit = 'emea') => client.post(`/rollups/${unit}/what-if/plan`, body);
    expect(await ask({ achieve: [{ milestone: 'no.such' }] })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/achieve/0/milestone' }] },
    });
    expect((await ask({}, 'nobody')).status).toBe(404);
    expect((await ask({ achieve: [], prefix: 'Not Good' })).status).toBe(422);
    expect(await ask({})).toMatchObject({ status: 201, body: { targets: [], skipped: [] } });
    const many = Array.from({ length: 999 }, (_, index) => ({
      ...{ unit: `team-${index}`, name: `Team ${index}`, kind: 'team', parent: 'sales' },
    }));
    expect((await client.post('/units', { units: many })).status).toBe(201);
    const refused = await ask({ achieve: [{ milestone: 'hub.launched', each: {} }] });
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.detail).toContain('1000');
  });
});
