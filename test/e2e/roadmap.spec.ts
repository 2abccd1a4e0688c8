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
  client = await plannedProgram(api, `roadmap-${++count}`);
});

const on = (day: string) => {
  now = Math.max(now + 1000, Date.parse(`${day}T12:00:00Z`));
};
const achieve = (unit: string, milestone: string, occurredAt: string) =>
  client.post(`/units/${unit}/milestones`, { milestone, occurredAt });

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
    expect((await ask('goal=share')).body).toMatchObject({
      items: [{ target: 'most' }],
      summary: { targets: 4 },
    });
    const own = await client.get('/units/desk/roadmap');
    expect(own.body.countedIn).toMatchObject([{ unit: 'group', target: 'most' }]);
  });
});
