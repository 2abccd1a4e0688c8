import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let retraction: string;
let knownBefore: string;

const units = [
  { unit: 'group', name: 'Group', kind: 'enterprise' },
  { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'group', tags: ['pilot'] },
  { unit: 'apac', name: 'APAC', kind: 'region', parent: 'group' },
  { unit: 'emea-support', name: 'Support', kind: 'function', parent: 'emea' },
  { unit: 'emea-sales', name: 'Sales', kind: 'function', parent: 'emea' },
].map((one) => ({ ...one, occurredAt: '2010-01-01', models: ['small', 'sized'] }));

const small = (id: string, stages: readonly string[]) =>
  [
    `id: ${id}`,
    'version: 1',
    `title: Model ${id}`,
    'policy: gates',
    'rollup: weakest',
    'stages:',
    ...stages.map(
      (milestone, index) =>
        `  - { id: s${index}, name: Stage ${index + 1}, criteria: [ { id: c${index}, says: Asks ${milestone}., when: { milestone: ${milestone} } } ] }`,
    ),
  ].join('\n');

beforeAll(async () => {
  api = await startTestApi();
  client = await api.newProgram('rollups');
  await client.put('/program', { name: 'Rollups' });
  for (const yaml of [
    small('small', ['hub.launched', 'crm.integrated']),
    small('sized', ['sponsor.approved', 'coe.formed', 'governance.established', 'metrics.aligned']),
  ]) {
    const added = await client.post('/models', yaml, { 'content-type': 'application/yaml' });
    if (added.status !== 201) throw new Error(JSON.stringify(added.body));
  }
  await client.post('/units', { units });
  const achieve = async (unit: string, milestone: string, occurredAt: string) =>
    (await client.post(`/units/${unit}/milestones`, { milestone, occurredAt })).body.event.id;
  await achieve('emea-support', 'hub.launched', '2011-01-01');
  await achieve('emea-support', 'crm.integrated', '2012-01-01');
  const wrong = await achieve('emea-sales', 'hub.launched', '2011-06-01');
  knownBefore = (await client.get('/rollups/group?model=small')).body.knownAt;
  const retracted = await client.post('/units/emea-sales/retractions', {
    event: wrong,
    reason: 'It was another hub.',
  });
  retraction = retracted.body.event.id;
});
afterAll(() => api.stop());

const unitsOf = (body: { distribution: { units: number }[] }) =>
  body.distribution.map((one) => one.units);

describe('a rollup', () => {
  test('shows the unit itself beside what its children say of it', async () => {
    const { body } = await client.get('/rollups/emea?model=small');
    expect(body).toMatchObject({
      below: 3,
      units: 3,
      median: 0,
      own: { ordinal: 0 },
      fromChildren: { rule: 'weakest', stage: { ordinal: 0, id: 'none' } },
      leading: [{ unit: 'emea-support', stage: { ordinal: 2 } }, {}, {}],
    });
    expect(unitsOf(body)).toEqual([2, 0, 1]);
  });

  test('counts some kinds and tags only', async () => {
    expect((await client.get('/rollups/group?model=small&kind=function')).body.units).toBe(2);
    expect((await client.get('/rollups/group?model=small&tag=pilot')).body.units).toBe(1);
  });

  test('is the same for good for a pair in the past, and is not sent twice', async () => {
    const path = `/rollups/group?model=small&asOf=2011-07-01&knownAt=${knownBefore}`;
    const first = await client.get(path);
    expect(unitsOf(first.body)).toEqual([3, 2, 0]);
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^"\d+-\d+"$/);
    const again = await client.get(path, { 'if-none-match': etag });
    expect(again.status).toBe(304);
    const now = await client.get('/rollups/group?model=small&asOf=2011-07-01');
    expect(unitsOf(now.body)).toEqual([4, 1, 0]);
  });
});

