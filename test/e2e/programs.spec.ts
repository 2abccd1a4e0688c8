import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const READS = [
  '/program',
  '/keys',
  '/models',
  '/models/own',
  '/milestones?limit=500',
  '/units',
  '/units/world',
  '/units/world/standings?asOf=2013-01-01',
  '/units/world/history',
  '/units/world/recommendations',
  '/rollups/world?model=lithium&asOf=2013-01-01',
  '/recommendations',
  '/alerts',
  '/log',
  '/log/verification',
  '/log/export',
];

describe('programs', () => {
  test('with the same ids never meet', async () => {
    const [one, other] = [await api.newProgram('one'), await api.newProgram('other')];
    for (const [client, name, year] of [
      [one, 'One', '2010'],
      [other, 'Other', '2012'],
    ] as const) {
      await client.put('/units/world', {
        name,
        kind: 'enterprise',
        owner: { name, email: `${year}@x.org` },
      });
      await client.post('/units/world/milestones', {
        milestone: 'sponsor.approved',
        occurredAt: year,
        note: name,
      });
      await client.post('/units/world/lapses', {
        milestone: 'sponsor.approved',
        occurredAt: '2014',
        reason: name,
      });
    }
    await one.put('/milestones/own.made', { title: 'One', means: 'Only of one.' });
    await api.advised('one');
    await api.advised('other');
    const before = await Promise.all(READS.map((path) => other.get(path)));
    const secrets = JSON.stringify(await Promise.all(READS.slice(5).map((path) => one.get(path))));
    for (const answer of before) {
      expect(JSON.stringify(answer.body)).not.toMatch(/"One"|own\.made|2010@x\.org/);
    }
    expect(secrets).not.toMatch(/"Other"|2012@x\.org/);
    // what one does moves nothing of the other's, ids of events included
    const { body: log } = await one.get('/log');
    const event = log.items.find((item: { type: string }) => item.type === 'milestone.achieved').id;
    expect(
      (await other.post('/units/world/retractions', { event, reason: 'Not mine.' })).status,
    ).toBe(422);
    await one.post('/units/world/milestones', { milestone: 'hub.launched', occurredAt: '2013' });
    await one.delete('/units/world');
    await api.advised('one');
    const after = await Promise.all(READS.map((path) => other.get(path)));
    const stable = (answers: typeof before) =>
      answers.map(({ body }) =>
        JSON.stringify(body).replace(/"(exportedAt|knownAt)\\?":\\?"[^"]*"/g, ''),
      );
    expect(stable(after)).toEqual(stable(before));
  });

  test('one id of a source may be recorded in each', async () => {
    const clients = [await api.newProgram('left'), await api.newProgram('right')];
    for (const client of clients) {
      await client.put('/units/u', { name: 'U', kind: 'team' });
      const { body } = await client.post(
        '/events',
        {
          specversion: '1.0',
          id: '1',
          source: 'ci',
          type: 'waymark.milestone.achieved.v1',
          subject: 'u',
          time: '2012-01-01T00:00:00Z',
          data: { milestone: 'hub.launched' },
        },
        { 'content-type': 'application/cloudevents+json', 'idempotency-key': 'same' },
      );
      expect(body).toMatchObject({ status: 'recorded' });
    }
  });

  test('are made by the server’s administrator alone', async () => {
    const made = await api.admin.post('/programs', { id: 'made', name: 'Made' });
    expect(made).toMatchObject({ status: 201, body: { program: 'made', key: expect.any(String) } });
    const client = new Client(api.url, made.body.key);
    expect((await client.get('/program')).body).toMatchObject({ id: 'made', name: 'Made' });
    expect((await client.post('/programs', { id: 'more', name: 'More' })).status).toBe(403);
    expect((await api.admin.post('/programs', { id: 'made', name: 'Again' })).status).toBe(409);
    expect((await api.admin.post('/programs', { id: '-x', name: 'X' })).status).toBe(422);
  });

  test('are told what their units follow, and which model heads the overview', async () => {
    const client = await api.newProgram('settings');
    expect((await client.get('/program')).body.models).toContain('lithium');
    const changed = await client.put('/program', {
      name: 'S',
      models: ['altimeter'],
      headline: 'altimeter',
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { id: 'settings', name: 'S', models: ['altimeter'] },
    });
    expect((await client.get('/program')).body).toEqual(changed.body);
    await client.put('/units/u', { name: 'U', kind: 'team' });
    const { body } = await client.get('/units/u/standings');
    expect(body.items.map((item: { model: string }) => item.model)).toEqual(['altimeter']);
    const unknown = await client.put('/program', { name: 'S', models: ['altimeter', 'nothing'] });
    expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: '/models/1' }] } });
  });
});

