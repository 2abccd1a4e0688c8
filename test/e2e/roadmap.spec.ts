import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const START = Date.parse('2012-01-10T09:00:00Z');

let api: TestApi;
let client: Client;
let now = START;
let count = 0;
beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => now } });
});
afterAll(() => api.stop());
beforeEach(async () => {
  now += 1000;
  client = await api.newProgram(`roadmap-${++count}`);
  await client.put('/program', { name: 'Roadmap', models: ['lithium'], headline: 'lithium' });
  const units = [
    { unit: 'group', name: 'Group', kind: 'enterprise' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'group' },
    { unit: 'desk', name: 'Desk', kind: 'team', parent: 'emea', tags: ['pilot'] },
  ].map((unit) => ({ ...unit, occurredAt: '2008-01-01' }));
  expect((await client.post('/units', { units })).status).toBe(201);
});

const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);
const on = (day: string) => {
  now = Math.max(now + 1000, Date.parse(`${day}T12:00:00Z`));
};
const achieve = (unit: string, milestone: string, occurredAt: string) =>
  client.post(`/units/${unit}/milestones`, { milestone, occurredAt });

describe('a target', () => {
  test('is set, moved, handed over and dropped, and remembers how', async () => {
    const owner = { name: 'Ada', email: 'ada@example.org' };
    const made = await client.put('/units/desk/targets/hub', {
      milestone: 'hub.launched',
      due: '2012-03',
      owner,
    });
    expect(made).toMatchObject({
      status: 201,
      body: {
        unit: 'desk',
        target: 'hub',
        goal: { kind: 'milestone', milestone: 'hub.launched' },
        due: '2012-03',
        firstDue: '2012-03',
        moves: [],
        owner,
        version: 2,
      },
    });
    expect(made.headers.get('etag')).toBe('"2"');
    const moved = await client.put('/units/desk/targets/hub', {
      due: '2012-Q4',
      reason: 'The vendor is late.',
    });
    expect(moved).toMatchObject({
      status: 200,
      body: { due: '2012-Q4', firstDue: '2012-03', owner, version: 3 },
    });
    expect(moved.body.moves).toEqual([
      {
        from: '2012-03',
        to: '2012-Q4',
        at: expect.any(String),
        position: expect.any(Number),
        event: expect.any(String),
      },
    ]);
    const again = await client.put('/units/desk/targets/hub', { due: '2012-Q4', owner });
    expect(again).toMatchObject({ status: 200, body: { version: 3 } });
    const aim = await client.put('/units/desk/targets/hub', { due: null, owner: null });
    expect(aim).toMatchObject({ status: 200, body: { due: null, owner: null, version: 5 } });
    const { body } = await client.get('/units/desk/roadmap');
    expect(body.targets).toMatchObject([
      { target: 'hub', title: 'Social hub launched', status: 'aim', slipDays: null, owner: null },
    ]);
    const history = await client.get('/units/desk/history');
    const told = history.body.items.flatMap((item: { event?: { type: string; data: object } }) =>
      item.event?.type.startsWith('target.') ? [[item.event.type, item.event.data]] : [],
    );
    expect(told).toMatchObject([
      ['target.moved', { due: null }],
      ['target.set', { owner: null }],
      ['target.moved', { due: '2012-Q4', reason: 'The vendor is late.' }],
      ['target.set', { due: '2012-03', owner }],
    ]);
    expect((await client.delete('/units/desk/targets/hub')).status).toBe(204);
    expect((await client.get('/units/desk/roadmap')).body.targets).toEqual([]);
    expect(codeOf(await client.delete('/units/desk/targets/hub'))).toBe('target-unknown');
  });

  test('is taken only for what the catalogue has, by a date that exists', async () => {
    const refused = async (body: object, path = '/units/desk/targets/t') => {
      const answer = await client.put(path, body);
      return [answer.status, codeOf(answer), answer.body.errors?.[0]?.pointer];
    };
    expect(await refused({})).toEqual([422, 'target-incomplete', '/milestone']);
    expect(await refused({ milestone: 'no.such' })).toEqual([
      422,
      'milestone-unknown',
      '/milestone',
    ]);
    expect(await refused({ model: 'none', stage: 1 })).toEqual([422, 'model-unknown', '/model']);
    expect(await refused({ model: 'lithium', stage: 9 })).toEqual([422, 'stage-unknown', '/stage']);
    expect(await refused({ model: 'lithium', dimension: 'x', level: 1 })).toEqual([
      422,
      'dimension-unknown',
      '/dimension',
    ]);
    expect(await refused({ model: 'lithium' })).toEqual([422, 'invalid', '']);
    expect(await refused({ milestone: 'hub.launched', due: '2012-02-30' })).toEqual([
      422,
      'date-invalid',
      '/due',
    ]);
    expect(await refused({ milestone: 'hub.launched', due: '2012-02-01T00:00:00Z' })).toEqual([
      422,
      'invalid',
      '/due',
    ]);
    expect(
      await refused({ model: 'lithium', stage: 2, share: 1.5 }, '/rollups/emea/targets/t'),
    ).toEqual([422, 'invalid', '/share']);
    expect(await refused({ due: '2012' }, '/rollups/emea/targets/t')).toEqual([
      422,
      'target-incomplete',
      '/model',
    ]);
    expect(await refused({ milestone: 'hub.launched' }, '/units/none/targets/t')).toEqual([
      404,
      'unit-unknown',
      '{unit}',
    ]);
    expect(
      (await client.put('/units/desk/targets/Bad_Key', { milestone: 'hub.launched' })).status,
    ).toBe(422);
  });

  test('shares its key with targets of both kinds', async () => {
    await client.put('/units/emea/targets/t', { milestone: 'hub.launched' });
    const share = { model: 'lithium', stage: 2, share: 0.5 };
    expect(codeOf(await client.put('/rollups/emea/targets/t', share))).toBe('target-of-other-kind');
    expect(codeOf(await client.delete('/rollups/emea/targets/t'))).toBe('target-of-other-kind');
    expect((await client.put('/rollups/emea/targets/s', share)).status).toBe(201);
    expect(codeOf(await client.put('/units/emea/targets/s', { due: '2013' }))).toBe(
      'target-of-other-kind',
    );
  });

  test('honours If-Match and Idempotency-Key', async () => {
    const body = { milestone: 'hub.launched', due: '2013' };
    const path = '/units/desk/targets/hub';
    expect((await client.put(path, body, { 'if-match': '"7"' })).status).toBe(412);
    const headers = { 'if-match': '"1"', 'idempotency-key': 'once' };
    const first = await client.put(path, body, headers);
    const repeat = await client.put(path, body, headers);
    expect([first.status, repeat.status]).toEqual([201, 201]);
    expect(repeat.body).toEqual(first.body);
  });

  test('is offered where a milestone lies in the future', async () => {
    const refused = await achieve('desk', 'hub.launched', '2013-Q2');
    expect(refused).toMatchObject({
      status: 422,
      body: {
        detail: expect.stringContaining('PUT /api/v1/units/desk/targets/hub-launched'),
        offer: {
          method: 'PUT',
          path: '/api/v1/units/desk/targets/hub-launched',
          body: { milestone: 'hub.launched', due: '2013-Q2' },
        },
      },
    });
    const { method, path, body } = refused.body.offer;
    expect((await client.send(method, path, body)).status).toBe(201);
    const later = await achieve('desk', 'hub.launched', '2014-01-31T10:00:00Z');
    expect(later.body.offer).toMatchObject({ path, body: { due: '2014-01-31' } });
  });

  test('is found by the address of its owner', async () => {
    const owner = { name: 'Ada', email: 'ada@example.org' };
    await client.put('/units/desk/targets/hub', { milestone: 'hub.launched', owner });
    const found = await client.get('/rollups/group/roadmap?owner=ADA@example.org');
    expect(found.body.items).toMatchObject([{ unit: 'desk', owner }]);
    expect((await client.get('/rollups/group/roadmap?owner=eve@example.org')).body.items).toEqual(
      [],
    );
  });
});