describe('through time', () => {
  test('a trend gives one point after another, by the calendar', async () => {
    const { body } = await client.get(
      '/rollups/group/trend?model=small&from=2010-12-31&to=2012-02-01&every=P6M',
    );
    expect(body.points.map((point: { at: string }) => point.at)).toEqual([
      '2010-12-31T00:00:00Z',
      '2011-06-30T00:00:00Z',
      '2011-12-31T00:00:00Z',
    ]);
    expect(body.points.map(unitsOf)).toEqual([
      [5, 0, 0],
      [4, 1, 0],
      [4, 1, 0],
    ]);
    const wrong = await client.get('/rollups/group/trend?from=2010-01-01&every=monthly');
    expect(wrong.status).toBe(422);
    const many = await client.get('/rollups/group/trend?from=2010-01-01&every=PT1M');
    expect(many.status).toBe(422);
  });

  test('transitions tell how long units stood where they were', async () => {
    const { body } = await client.get('/rollups/group/transitions?model=small&to=2013-01-01');
    expect(body.transitions).toMatchObject([
      { from: { ordinal: 0 }, to: { ordinal: 1 }, count: 1, days: { median: 365 } },
      { from: { ordinal: 1 }, to: { ordinal: 2 }, count: 1, days: { median: 365 } },
    ]);
    expect(body.stages[0]).toMatchObject({ left: { count: 1 }, waiting: { count: 4 } });
    expect(body.from).toBeNull();
  });

  test('changes tell who rose and by which fact', async () => {
    const { body } = await client.get(
      '/rollups/group/changes?model=small&from=2010-06-01&to=2013-01-01',
    );
    expect(body.counts).toEqual([{ model: 'small', rose: 1, fell: 0, appeared: 0, left: 0 }]);
    expect(body.flows).toMatchObject([
      { model: 'small', from: { ordinal: 0 }, to: { ordinal: 0 }, units: 4 },
      { model: 'small', from: { ordinal: 0 }, to: { ordinal: 2 }, units: 1 },
    ]);
    expect(body.items).toMatchObject([
      {
        unit: 'emea-support',
        change: 'rose',
        to: { ordinal: 2 },
        because: [{ milestone: 'hub.launched' }, { milestone: 'crm.integrated' }],
      },
    ]);
    const fallen = await client.get(
      '/rollups/group/changes?model=small&from=2010-06-01&to=2013-01-01&change=fell',
    );
    expect(fallen.body.items).toEqual([]);
    expect(fallen.body.counts).toEqual(body.counts);
    expect((await client.get('/rollups/group/changes')).status).toBe(422);
  });

  test('what was restated names the fact that did it', async () => {
    const { body: now } = await client.get('/rollups/group?model=small');
    const { body } = await client.get(
      `/rollups/group/changes?asOf=2011-07-01&knownAt=${knownBefore}&knownAt=${now.knownAt}`,
    );
    expect(body.restatedSince).toBe(knownBefore);
    expect(body.items).toMatchObject([
      { unit: 'emea-sales', model: 'small', change: 'fell', because: [{ event: retraction }] },
    ]);
    const same = await client.get(
      `/rollups/group/changes?asOf=2011-07-01&knownAt=${now.knownAt}&knownAt=${now.knownAt}`,
    );
    expect(same.body.items).toEqual([]);
  });

  test('a page that follows is of the same moment', async () => {
    const path = '/rollups/group/changes?from=2009-01-01&limit=1';
    const first = await client.get(path);
    expect(first.body.items).toHaveLength(1);
    await client.post('/units/apac/milestones', {
      milestone: 'hub.launched',
      occurredAt: '2012-01-01',
    });
    const second = await client.get(`${path}&cursor=${first.body.next}`);
    expect(second.body.knownAt).toBe(first.body.knownAt);
    expect(second.body.items[0]).not.toEqual(first.body.items[0]);
  });
});

describe('models beside each other', () => {
  test('a heatmap shows children across models, each with its own ladder', async () => {
    const { body } = await client.get('/rollups/group/heatmap?asOf=2012-06-01');
    expect(body.columns.map(({ model, of }: { model: string; of: number }) => [model, of])).toEqual(
      [
        ['small', 2],
        ['sized', 4],
      ],
    );
    expect(body.rows.map(({ unit }: { unit: string }) => unit)).toEqual(['apac', 'emea']);
    expect(body.rows[1].cells[0]).toMatchObject({ units: 3, median: { ordinal: 0 } });
    expect((await client.get('/rollups/group/heatmap?by=dimensions&model=small')).status).toBe(422);
    const grown = await client.get('/rollups/group/heatmap?by=dimensions&model=quintarelli');
    expect(grown.body.columns.length).toBeGreaterThan(1);
    expect(grown.body.rows[1].cells[0]).toMatchObject({ units: 0, median: null, own: null });
  });

  test('disagreements name what the model behind still asks', async () => {
    const { body } = await client.get('/rollups/group/disagreements?models=small,sized');
    expect(body).toMatchObject({ compared: 5 });
    expect(body.items[0]).toMatchObject({
      unit: 'emea-support',
      apart: 1,
      behind: 'sized',
      criteria: [{ criterion: 'c0', milestones: ['sponsor.approved'] }],
    });
    expect((await client.get('/rollups/group/disagreements?models=small')).status).toBe(422);
  });
});
