import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { ada, created, SOME_ID, withKey } from './support/people.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

describe('grants', () => {
  test('give roles to people and groups, and are taken away', async () => {
    const client = await api.newProgram('grants');
    await client.put('/units/emea', { name: 'EMEA', kind: 'region' });
    const person = await created(client, '/people', ada);
    const group = await created(client, '/groups', { name: 'Auditors' });
    const own = await created(client, '/grants', {
      person: person.id,
      role: 'program-office',
      under: 'emea',
    });
    expect(own).toMatchObject({
      person: person.id,
      group: null,
      name: ada.name,
      role: 'program-office',
      under: 'emea',
    });
    const shared = await created(client, '/grants', { group: group.id, role: 'auditor' });
    expect(shared).toMatchObject({ name: 'Auditors', under: null });
    expect((await client.get('/grants')).body.items).toEqual([own, shared]);
    const of = await client.get(`/grants?group=${group.id}`);
    expect(of.body.items).toEqual([shared]);
    const again = { group: group.id, role: 'auditor' };
    expect((await client.post('/grants', again)).status).toBe(409);
    expect((await client.delete(`/grants/${own.id}`)).status).toBe(204);
    expect((await client.delete(`/grants/${own.id}`)).status).toBe(404);
    await client.delete(`/groups/${group.id}`);
    expect((await client.get('/grants')).body.items).toEqual([]);
  });

  test('name one holder, a role and a unit that there are', async () => {
    const client = await api.newProgram('holders');
    const { id: person } = await created(client, '/people', ada);
    const { id: group } = await created(client, '/groups', { name: 'G' });
    const give = async (body: object) => {
      const answer = await client.post('/grants', body);
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    expect(await give({ role: 'auditor' })).toEqual([422, '/person']);
    expect(await give({ person, group, role: 'auditor' })).toEqual([422, '/person']);
    expect((await give({ person, role: 'king' }))[0]).toBe(422);
    expect(await give({ person: SOME_ID, role: 'auditor' })).toEqual([404, '/person']);
    expect(await give({ group: SOME_ID, role: 'auditor' })).toEqual([404, '/group']);
    expect(await give({ person, role: 'auditor', under: 'nowhere' })).toEqual([404, '/under']);
  });

  test('are given by a limited administrator within its subtree, and no further', async () => {
    const client = await api.newProgram('limited');
    for (const unit of ['emea', 'apac'])
      await client.put(`/units/${unit}`, { name: unit, kind: 'region' });
    await client.put('/units/desk', { name: 'Desk', kind: 'team', parent: 'emea' });
    const { id: person } = await created(client, '/people', ada);
    const outside = await created(client, '/grants', { person, role: 'auditor', under: 'apac' });
    const whole = await created(client, '/grants', { person, role: 'auditor' });
    const limited = await withKey(client, { role: 'administrator', under: 'emea' });
    const give = async (body: object) =>
      (await limited.post('/grants', { person, ...body })).status;
    expect(await give({ role: 'program-office', under: 'desk' })).toBe(201);
    expect(await give({ role: 'administrator', under: 'emea' })).toBe(201);
    expect(await give({ role: 'executive', under: 'apac' })).toBe(404);
    expect(await give({ role: 'executive' })).toBe(403);
    const seen = (await limited.get('/grants')).body.items;
    expect(seen.map(({ under }: Json) => under)).toEqual(['desk', 'emea']);
    for (const { id } of [outside, whole]) {
      expect((await limited.delete(`/grants/${id}`)).status).toBe(404);
    }
    expect((await limited.delete(`/grants/${seen[0].id}`)).status).toBe(204);
    expect((await limited.get('/people')).status).toBe(403);
    expect((await limited.get(`/people/${person}`)).status).toBe(403);
    expect((await limited.get('/groups')).status).toBe(403);
    expect((await client.get('/grants')).body.items).toHaveLength(3);
  });

  test('are never more than whoever gives them has', async () => {
    const client = await api.newProgram('scoped');
    const { id: person } = await created(client, '/people', ada);
    const scoped = await withKey(client, {
      role: 'administrator',
      scopes: ['administer', 'read', 'comment', 'catalogue'],
    });
    expect((await scoped.post('/grants', { person, role: 'executive' })).status).toBe(201);
    const refused = await scoped.post('/grants', { person, role: 'program-office' });
    expect(refused.status).toBe(403);
    expect(refused.body.type).toBe('urn:waymark:problem:grant-beyond-reach');
    expect((await scoped.post('/grants', { person, role: 'administrator' })).status).toBe(403);
    // nor by way of a group that has more, or of the address of somebody who has
    const { id: group } = await created(client, '/groups', { name: 'Office' });
    await created(client, '/grants', { group, role: 'program-office' });
    const member = `/groups/${group}/members/${person}`;
    expect((await scoped.put(member)).status).toBe(403);
    expect((await client.put(member)).status).toBe(204);
    const email = { email: 'mine@x.example' };
    expect((await scoped.put(`/people/${person}`, email)).status).toBe(403);
    expect((await scoped.put(`/people/${person}`, { name: 'Ada' })).status).toBe(200);
    expect((await client.put(`/people/${person}`, email)).status).toBe(200);
  });
});

describe('the last administrator', () => {
  test('cannot be taken away, be it a key or a person', async () => {
    const client = await api.newProgram('last');
    const { id: person } = await created(client, '/people', ada);
    const { id: group } = await created(client, '/groups', { name: 'Administrators' });
    await client.put(`/groups/${group}/members/${person}`);
    const grant = await created(client, '/grants', { group, role: 'administrator' });
    const [first] = (await client.get('/keys')).body.items;
    // the person is the last one now, as the key has ended elsewhere
    await api.database.inProgram('last', (tx) =>
      tx.query('UPDATE access_key SET revoked_at = now() WHERE program_id = $1 AND id = $2', [
        'last',
        first.id,
      ]),
    );
    for (const [what, answer] of [
      ['disable', await client.put(`/people/${person}`, { active: false })],
      ['delete', await client.delete(`/people/${person}`)],
      ['leave', await client.delete(`/groups/${group}/members/${person}`)],
      ['group', await client.delete(`/groups/${group}`)],
      ['grant', await client.delete(`/grants/${grant.id}`)],
      ['once', await client.delete(`/grants/${grant.id}`, { 'idempotency-key': 'k' })],
    ] as const) {
      expect(answer.status, what).toBe(409);
      expect(answer.body.type, what).toBe('urn:waymark:problem:last-administrator');
    }
    expect((await client.get('/grants')).body.items).toEqual([grant]);
    expect((await client.get(`/people/${person}`)).body.active).toBe(true);
    expect((await client.get(`/groups/${group}`)).body.members).toBe(1);
  });

  test('is not somebody who is disabled, limited, or in another program', async () => {
    const client = await api.newProgram('nobody');
    await client.put('/units/emea', { name: 'EMEA', kind: 'region' });
    const { id: one } = await created(client, '/people', ada);
    const { id: two } = await created(client, '/people', { name: 'Two', email: 'two@x.example' });
    await client.put(`/people/${two}`, { active: false });
    const last = await created(client, '/grants', { person: one, role: 'administrator' });
    await created(client, '/grants', { person: one, role: 'administrator', under: 'emea' });
    await created(client, '/grants', { person: two, role: 'administrator' });
    await api.testDatabase.admin(
      "UPDATE access_key SET scopes = '{provision}' WHERE program_id = 'nobody'",
    );
    // this process remembers the key for a few seconds, so that it may still ask
    expect((await client.delete(`/grants/${last.id}`)).status).toBe(409);
    await client.put(`/people/${two}`, { active: true });
    expect((await client.delete(`/grants/${last.id}`)).status).toBe(204);
  });
});