describe('the roadmap of a unit', () => {
  test('says what is done, lost again and late, and how far dates slipped', async () => {
    on('2012-02-01');
    await client.put('/units/desk/targets/sponsor', {
      milestone: 'sponsor.approved',
      due: '2012-03',
    });
    await client.put('/units/desk/targets/hub', { milestone: 'hub.launched', due: '2012-06-30' });
    on('2012-05-01');
    await client.put('/units/desk/targets/hub', { due: '2012-09-30' });
    await achieve('desk', 'sponsor.approved', '2012-04-10');
    const roadmap = async (query: string) =>
      Object.fromEntries(
        (await client.get(`/units/desk/roadmap?${query}`)).body.targets.map(
          (one: { target: string; status: string; slipDays: number }) => [
            one.target,
            [one.status, one.slipDays],
          ],
        ),
      );
    expect(await roadmap('asOf=2012-05-01')).toEqual({
      sponsor: ['done', 10],
      hub: ['on-track', 92],
    });
    // April has begun: the date is over, and it was reached only on the 10th
    expect(await roadmap('asOf=2012-04-05')).toEqual({
      sponsor: ['late', 5],
      hub: ['on-track', 92],
    });
    on('2012-12-01');
    await client.post('/units/desk/lapses', {
      milestone: 'sponsor.approved',
      occurredAt: '2012-11-01',
    });
    expect(await roadmap('asOf=2012-12-01')).toEqual({
      sponsor: ['late', 245],
      hub: ['late', 154],
    });
    const known = await client.get(
      '/units/desk/roadmap?asOf=2012-12-01&knownAt=2012-03-01T00:00:00Z',
    );
    expect(known.body.targets).toMatchObject([
      { target: 'sponsor', status: 'late', moves: [] },
      { target: 'hub', due: '2012-06-30', moves: [] },
    ]);
    const { body } = await client.get('/units/desk/roadmap?asOf=2012-12-01');
    expect(body.targets[0]).toMatchObject({
      lostOn: '2012-11-01T00:00:00Z',
      because: [
        { rule: 'due-passed' },
        { rule: 'lost-again', says: expect.stringContaining('2012-11-01') },
      ],
    });
  });

  test('expands a stage into what is missing, gate by gate', async () => {
    await achieve('desk', 'sponsor.approved', '2011-01-01');
    const stage = { model: 'lithium', stage: 4, due: '2013' };
    await client.put('/units/desk/targets/extended', stage);
    const { body } = await client.get('/units/desk/roadmap');
    const [target] = body.targets;
    expect(target.goal).toEqual({ kind: 'stage', model: 'lithium', stage: 'extended' });
    expect(target.progress).toBeGreaterThan(0);
    expect(target.progress).toBeLessThan(1);
    const ordinals = target.steps.map((step: { stage: { ordinal: number } }) => step.stage.ordinal);
    expect(ordinals).toEqual([2, 3, 4].slice(3 - ordinals.length));
    for (const step of target.steps) {
      expect(step.missing.length).toBeGreaterThanOrEqual(step.stillNeeded);
      const keys = step.missing.map((one: { keyMove: boolean }) => one.keyMove);
      expect(keys).toEqual([...keys].sort((a: boolean, b: boolean) => Number(b) - Number(a)));
    }
  });

  test('answers 304 to a client that has it', async () => {
    await client.put('/units/desk/targets/hub', { milestone: 'hub.launched', due: '2013' });
    const path = '/units/desk/roadmap?asOf=2012-01-01&knownAt=2012-01-10T00:00:00Z';
    const { headers } = await client.get(path);
    const tag = headers.get('etag') as string;
    expect((await client.get(path, { 'if-none-match': tag })).status).toBe(304);
  });
});

