import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const DAY = 86_400_000;
const START = Date.UTC(2020, 0, 1);

const MODEL = `id: climb
version: 1
title: Climb
policy: gates
stages:
  - { id: backed, name: Backed, criteria: [ { id: a, says: A sponsor, when: { milestone: sponsor.approved } } ] }
  - { id: open, name: Open, criteria: [ { id: b, says: A hub, when: { milestone: hub.launched } } ] }
  - { id: joined, name: Joined, criteria: [ { id: c, says: The CRM, when: { milestone: crm.integrated } } ] }
`;

let api: TestApi;
let office: Client;

beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('climbers');
  await office.send('POST', '/models', MODEL, { 'content-type': 'application/yaml' });
  await office.put('/program', { name: 'Climbers', models: ['climb'], headline: 'climb' });
  const teams = Array.from({ length: 30 }, (_, index) => ({
    unit: `team-${index}`,
    name: `Team ${index}`,
    kind: 'team',
    parent: 'group',
    occurredAt: '2020-01-01',
  }));
  const group = { unit: 'group', name: 'Group', kind: 'group', occurredAt: '2020-01-01' };
  await office.post('/units', { units: [group, ...teams] });
  const facts = teams.flatMap(({ unit }, index) => {
    const backed = START + (30 + 5 * index) * DAY;
    const open = backed + (100 + 7 * index) * DAY;
    return [
      fact(unit, 'sponsor.approved', backed),
      ...(index < 22 ? [fact(unit, 'hub.launched', open)] : []),
      ...(index < 4 ? [fact(unit, 'crm.integrated', open + 90 * DAY)] : []),
    ];
  });
  const told = await office.send('POST', '/events', JSON.stringify(facts), {
    'content-type': 'application/cloudevents-batch+json',
  });
  if (told.body.results.some(({ status }: Json) => status !== 'recorded')) {
    throw new Error(JSON.stringify(told.body));
  }
  await office.put('/units/team-29/targets/open', { model: 'climb', stage: 'open' });
  await office.put('/rollups/group/targets/most', { model: 'climb', stage: 'open', share: 0.8 });
});

afterAll(() => api.stop());

function fact(unit: string, milestone: string, at: number) {
  return {
    specversion: '1.0',
    id: `${unit}-${milestone}`,
    source: 'https://climbers.example',
    type: 'waymark.milestone.achieved.v1',
    subject: unit,
    time: new Date(at).toISOString(),
    data: { milestone },
  };
}

/** What a unit's forecast says of the model, once the worker has seen the whole log. */
async function fresh(unit: string): Promise<Json> {
  return eventually(async () => {
    const { body } = await office.get(`/units/${unit}/forecast`);
    const [item] = body.items;
    return item.learntFrom.position === body.position ? item : undefined;
  });
}

describe('the forecast of a unit', () => {
  test('is a range from the program’s own history, as the worker computed it', async () => {
    const item = await fresh('team-29');
    expect(item).toMatchObject({ model: 'climb', stage: { id: 'backed' } });
    expect(item.next.stage.id).toBe('open');
    expect(item.next.forecast).toMatchObject({
      basis: 'history',
      precedents: 22,
      reachedBy: { units: 22, of: 31 },
    });
    // it has waited for years, and nobody who waited so long has gone on
    expect(item.next.forecast).toMatchObject({ p50: null, p85: null, beyond: 1 });
  });

  test('gives no date for what fewer than ten have done, and says how few', async () => {
    const item = await fresh('team-29');
    expect(item.last).toMatchObject({
      stage: { id: 'joined' },
      forecast: { basis: 'not-enough-history', precedents: 4, reachedBy: { units: 4, of: 31 } },
    });
    expect(item.last.forecast).not.toHaveProperty('p50');
  });

  test('as of a day of the past is what was to be expected by what had happened until then', async () => {
    const { body } = await office.get('/units/team-21/forecast?asOf=2020-12-01');
    const [item] = body.items;
    expect(item).toMatchObject({ stage: { id: 'backed' }, since: '2020-05-15T00:00:00Z' });
    const { forecast } = item.next;
    expect(forecast).toMatchObject({ basis: 'history', precedents: 18 });
    // so many days after the hub of the one before was opened
    expect(forecast.p10 > '2020-12-01').toBe(true);
    expect(forecast.p85 === null || forecast.p85 < '2021-06-01').toBe(true);
    expect(item.learntFrom).toMatchObject({ asOf: '2020-12-01T00:00:00Z' });
    const early = await office.get('/units/team-21/forecast?asOf=2020-06-01');
    expect(early.body.items[0].next.forecast.basis).toBe('not-enough-history');
  });

  test('for a pair of times stays the same, whatever is recorded since, and is not sent twice', async () => {
    const first = await office.get('/units/team-25/forecast');
    const pair = `asOf=2020-12-01&knownAt=${first.body.knownAt}`;
    const before = await office.get(`/units/team-25/forecast?${pair}`);
    await office.post('/units/team-22/milestones', {
      milestone: 'hub.launched',
      occurredAt: '2020-11-01',
    });
    const after = await office.get(`/units/team-25/forecast?${pair}`);
    expect(after.body).toEqual(before.body);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
    expect(after.headers.get('etag')).toMatch(/^"/);
    const again = await office.get(`/units/team-25/forecast?${pair}`, {
      'if-none-match': after.headers.get('etag') ?? '',
    });
    expect(again.status).toBe(304);
    const item = await fresh('team-25');
    expect(item.next.forecast.precedents).toBe(23);
  });

  test('is refused for what there is not', async () => {
    expect((await office.get('/units/nobody/forecast')).status).toBe(404);
    const future = await office.get('/units/group/forecast?knownAt=2199-01-01');
    expect(future.status).toBe(422);
  });
});

describe('the forecast of a share', () => {
  test('counts the unit and those below it, and marks what is assumed', async () => {
    const path = '/rollups/group/forecast?model=climb&stage=open&share=0.7&asOf=2020-12-01';
    const { body } = await office.get(path);
    expect(body).toMatchObject({ counted: 31, stage: { ordinal: 2 }, share: 0.7 });
    expect(body.reached + body.needed).toBe(22);
    expect(body.forecast.assumes).toBe('shared-fate');
    expect(body.forecast.p50 > '2020-12-01').toBe(true);
    const pair = `${path}&knownAt=${body.knownAt}`;
    expect((await office.get(pair)).body).toEqual(body);
  });

  test('is null where the share is reached', async () => {
    const { body } = await office.get('/rollups/group/forecast?stage=backed&share=0.9');
    expect(body).toMatchObject({ model: 'climb', reached: 30, needed: 0, forecast: null });
  });

  test('names the stages where the one asked for is none', async () => {
    const { status, body } = await office.get('/rollups/group/forecast?stage=moon');
    expect(status).toBe(422);
    expect(body.detail).toContain('backed, open, joined');
    expect((await office.get('/rollups/group/forecast?stage=open&share=1.5')).status).toBe(422);
  });
});

test('roadmaps carry the forecasts of their targets', async () => {
  await fresh('team-29');
  const { body } = await office.get('/units/team-29/roadmap');
  expect(body.targets[0].forecast).toMatchObject({ basis: 'history', p85: null });
  const group = await office.get('/units/group/roadmap');
  expect(group.body.targets[0].forecast).toMatchObject({ basis: 'history' });
});
