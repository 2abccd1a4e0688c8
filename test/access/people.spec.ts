import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { ada, created, SOME_ID, withKey } from './support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

async function signedIn(program: string, person: string): Promise<void> {
  await api.database.inProgram(program, (tx) =>
    tx.query(
      `INSERT INTO session (program_id, secret_hash, person, method, expires_at)
       VALUES ($1, $2, $3, 'password', now() + interval '1 day')`,
      [program, randomBytes(32), person],
    ),
  );
}

async function sessionsOf(person: string): Promise<number> {
  const rows = await api.testDatabase.admin('SELECT 1 FROM session WHERE person = $1', [person]);
  return rows.length;
}

describe('people', () => {
  test('are made, read, changed and taken out', async () => {
    const client = await api.newProgram('people');
    const answer = await client.post('/people', ada);
    expect(answer.status).toBe(201);
    const { id } = answer.body;
    expect(answer.body).toMatchObject({ ...ada, active: true, externalId: null });
    const one = await client.get(`/people/${id}`);
    expect(one.body).toEqual(answer.body);
    expect(one.headers.get('etag')).toBe('"1"');
    const changed = await client.put(`/people/${id}`, { name: 'Ada King' });
    expect(changed.body).toMatchObject({ name: 'Ada King', email: ada.email, active: true });
    expect(changed.headers.get('etag')).toBe('"2"');
    expect((await client.delete(`/people/${id}`)).status).toBe(204);
    expect((await client.get(`/people/${id}`)).status).toBe(404);
    const text = JSON.stringify((await client.get('/people')).body);
    expect(text).toBe('{"items":[],"next":null}');
  });

  test('are told by their address, whatever its case, and only once', async () => {
    const client = await api.newProgram('addresses');
    const { id } = await created(client, '/people', ada);
    const again = await client.post('/people', { name: 'Ada', email: 'ADA@Contoso.example' });
    expect(again.status).toBe(409);
    expect(again.body.errors[0].pointer).toBe('/email');
    const found = await client.get('/people?email=Ada@contoso.EXAMPLE');
    expect(found.body.items).toMatchObject([{ id }]);
    expect((await client.get('/people?email=eve@contoso.example')).body.items).toEqual([]);
    const eve = await created(client, '/people', { name: 'Eve', email: 'eve@contoso.example' });
    const taken = await client.put(`/people/${eve.id}`, { email: 'ada@contoso.example' });
    expect(taken.status).toBe(409);
    const twice = await Promise.all(
      [1, 2, 3].map(() => client.post('/people', { name: 'Bob', email: 'bob@contoso.example' })),
    );
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  test('do not stand in the database in clear', async () => {
    const client = await api.newProgram('clear');
    const { id } = await created(client, '/people', {
      name: 'Zuleikha',
      email: 'zuleikha@x.example',
    });
    const [row] = await api.testDatabase.admin<{ row: string }>(
      'SELECT person::text AS row FROM person WHERE id = $1',
      [id],
    );
    expect(row?.row).toContain(id);
    expect(row?.row).not.toMatch(/zuleikha|x\.example/i);
  });

  test('are listed page by page, in the order they were made', async () => {
    const client = await api.newProgram('pages');
    for (const name of ['a', 'b', 'c']) {
      await created(client, '/people', { name, email: `${name}@x.example` });
    }
    const first = (await client.get('/people?limit=2')).body;
    expect(first.items.map(({ name }: Json) => name)).toEqual(['a', 'b']);
    const rest = (await client.get(`/people?limit=2&cursor=${first.next}`)).body;
    expect(rest).toMatchObject({ items: [{ name: 'c' }], next: null });
    expect((await client.get('/people?cursor=nonsense')).status).toBe(400);
  });

  test('are changed at the version that was read, and once for an idempotency key', async () => {
    const client = await api.newProgram('versions');
    const key = { 'idempotency-key': 'once' };
    const first = await client.post('/people', ada, key);
    const second = await client.post('/people', ada, key);
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    const path = `/people/${first.body.id}`;
    expect((await client.put(path, { name: 'A' }, { 'if-match': '"1"' })).status).toBe(200);
    const stale = await client.put(path, { name: 'B' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    expect(stale.headers.get('etag')).toBe('"2"');
    expect((await client.delete(path, { 'if-match': '"1"' })).status).toBe(412);
    expect((await client.get(path)).body.name).toBe('A');
  });

  test('are signed out at once when they are disabled, and when they are taken out', async () => {
    const client = await api.newProgram('leavers');
    const { id } = await created(client, '/people', ada);
    await signedIn('leavers', id);
    await client.put(`/people/${id}`, { name: 'Still here' });
    expect(await sessionsOf(id)).toBe(1);
    const disabled = await client.put(`/people/${id}`, { active: false });
    expect(disabled.body.active).toBe(false);
    expect(await sessionsOf(id)).toBe(0);
    expect((await client.put(`/people/${id}`, { active: true })).body.active).toBe(true);
    await signedIn('leavers', id);
    await client.delete(`/people/${id}`);
    expect(await sessionsOf(id)).toBe(0);
  });

  test('are refused with what is wrong', async () => {
    const client = await api.newProgram('wrong');
    expect((await client.post('/people', { name: 'A' })).status).toBe(400);
    expect((await client.post('/people', { ...ada, role: 'administrator' })).status).toBe(400);
    expect((await client.post('/people', { ...ada, email: 'nobody' })).status).toBe(422);
    expect((await client.get('/people/nonsense')).status).toBe(404);
    expect((await client.put(`/people/${SOME_ID}`, { name: 'A' })).status).toBe(404);
  });
});

describe('groups', () => {
  test('hold people, and follow their changes', async () => {
    const client = await api.newProgram('groups');
    const person = await created(client, '/people', ada);
    const group = await created(client, '/groups', { name: 'Office' });
    expect(group).toMatchObject({ name: 'Office', members: 0, externalId: null });
    expect((await client.post('/groups', { name: 'Office' })).status).toBe(409);
    const member = `/groups/${group.id}/members/${person.id}`;
    expect((await client.put(member)).status).toBe(204);
    expect((await client.put(member)).status).toBe(204);
    const { body } = await client.get(`/groups/${group.id}/members`);
    expect(body.items).toEqual([{ person: person.id, name: ada.name, active: true, issuer: null }]);
    expect((await client.get(`/groups/${group.id}`)).body.members).toBe(1);
    expect((await client.put(`/groups/${group.id}/members/${SOME_ID}`)).status).toBe(404);
    expect((await client.delete(member)).status).toBe(204);
    expect((await client.get('/groups')).body.items).toMatchObject([{ members: 0 }]);
    const other = await created(client, '/groups', { name: 'Other' });
    expect((await client.put(`/groups/${other.id}`, { name: 'Office' })).status).toBe(409);
    expect((await client.put(`/groups/${other.id}`, { name: 'Else' })).body.name).toBe('Else');
    expect((await client.delete(`/groups/${other.id}`)).status).toBe(204);
    expect((await client.get(`/groups/${other.id}/members`)).status).toBe(404);
  });
});

describe('people, groups and grants', () => {
  const PATHS = [
    ['GET', '/people'],
    ['POST', '/people'],
    ['GET', `/people/${SOME_ID}`],
    ['PUT', `/people/${SOME_ID}`],
    ['DELETE', `/people/${SOME_ID}`],
    ['GET', '/groups'],
    ['POST', '/groups'],
    ['GET', `/groups/${SOME_ID}`],
    ['PUT', `/groups/${SOME_ID}`],
    ['DELETE', `/groups/${SOME_ID}`],
    ['GET', `/groups/${SOME_ID}/members`],
    ['PUT', `/groups/${SOME_ID}/members/${SOME_ID}`],
    ['DELETE', `/groups/${SOME_ID}/members/${SOME_ID}`],
    ['GET', '/grants'],
    ['POST', '/grants'],
    ['DELETE', `/grants/${SOME_ID}`],
  ] as const;

  test.each(['program-office', 'executive', 'integration', 'auditor'])(
    'are not for the role %s',
    async (role) => {
      const client = await withKey(await api.newProgram(`role-${role}`), { role });
      for (const [method, path] of PATHS) {
        const { status } = await client.send(method, path, method[0] === 'P' ? {} : undefined);
        expect(status, `${method} ${path}`).toBe(403);
      }
    },
  );

  test('of another program are not there', async () => {
    const [mine, other] = [await api.newProgram('mine'), await api.newProgram('other')];
    const { id: person } = await created(mine, '/people', ada);
    const { id: group } = await created(mine, '/groups', { name: 'G' });
    const { id: grant } = await created(mine, '/grants', { person, role: 'auditor' });
    await created(other, '/people', ada);
    const { id: own } = await created(other, '/groups', { name: 'G' });
    for (const [method, path, body] of [
      ['GET', `/people/${person}`],
      ['PUT', `/people/${person}`, { active: false }],
      ['DELETE', `/people/${person}`],
      ['GET', `/groups/${group}`],
      ['PUT', `/groups/${group}`, { name: 'X' }],
      ['DELETE', `/groups/${group}`],
      ['GET', `/groups/${group}/members`],
      ['PUT', `/groups/${own}/members/${person}`],
      ['POST', '/grants', { person, role: 'auditor' }],
      ['POST', '/grants', { group, role: 'auditor' }],
      ['DELETE', `/grants/${grant}`],
    ] as const) {
      const { status } = await other.send(method, path, body);
      expect(status, `${method} ${path}`).toBe(404);
    }
    expect((await other.get('/people')).body.items).toHaveLength(1);
    expect((await other.get('/grants')).body.items).toEqual([]);
    expect((await mine.get(`/people/${person}`)).body.active).toBe(true);
  });

  test('leave a trail of who changed what, without names', async () => {
    const client = await api.newProgram('trail');
    const { id: person } = await created(client, '/people', ada);
    const grant = await created(client, '/grants', { person, role: 'auditor' });
    await client.delete(`/grants/${grant.id}`);
    await client.put(`/people/${person}`, { active: false });
    const rows = await api.testDatabase.admin<{ action: string; actor: string; about: Json }>(
      `SELECT action, actor, about FROM audit_entry WHERE program_id = 'trail' ORDER BY position`,
    );
    const ours = rows.filter(({ action }) => /^(person|group|grant)\./.test(action));
    expect(ours.map(({ action }) => action)).toEqual([
      'person.made',
      'grant.made',
      'grant.withdrawn',
      'person.changed',
    ]);
    expect(ours[0]?.about).toMatchObject({ person });
    expect(JSON.stringify(rows)).not.toMatch(/lovelace|contoso/i);
  });
});