describe('the roadmap of a subtree', () => {
  test('counts shares, sums up, filters and pages', async () => {
    on('2013-01-01');
    const share = { model: 'lithium', stage: 'sponsored', share: 0.6, due: '2012-12-31' };
    await client.put('/rollups/group/targets/most', share);
    await client.put('/units/emea/targets/hub', { milestone: 'hub.launched', due: '2014' });
    await client.put('/units/desk/targets/hub', { milestone: 'hub.launched', due: '2013-06' });
    await client.put('/units/desk/targets/far', { milestone: 'coe.formed' });
    const ask = (query: string) => client.get(`/rollups/group/roadmap?${query}`);
    const late = await ask('asOf=2013-01-01');
    expect(
      late.body.items.map((one: { unit: string; target: string }) => `${one.unit} ${one.target}`),
    ).toEqual(['group most', 'desk hub', 'emea hub', 'desk far']);
    expect(late.body.items[0]).toMatchObject({
      status: 'late',
      reached: 0,
      counted: 3,
      slipDays: 1,
      name: 'Group',
    });
    expect(late.body.summary).toMatchObject({
      targets: 4,
      byStatus: { late: 1, aim: 1, 'on-track': 2 },
      nextDue: { unit: 'desk', target: 'hub', due: '2013-06' },
      mostSlipped: [{ unit: 'group', target: 'most', slipDays: 1 }],
    });
    const sponsor = await client.get('/models/lithium');
    expect(sponsor.status).toBe(200);
    for (const one of ['desk', 'emea']) await achieve(one, 'sponsor.approved', '2012-06-01');
    const first = await ask('limit=1&asOf=2013-01-01');
    expect(first.body.items).toHaveLength(1);
    const second = await ask(`limit=3&cursor=${first.body.next}`);
    expect(second.body.items).toHaveLength(3);
    expect(second.body.next).toBeNull();
    expect(
      (await ask('kind=team')).body.items.every((one: { unit: string }) => one.unit === 'desk'),
    ).toBe(true);
    expect((await ask('model=lithium')).body.items).toHaveLength(1);
    expect((await ask('milestone=coe.formed')).body.items).toMatchObject([{ target: 'far' }]);
    expect((await ask('status=aim')).body).toMatchObject({
      items: [{ target: 'far' }],
      summary: { targets: 4 },
    });
    const own = await client.get('/units/desk/roadmap');
    expect(own.body.countedIn).toMatchObject([{ unit: 'group', target: 'most' }]);
  });
});
