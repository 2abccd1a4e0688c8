import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client, type Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
let office: Client;
beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('writes');
  const units = [
    { unit: 'group', name: 'Group', kind: 'enterprise', occurredAt: '2009-01-01' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'group', occurredAt: '2009-01-01' },
    { unit: 'emea-desk', name: 'Desk', kind: 'team', parent: 'emea', occurredAt: '2009-01-01' },
    { unit: 'emea-old', name: 'Old', kind: 'team', parent: 'emea', occurredAt: '2009-01-01' },
    { unit: 'apac', name: 'APAC', kind: 'region', parent: 'group', occurredAt: '2009-01-01' },
    { unit: 'apac-desk', name: 'Desk', kind: 'team', parent: 'apac', occurredAt: '2009-01-01' },
  ];
  const { status, body } = await office.post('/units', { units });
  if (status !== 201) throw new Error(JSON.stringify(body));
});
afterAll(() => api.stop());

async function holder(wish: Readonly<Record<string, unknown>>): Promise<Client> {
  const { status, body } = await office.post('/keys', { name: 'A key', ...wish });
  expect(status, JSON.stringify(body)).toBe(201);
  return new Client(api.url, body.key);
}

const achieved = (milestone: string) => ({ milestone, occurredAt: '2012-01-01' });

async function recorded(client: Client, unit: string, milestone: string): Promise<string> {
  const { status, body } = await client.post(`/units/${unit}/milestones`, achieved(milestone));
  expect(status, JSON.stringify(body)).toBe(201);
  return body.event.id as string;
}

function refused({ status, body }: { status: number; body: Json }) {
  return [status, body.type?.replace('urn:waymark:problem:', '')];
}

describe('a program office limited to a subtree', () => {
  let emea: Client;
  beforeAll(async () => {
    emea = await holder({ role: 'program-office', under: 'emea' });
  });

  it('registers units below its own, and nowhere else', async () => {
    const put = (unit: string, parent: string | null) =>
      emea.put(`/units/${unit}`, { name: unit, kind: 'team', parent });
    expect((await put('emea-new', 'emea')).status).toBe(201);
    expect((await put('emea-new-below', 'emea-new')).status).toBe(201);
    expect(refused(await put('stray', null))).toEqual([403, 'beyond-reach']);
    expect(refused(await put('stray', 'apac'))).toEqual([422, 'parent-unknown']);
    expect(refused(await put('stray', 'nowhere'))).toEqual([422, 'parent-unknown']);
    expect((await office.get('/units/stray')).status).toBe(404);
  });

  it('takes what lies elsewhere for something that is not there', async () => {
    const same = { name: 'APAC', kind: 'region' };
    expect(refused(await emea.put('/units/apac', same))).toEqual([404, 'unit-unknown']);
    expect(refused(await emea.put('/units/apac', { ...same, parent: 'emea' }))).toEqual([
      404,
      'unit-unknown',
    ]);
    const stale = { 'if-match': '"77"' };
    expect((await emea.put('/units/apac', same, stale)).status).toBe(404);
    const batch = [
      { unit: 'emea-batch', name: 'Batch', kind: 'team', parent: 'emea' },
      { unit: 'apac-desk', name: 'Desk', kind: 'team' },
    ];
    expect(refused(await emea.post('/units', { units: batch }))).toEqual([404, 'unit-unknown']);
    expect((await office.get('/units/emea-batch')).status).toBe(404);
  });

  it('brings a whole branch in one batch', async () => {
    const units = [
      { unit: 'emea-branch', name: 'Branch', kind: 'region', parent: 'emea' },
      { unit: 'emea-leaf', name: 'Leaf', kind: 'team', parent: 'emea-branch' },
    ];
    const { status, body } = await emea.post('/units', { units });
    expect(status).toBe(201);
    expect(body.units.map(({ parent }: Json) => parent)).toEqual(['emea', 'emea-branch']);
  });

  it('moves units within its subtree, and none out of it or into it', async () => {
    const move = (unit: string, parent: string | null) => emea.put(`/units/${unit}`, { parent });
    expect((await move('emea-desk', 'emea-branch')).status).toBe(200);
    expect((await move('emea-desk', 'emea')).status).toBe(200);
    expect(refused(await move('emea-desk', 'apac'))).toEqual([422, 'parent-unknown']);
    expect(refused(await move('emea-desk', null))).toEqual([403, 'beyond-reach']);
    expect(refused(await move('emea', 'apac'))).toEqual([422, 'parent-unknown']);
    const top = await emea.put('/units/emea', { name: 'Europe' });
    expect(top.body).toMatchObject({ name: 'Europe', parent: null });
    expect((await office.get('/units/emea')).body.parent).toBe('group');
  });

  it('merges units of its own only', async () => {
    const merge = (unit: string, into: string) => emea.post(`/units/${unit}/merger`, { into });
    expect(refused(await merge('emea-old', 'apac-desk'))).toEqual([422, 'heir-unknown']);
    expect(refused(await merge('apac-desk', 'emea-old'))).toEqual([404, 'unit-unknown']);
    expect((await merge('emea-old', 'emea-desk')).status).toBe(201);
  });

  it('cannot bring a unit back to where it lay elsewhere by retracting a move', async () => {
    expect(
      (await office.put('/units/wanderer', { name: 'W', kind: 'team', parent: 'apac' })).status,
    ).toBe(201);
    expect((await office.put('/units/wanderer', { parent: 'emea' })).status).toBe(200);
    const { body } = await office.get('/units/wanderer/history');
    const move = body.items.find((one: Json) => one.event?.type === 'unit.moved').event.id;
    const answer = await emea.post('/units/wanderer/retractions', {
      event: move,
      reason: 'Wrong.',
    });
    expect(refused(answer)).toEqual([403, 'beyond-reach']);
    expect(JSON.stringify(answer.body)).not.toContain('apac');
  });

  it('knows nothing of events elsewhere', async () => {
    const there = await recorded(office, 'apac-desk', 'sponsor.approved');
    const here = await recorded(office, 'emea-desk', 'sponsor.approved');
    const retract = (event: string) =>
      emea.post('/units/emea-desk/retractions', { event, reason: 'Not so.' });
    expect(refused(await retract(there))).toEqual([422, 'event-unknown']);
    expect((await retract(here)).status).toBe(201);
  });

  it('plans, and supposes, within its subtree', async () => {
    expect(
      (
        await emea.put('/rollups/emea/targets/half', {
          model: 'lithium',
          stage: 2,
          share: 0.5,
          due: '2040-01-01',
        })
      ).status,
    ).toBe(201);
    const elsewhere = { achieve: [{ milestone: 'coe.formed', unit: 'apac' }] };
    expect(refused(await emea.post('/rollups/emea/what-if', elsewhere))).toEqual([
      404,
      'unit-unknown',
    ]);
    expect(refused(await emea.post('/rollups/emea/what-if/plan', elsewhere))).toEqual([
      404,
      'unit-unknown',
    ]);
  });
});

