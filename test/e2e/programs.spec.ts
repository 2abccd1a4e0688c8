import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from './support/client.js';
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
    // an export signs the head of the log, which is then told with the verification
    await other.get('/log/export');
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
        // an export is sealed over the moment it was made, and keys are seen to be used
        JSON.stringify(body).replace(
          /"(exportedAt|knownAt|asOf|sha256|signature|lastUsedAt)\\?":(null|\\?"[^"]*")/g,
          '',
        ),
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
    ['a role nobody knows', { name: 'K', role: 'king' }, 422, '/role'],
    ['a unit that is not there', { name: 'K', role: 'auditor', under: 'nowhere' }, 422, '/under'],
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
    expect((await client.delete(`/keys/${body.items[0].id}`)).status).toBe(409);
  });
});
