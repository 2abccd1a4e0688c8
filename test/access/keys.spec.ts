import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERMISSIONS, ROLES as ROLES_OF_ACCESS } from '#lib/access';
import { ROLES, SCOPES } from '#lib/contracts';
import { Client } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
let now = Date.parse('2030-05-01T12:00:00Z');
beforeAll(async () => {
  api = await startTestApi({ worker: false, clock: { now: () => now } });
});
afterAll(() => api.stop());

/** A program with two regions and a team in the first. */
async function office(id: string): Promise<Client> {
  const client = await api.newProgram(id);
  const units = [
    { unit: 'world', name: 'World', kind: 'enterprise', occurredAt: '2020' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'world', occurredAt: '2020' },
    { unit: 'emea-desk', name: 'Desk', kind: 'team', parent: 'emea', occurredAt: '2020' },
    { unit: 'apac', name: 'APAC', kind: 'region', parent: 'world', occurredAt: '2020' },
  ];
  expect((await client.post('/units', { units })).status).toBe(201);
  return client;
}

async function made(maker: Client, wish: object): Promise<Client & { readonly id: string }> {
  const { status, body } = await maker.post('/keys', { name: 'K', role: 'auditor', ...wish });
  expect(status).toBe(201);
  return Object.assign(new Client(api.url, body.key), { id: body.id as string });
}

test('the contract names the roles and permissions that there are', () => {
  expect(ROLES).toEqual(ROLES_OF_ACCESS);
  expect(SCOPES).toEqual(Object.keys(PERMISSIONS));
});

describe('a key', () => {
  test('is shown with its limits, who made it, and when it was last used', async () => {
    const office1 = await office('shown');
    const key = await made(office1, {
      name: 'Build server',
      role: 'integration',
      under: 'emea',
      milestones: ['hub.launched'],
      scopes: ['emit', 'catalogue'],
      expiresOn: '2031-01-31',
      requestsPerSecond: 50,
    });
    const { body } = await office1.get('/keys');
    const [first, second] = body.items;
    expect(first).toMatchObject({ under: null, scopes: null, madeBy: null });
    expect(second).toMatchObject({
      id: key.id,
      name: 'Build server',
      role: 'integration',
      under: 'emea',
      milestones: ['hub.launched'],
      scopes: ['emit', 'catalogue'],
      expiresOn: '2031-01-31',
      requestsPerSecond: 50,
      madeBy: first.id,
      lastUsedAt: null,
      previousEndsAt: null,
      revokedAt: null,
    });
    expect((await key.get('/program')).status).toBe(200);
    await eventually(async () => {
      const { body: later } = await office1.get('/keys');
      return later.items[1].lastUsedAt === '2030-05-01T12:00:00Z' || undefined;
    });
  });

  test.each([
    ['a unit that is not there', { under: 'nowhere' }, '/under'],
    ['an unknown milestone', { milestones: ['hub.launched', 'no.such'] }, '/milestones/1'],
    ['no milestones at all', { milestones: [] }, '/milestones'],
    ['a scope that its role does not have', { scopes: ['read', 'erase'] }, '/scopes/1'],
    ['a scope nobody knows', { scopes: ['everything'] }, '/scopes/0'],
    ['no requests', { requestsPerSecond: 0 }, '/requestsPerSecond'],
  ])('with %s is refused', async (_what, wish, pointer) => {
    const answer = await api.admin.post('/keys', { name: 'K', role: 'auditor', ...wish });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  test('is changed: its name, its last day, how much it may ask for', async () => {
    const client = await office('changed');
    const key = await made(client, { expiresOn: '2030-05-01' });
    const path = `/keys/${key.id}`;
    const renamed = await client.put(path, { name: 'Board', expiresOn: null });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Board', expiresOn: null } });
    const limited = await client.put(path, { requestsPerSecond: 7 });
    expect(limited.body).toMatchObject({ name: 'Board', requestsPerSecond: 7 });
    const over = await client.put(path, { expiresOn: '2030-04-30' });
    expect(over).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expiresOn' }] } });
    expect((await client.put(path, { role: 'administrator' })).status).toBe(400);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.put(path, { name: 'Gone' })).status).toBe(404);
  });

  test('that was mistyped is refused without asking the database', async () => {
    const client = await office('mistyped');
    const { key = '' } = client;
    const swapped = key.slice(0, -1) + (key.endsWith('A') ? 'B' : 'A');
    expect((await new Client(api.url, swapped).get('/program')).status).toBe(401);
  });
});