describe('keys', () => {
  test('are made, shown once, listed, rotated and withdrawn', async () => {
    const client = await api.newProgram('keys');
    const made = await client.post('/keys', {
      name: 'Import',
      role: 'administrator',
      expiresOn: '2199-01-01',
    });
    expect(made.status).toBe(201);
    const second = new Client(api.url, made.body.key);
    expect((await second.get('/program')).status).toBe(200);
    const { body: list } = await client.get('/keys');
    expect(list.items.map((key: { name: string }) => key.name)).toEqual([
      'Administrator',
      'Import',
    ]);
    expect(JSON.stringify(list)).not.toContain(made.body.key);
    const rotated = await client.post(`/keys/${made.body.id}/rotation`);
    expect((await second.get('/program')).status).toBe(401);
    const third = new Client(api.url, rotated.body.key);
    expect((await third.get('/program')).status).toBe(200);
    expect((await client.delete(`/keys/${made.body.id}`)).status).toBe(204);
    expect((await third.get('/program')).status).toBe(401);
    expect((await client.delete(`/keys/${made.body.id}`)).status).toBe(404);
  });

  test.each([
    ['another role', { name: 'K', role: 'auditor' }, 422, '/role'],
    ['a role nobody knows', { name: 'K', role: 'king' }, 422, '/role'],
    ['a limit', { name: 'K', role: 'administrator', under: 'world' }, 422, '/under'],
    [
      'a day that is over',
      { name: 'K', role: 'administrator', expiresOn: '2001-01-01' },
      422,
      '/expiresOn',
    ],
    ['no name', { role: 'administrator' }, 400, '/name'],
  ])('with %s are refused', async (_what, body, status, pointer) => {
    expect(await api.admin.post('/keys', body)).toMatchObject({
      status,
      body: { errors: [{ pointer }] },
    });
  });

  test('the last one stays', async () => {
    const client = await api.newProgram('last');
    const { body } = await client.get('/keys');
    expect((await client.delete(`/keys/${body.items[0].id}`)).status).toBe(422);
  });
});

describe('the log', () => {
  test('is read in order without a gap, and goes whole into another program', async () => {
    const from = await api.newProgram('source');
    await from.put('/units/a', {
      name: 'A',
      kind: 'team',
      owner: { name: 'Ada', email: 'ada@x.org' },
    });
    for (const milestone of ['sponsor.approved', 'hub.launched', 'crm.integrated']) {
      await from.post('/units/a/milestones', {
        milestone,
        occurredAt: '2012',
        note: `About ${milestone}`,
      });
    }
    const first = await from.get('/log?limit=2');
    expect(first.body.next).toBe('2');
    const rest = await from.get(`/log?after=${first.body.next}`);
    const positions = [...first.body.items, ...rest.body.items].map((event) => event.position);
    expect(positions).toEqual([1, 2, 3, 4]);
    const exported = await from.get('/log/export');
    expect(exported.headers.get('content-type')).toContain('application/jsonl');
    const to = await api.newProgram('target');
    const lines = exported.body as string;
    const type = { 'content-type': 'application/jsonl' };
    const broken = lines.replace('"2012"', '"2013"');
    expect((await to.post('/log/import', broken, type)).status).toBe(422);
    expect((await to.get('/units')).body.items).toEqual([]);
    const imported = await to.post('/log/import', lines, type);
    expect(imported).toMatchObject({ status: 200, body: { position: 4 } });
    expect((await to.get('/log/verification')).body).toMatchObject({
      ok: true,
      length: 4,
      head: imported.body.head,
    });
    const asked = '/units/a/standings?asOf=2014-01-01';
    expect((await to.get(asked)).body.items).toEqual((await from.get(asked)).body.items);
    expect((await to.get('/units/a')).body.owner).toEqual({ name: 'Ada', email: 'ada@x.org' });
    expect((await to.get('/log')).body.items).toEqual((await from.get('/log')).body.items);
    expect((await to.post('/log/import', lines, type)).status).toBe(409);
    expect((await to.post('/log/import', 'not a log\n', type)).status).toBe(409);
  });

  test('of another making is refused line by line, and a huge one as it comes', async () => {
    const client = await api.newProgram('imports');
    const type = { 'content-type': 'application/x-ndjson' };
    for (const wrong of ['not a log\n', '{}\n', '[1,2]\n', '{"line":"waymark-log"}\n', '']) {
      const answer = await client.post('/log/import', wrong, type);
      expect(answer.status, wrong).toBe(422);
    }
    const huge = new Uint8Array(51 * 1024 * 1024).fill(0x61);
    expect((await client.post('/log/import', huge, type)).status).toBe(413);
    expect((await client.get('/log/verification')).body).toMatchObject({ ok: true, length: 0 });
  });
});

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
