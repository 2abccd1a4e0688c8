import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { plannedProgram } from './support/planned-program.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let now = Date.parse('2012-01-10T09:00:00Z');
let count = 0;
beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => now } });
});
afterAll(() => api.stop());
beforeEach(async () => {
  now += 1000;
  client = await plannedProgram(api, `targets-${++count}`);
});

const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);
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
    expect(await client.get('/units/desk/roadmap')).toMatchObject({
      status: 200,
      body: {
        targets: [
          {
            target: 'hub',
            title: 'Social hub launched',
            status: 'aim',
            slipDays: null,
            owner: null,
          },
        ],
      },
    });
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