describe('rotation', () => {
  test('lets the old secret live on for a while, and the one before it ends', async () => {
    const client = await office('overlap');
    const first = await made(client, {});
    const rotate = async (body?: object) => {
      const answer = await client.post(`/keys/${first.id}/rotation`, body);
      expect(answer).toMatchObject({ status: 200, body: { id: first.id } });
      return new Client(api.url, answer.body.key);
    };
    const second = await rotate({ overlap: 'P1D' });
    const works = async (...clients: Client[]) =>
      Promise.all(clients.map(async (one) => (await one.get('/program')).status === 200));
    expect(await works(first, second)).toEqual([true, true]);
    const { body } = await client.get('/keys');
    expect(body.items[1].previousEndsAt).toBe('2030-05-02T12:00:00Z');
    const third = await rotate({ overlap: 'PT1H' });
    expect(await works(first, second, third)).toEqual([false, true, true]);
    now += 3_600_000;
    expect(await works(second, third)).toEqual([false, true]);
    const fourth = await rotate();
    expect(await works(third, fourth)).toEqual([false, true]);
    expect((await client.delete(`/keys/${first.id}`)).status).toBe(204);
    expect(await works(fourth)).toEqual([false]);
  });

  test.each([['P93D'], ['P1Y'], ['a day'], ['P0D']])('by %s is refused', async (overlap) => {
    const { body } = await api.admin.get('/keys');
    const answer = await api.admin.post(`/keys/${body.items[0].id}/rotation`, { overlap });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/overlap' }] } });
  });
});

