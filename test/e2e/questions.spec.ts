import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('rollups and histories', () => {
  test('follow what is recorded below', async () => {
    const client = await api.newProgram('rolled');
    await client.put('/units/top', { name: 'Top', kind: 'enterprise' });
    for (const key of ['a', 'b'])
      await client.put(`/units/${key}`, { name: key, kind: 'team', parent: 'top' });
    await client.post('/units/a/milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2012-01-01',
    });
    const { body } = await client.get('/rollups/top?model=lithium');
    expect(body).toMatchObject({ unit: 'top', model: 'lithium', units: 3, median: 1 });
    const counts = body.distribution.map((one: { units: number }) => one.units);
    expect(counts).toEqual([0, 2, 1, 0, 0, 0]);
    expect((await client.get('/rollups/top?model=lithium&kind=team')).body.units).toBe(2);
    expect((await client.get('/rollups/top?model=nothing')).status).toBe(422);
    const { body: history } = await client.get('/units/a/history');
    expect(history.items.map((entry: { kind: string }) => entry.kind)).toContain('transition');
    const page = await client.get('/units/a/history?limit=1');
    const next = await client.get(`/units/a/history?limit=1&cursor=${page.body.next}`);
    expect([...page.body.items, ...next.body.items]).toEqual(history.items.slice(0, 2));
    const then = await client.get('/units/a/history?asOf=2011-06-01');
    expect(then.body).toMatchObject({ asOf: '2011-06-01T00:00:00Z', items: [] });
  });

  test('what will be known cannot be asked, and what was known never changes', async () => {
    const client = await api.newProgram('times');
    await client.put('/units/u', { name: 'U', kind: 'team', occurredAt: '2010' });
    await client.post('/units/u/milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2012-01-01',
    });
    const { body: now } = await client.get('/units/u/standings');
    const pair = `asOf=${now.asOf}&knownAt=${now.knownAt}`;
    await client.post('/units/u/lapses', {
      milestone: 'sponsor.approved',
      occurredAt: '2012-06-01',
    });
    const { body: then } = await client.get(`/units/u/standings?${pair}`);
    expect(then).toEqual(now);
    expect((await client.get('/units/u/standings?knownAt=2199-01-01')).status).toBe(422);
    expect((await client.get('/units/u/standings?asOf=2011-02-30')).status).toBe(422);
    expect((await client.get('/units/u/standings?asOf=2005-01-01')).body.items).toEqual([]);
    expect((await client.get('/units/u/standings?asOf=2199-01-01')).status).toBe(200);
  });
});

test('what a person decides about advice is seen at once', async () => {
  const client = await api.newProgram('advised');
  await client.put('/units/u', { name: 'U', kind: 'team', occurredAt: '2010' });
  for (const milestone of ['sponsor.approved', 'hub.launched']) {
    await client.post('/units/u/milestones', { milestone, occurredAt: '2012-01-01' });
  }
  await client.post('/units/u/lapses', { milestone: 'sponsor.approved', occurredAt: '2013-01-01' });
  await api.advised('advised');
  const { body: advice } = await client.get('/units/u/recommendations');
  const [first] = advice.items;
  expect(first).toMatchObject({ unit: 'u', milestone: 'sponsor.approved', status: 'open' });
  const decided = await client.post(`/recommendations/${first.id}/decision`, {
    decision: 'accepted',
  });
  expect(decided).toMatchObject({
    status: 201,
    body: { event: { type: 'recommendation.decided' } },
  });
  const status = (await client.get('/recommendations?under=u')).body.items[0].status;
  expect(status).toBe('accepted');
  const gone = await eventually(async () =>
    (await client.get('/alerts?severity=critical')).body.items.find(
      (alert: { rule: string }) => alert.rule === 'sponsor-gone',
    ),
  );
  const act = (what: string, body?: unknown) => client.post(`/alerts/${gone.id}/${what}`, body);
  const state = async () =>
    (await client.get('/alerts')).body.items.find((one: { id: string }) => one.id === gone.id);
  expect((await act('assignment', { to: 'Grace' })).status).toBe(201);
  expect(await state()).toMatchObject({ state: 'open', assignedTo: 'Grace' });
  expect((await act('snooze', { until: '2001-01-01' })).status).toBe(422);
  await act('snooze', { until: '2199-01-01' });
  expect(await state()).toMatchObject({ state: 'snoozed', snoozedUntil: '2199-01-01T00:00:00Z' });
  await act('acknowledgement');
  expect((await state()).state).toBe('acknowledged');
  await act('resolution');
  expect((await state()).state).toBe('resolved');
  const missing = '0198c0de-0000-7000-8000-00000000000f';
  expect((await client.post(`/alerts/${missing}/resolution`)).status).toBe(404);
  expect((await client.post('/alerts/x/resolution')).status).toBe(404);
});