describe('an integration', () => {
  it('records the milestones it names at the units it names, and nothing else', async () => {
    const hub = await holder({ role: 'integration', under: 'emea', milestones: ['hub.launched'] });
    await recorded(hub, 'emea-desk', 'hub.launched');
    const post = (unit: string, milestone: string) =>
      hub.post(`/units/${unit}/milestones`, achieved(milestone));
    expect(refused(await post('emea-desk', 'coe.formed'))).toEqual([403, 'milestone-not-allowed']);
    expect(refused(await post('apac-desk', 'hub.launched'))).toEqual([404, 'unit-unknown']);
    const preview = await hub.post(
      '/units/emea-desk/milestones?preview=true',
      achieved('coe.formed'),
    );
    expect(refused(preview)).toEqual([403, 'milestone-not-allowed']);
  });

  it('is told of each event of a batch whether it may', async () => {
    const hub = await holder({ role: 'integration', under: 'emea', milestones: ['hub.launched'] });
    const event = (id: string, subject: string, kind: string, data: object) => ({
      specversion: '1.0',
      id,
      source: '/tracker',
      type: `waymark.milestone.${kind}.v1`,
      subject,
      time: '2013-01-01T00:00:00Z',
      data,
    });
    const batch = [
      event('1', 'emea-desk', 'achieved', { milestone: 'hub.launched' }),
      event('2', 'apac-desk', 'achieved', { milestone: 'hub.launched' }),
      event('3', 'emea-desk', 'achieved', { milestone: 'crm.integrated' }),
      event('4', 'emea-desk', 'waived', { milestone: 'hub.launched', reason: 'Please.' }),
    ];
    const { status, body } = await hub.post('/events', JSON.stringify(batch), {
      'content-type': 'application/cloudevents-batch+json',
    });
    expect(status).toBe(202);
    expect(body.results.map((one: Json) => [one.status, one.problem?.status ?? null])).toEqual([
      ['recorded', null],
      ['rejected', 404],
      ['rejected', 403],
      ['rejected', 403],
    ]);
  });

  it('takes back its own facts, and nobody else’s', async () => {
    const mine = await holder({ role: 'integration' });
    const own = await recorded(mine, 'apac-desk', 'coe.formed');
    const other = await recorded(office, 'apac-desk', 'hub.launched');
    const retract = (id: string, event: string) =>
      mine.post(
        '/events',
        JSON.stringify({
          specversion: '1.0',
          id,
          source: '/tracker',
          type: 'waymark.milestone.retracted.v1',
          subject: 'apac-desk',
          data: { event, reason: 'Reopened.' },
        }),
        { 'content-type': 'application/cloudevents+json' },
      );
    expect(refused(await retract('r1', other))).toEqual([403, 'not-own-fact']);
    expect((await retract('r2', own)).status).toBe(202);
  });
});

describe('a key with scopes', () => {
  it('does no more than they say', async () => {
    const planner = await holder({ role: 'program-office', scopes: ['catalogue', 'plan'] });
    expect((await planner.put('/units/apac/targets/coe', { milestone: 'coe.formed' })).status).toBe(
      201,
    );
    expect((await planner.get('/units/apac')).status).toBe(403);
    expect((await planner.post('/units/apac/milestones', achieved('coe.formed'))).status).toBe(403);
  });
});