describe('nobody makes a key mightier than their own', () => {
  test('who looks after a subtree makes keys in it, and sees no others', async () => {
    const client = await office('subtree');
    const top = await made(client, { role: 'administrator' });
    const emea = await made(client, { role: 'administrator', under: 'emea' });
    const apac = await made(client, { role: 'executive', under: 'apac' });
    const nowhere = await emea.post('/keys', { name: 'K', role: 'auditor' });
    expect(nowhere).toMatchObject({ status: 422, body: { errors: [{ pointer: '/under' }] } });
    for (const under of ['apac', 'world', 'no-such-unit']) {
      const answer = await emea.post('/keys', { name: 'K', role: 'auditor', under });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/under' }] } });
    }
    const desk = await made(emea, { role: 'administrator', under: 'emea-desk' });
    const listed = async (by: Client) =>
      (await by.get('/keys?limit=1')).body.items.length +
      (await by.get('/keys')).body.items.map(({ id }: { id: string }) => id).join();
    expect(await listed(emea)).toBe(`1${emea.id},${desk.id}`);
    expect(await listed(desk)).toBe(`1${desk.id}`);
    for (const { id } of [top, apac]) {
      expect((await emea.post(`/keys/${id}/rotation`)).status).toBe(404);
      expect((await emea.put(`/keys/${id}`, { name: 'Mine' })).status).toBe(404);
      expect((await emea.delete(`/keys/${id}`)).status).toBe(404);
    }
    expect((await apac.get('/program')).status).toBe(200);
    expect((await emea.delete(`/keys/${desk.id}`)).status).toBe(204);
  });

  test('who has some permissions gives no others', async () => {
    const client = await office('scoped');
    const keeper = await made(client, {
      role: 'administrator',
      scopes: ['administer', 'catalogue', 'read', 'comment'],
    });
    const { body } = await client.get('/keys');
    const mightier = await keeper.post('/keys', { name: 'K', role: 'integration' });
    expect(mightier).toMatchObject({ status: 403, body: { errors: [{ pointer: '/role' }] } });
    const scopes = ['emit'];
    const beyond = await keeper.post('/keys', { name: 'K', role: 'integration', scopes });
    expect(beyond).toMatchObject({ status: 403, body: { errors: [{ pointer: '/scopes' }] } });
    const reader = await made(keeper, { role: 'executive' });
    expect((await reader.get('/units')).status).toBe(200);
    const first = body.items[0].id;
    expect((await keeper.post(`/keys/${first}/rotation`)).status).toBe(404);
    const { body: seen } = await keeper.get('/keys');
    expect(seen.items.map(({ id }: { id: string }) => id)).toEqual([keeper.id, reader.id]);
  });

  test('who may record some milestones lets nobody record others', async () => {
    const client = await office('some-milestones');
    const keeper = await made(client, { role: 'administrator', milestones: ['hub.launched'] });
    for (const more of [{}, { milestones: ['hub.launched', 'coe.formed'] }]) {
      const answer = await keeper.post('/keys', { name: 'K', role: 'integration', ...more });
      expect(answer).toMatchObject({ status: 403, body: { errors: [{ pointer: '/milestones' }] } });
    }
    await made(keeper, { role: 'integration', milestones: ['hub.launched'] });
  });

  test('who has a limit of requests gives no more', async () => {
    const client = await office('limited');
    const keeper = await made(client, { role: 'administrator', requestsPerSecond: 100 });
    const more = { name: 'K', role: 'auditor', requestsPerSecond: 101 };
    const pointer = '/requestsPerSecond';
    const refused = { status: 403, body: { errors: [{ pointer }] } };
    expect(await keeper.post('/keys', more)).toMatchObject(refused);
    expect(await keeper.put(`/keys/${keeper.id}`, { requestsPerSecond: 101 })).toMatchObject(
      refused,
    );
    const key = await made(keeper, {});
    const changed = await keeper.put(`/keys/${key.id}`, { name: 'Slow', requestsPerSecond: 5 });
    expect(changed.body).toMatchObject({ name: 'Slow', requestsPerSecond: 5 });
    const { body } = await keeper.put(`/keys/${key.id}`, { requestsPerSecond: null });
    expect(body.requestsPerSecond).toBe(100);
  });

  test('and nobody but the server’s administrator has that key', async () => {
    const other = await made(api.admin, { role: 'administrator' });
    const { body } = await api.admin.get('/keys');
    const server = body.items.find(
      (key: { serverAdministrator: boolean }) => key.serverAdministrator,
    );
    expect((await other.post(`/keys/${server.id}/rotation`)).status).toBe(404);
    expect((await other.delete(`/keys/${server.id}`)).status).toBe(404);
    expect((await other.get('/keys')).body.items).not.toContainEqual(
      expect.objectContaining({ serverAdministrator: true }),
    );
  });
});

test('what becomes of keys stands in the audit trail', async () => {
  const client = await office('noted');
  const key = await made(client, { under: 'emea' });
  await client.put(`/keys/${key.id}`, { name: 'N' });
  await client.post(`/keys/${key.id}/rotation`, { overlap: 'P1D' });
  await client.delete(`/keys/${key.id}`);
  const rows = await api.testDatabase.admin<{ action: string; about: { key: string } }>(
    `SELECT action, about FROM audit_entry
      WHERE program_id = 'noted' AND action LIKE 'key.%' ORDER BY position`,
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'key.made',
    'key.changed',
    'key.rotated',
    'key.revoked',
  ]);
  expect(rows.every(({ about }) => about.key === key.id)).toBe(true);
});
