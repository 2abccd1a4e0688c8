import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { SOME_ID } from './support/people.js';
import { made, provisioned } from './support/provisioned.js';
import type { ScimClient } from './support/scim-client.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const ENTRA_GROUP = 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group';

/** A program with three people and an empty group. */
async function office(id: string): Promise<{
  admin: Client;
  scim: ScimClient;
  people: readonly string[];
  group: string;
}> {
  const { admin, scim } = await provisioned(api, id);
  const people: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    people.push((await made(scim, { userName: `${name}@x.example` })).id);
  }
  const { body } = await scim.post('/Groups', { schemas: [GROUP], displayName: 'Office' });
  return { admin, scim, people: people.toSorted(), group: body.id };
}

async function membersOf(scim: ScimClient, group: string): Promise<string[]> {
  const { body } = await scim.get(`/Groups/${group}`);
  return body.members.map(({ value }: Json) => value);
}

describe('a group of SCIM', () => {
  test('is made as Entra ID makes it, with members, and taken away', async () => {
    const { scim, people } = await office('made');
    const answer = await scim.post('/Groups', {
      schemas: [GROUP, ENTRA_GROUP],
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      displayName: 'Program office',
      meta: { resourceType: 'Group' },
      members: [
        { value: people[0], $ref: null },
        { value: people[1], display: 'b' },
      ],
    });
    expect(answer.status).toBe(201);
    const { id } = answer.body;
    expect(answer.headers.get('location')).toBe(`${api.url}/scim/v2/Groups/${id}`);
    expect(answer.body).toMatchObject({
      schemas: [GROUP],
      displayName: 'Program office',
      externalId: '8aa1a0c0-c4c3-4bc0-b4a5-2ef676900159',
      members: [people[0], people[1]].map((value) => ({ value, type: 'User' })),
      meta: { resourceType: 'Group' },
    });
    const user = (await scim.get(`/Users/${people[0]}`)).body;
    expect(user.groups).toMatchObject([{ value: id, display: 'Program office' }]);
    expect((await scim.get(`/Groups/${id}?excludedAttributes=members`)).body).not.toHaveProperty(
      'members',
    );
    expect((await scim.delete(`/Groups/${id}`)).status).toBe(204);
    expect((await scim.get(`/Groups/${id}`)).status).toBe(404);
  });

  test('is refused with what is wrong about it, and nothing of it is kept', async () => {
    const { scim, people, group } = await office('wrong');
    const refused = async (body: object) => {
      const answer = await scim.post('/Groups', { schemas: [GROUP], displayName: 'New', ...body });
      return [answer.status, answer.body.scimType];
    };
    expect(await refused({ displayName: 'Office' })).toEqual([409, 'uniqueness']);
    expect(await refused({ displayName: undefined })).toEqual([400, 'invalidSyntax']);
    expect(await refused({ members: [{ value: SOME_ID }] })).toEqual([400, 'invalidValue']);
    expect(await refused({ members: [{ value: 'x' }] })).toEqual([400, 'invalidValue']);
    expect(await refused({ members: [{ value: people[0], type: 'Group' }] })).toEqual([
      400,
      'invalidValue',
    ]);
    const many = Array.from({ length: 5_001 }, () => ({ value: people[0] }));
    expect(await refused({ members: many })).toEqual([400, 'invalidValue']);
    expect((await scim.get('/Groups')).body.totalResults).toBe(1);
    const other = await scim.post('/Groups', { schemas: [GROUP], displayName: 'Other' });
    const path = `/Groups/${other.body.id}`;
    const name = [{ op: 'replace', path: 'displayName', value: 'Office' }];
    expect((await scim.patch(path, name)).status).toBe(409);
    const half = [
      { op: 'add', path: 'members', value: [{ value: people[0] }] },
      { op: 'add', path: 'members', value: [{ value: SOME_ID }] },
    ];
    expect((await scim.patch(`/Groups/${group}`, half)).status).toBe(400);
    expect(await membersOf(scim, group)).toEqual([]);
  });

  test('is replaced whole', async () => {
    const { scim, people, group } = await office('replaced');
    const put = (members: readonly unknown[]) =>
      scim.put(`/Groups/${group}`, { schemas: [GROUP], displayName: 'Else', members });
    const { body } = await put(people.map((value) => ({ value })));
    expect(body.displayName).toBe('Else');
    expect(await membersOf(scim, group)).toEqual(people);
    await put([{ value: people[2] }]);
    expect(await membersOf(scim, group)).toEqual([people[2]]);
    expect(
      (await scim.put(`/Groups/${SOME_ID}`, { schemas: [GROUP], displayName: 'X' })).status,
    ).toBe(404);
  });
});

describe('members', () => {
  test('come and go as Entra ID says it', async () => {
    const { scim, people, group } = await office('entra');
    const [a, b, c] = people as [string, string, string];
    const path = `/Groups/${group}`;
    const patched = async (...operations: object[]) => {
      const { status, body } = await scim.patch(path, operations);
      expect(status, JSON.stringify(body)).toBe(200);
      return membersOf(scim, group);
    };
    expect(
      await patched({ op: 'Add', path: 'members', value: [{ $ref: null, value: a }] }),
    ).toEqual([a]);
    expect(
      await patched({ op: 'Add', path: 'members', value: [{ value: b }, { value: c }] }),
    ).toEqual(people);
    expect(
      await patched({ op: 'Remove', path: 'members', value: [{ $ref: null, value: a }] }),
    ).toEqual([b, c]);
    expect(await patched({ op: 'Remove', path: `members[value eq "${b}"]` })).toEqual([c]);
    await patched({
      op: 'Replace',
      path: 'displayName',
      value: '1879db59-3bdf-4490-ad68-ab880a269474updatedDisplayName',
    });
    expect((await scim.get(path)).body.displayName).toMatch(/updatedDisplayName$/);
    expect(await patched({ op: 'Remove', path: 'members' })).toEqual([]);
  });

  test('come and go as Okta says it', async () => {
    const { scim, people, group } = await office('okta');
    const [a, b, c] = people as [string, string, string];
    const path = `/Groups/${group}`;
    const patched = async (...operations: object[]) => {
      const { status, body } = await scim.patch(path, operations);
      expect(status, JSON.stringify(body)).toBe(200);
      return membersOf(scim, group);
    };
    await patched({ op: 'replace', value: { id: group, displayName: 'Pushed' } });
    expect((await scim.get(path)).body.displayName).toBe('Pushed');
    expect(
      await patched(
        { op: 'add', path: 'members', value: [{ value: a, display: 'a@x.example' }] },
        { op: 'add', path: 'members', value: { value: b } },
      ),
    ).toEqual([a, b]);
    expect(
      await patched(
        { op: 'remove', path: `members[value eq "${a}" or value eq "${b}"]` },
        { op: 'add', path: `members[value eq "${c}"]`, value: { value: c } },
      ),
    ).toEqual([c]);
    expect(
      await patched({ op: 'replace', path: 'members', value: [{ value: a }, { value: b }] }),
    ).toEqual([a, b]);
    expect(await patched({ op: 'add', value: { members: [{ value: c }] } })).toEqual(people);
    expect(await patched({ op: 'replace', path: 'members', value: [] })).toEqual([]);
  });

  test('are refused where the change is not understood', async () => {
    const { scim, people, group } = await office('refused');
    const refused = async (operation: object) => {
      const { status, body } = await scim.patch(`/Groups/${group}`, [operation]);
      return [status, body.scimType];
    };
    expect(await refused({ op: 'add', path: 'owners', value: [] })).toEqual([400, 'invalidPath']);
    expect(await refused({ op: 'remove' })).toEqual([400, 'noTarget']);
    expect(await refused({ op: 'replace', value: 'x' })).toEqual([400, 'invalidValue']);
    expect(await refused({ op: 'replace', path: 'id', value: SOME_ID })).toEqual([
      400,
      'mutability',
    ]);
    expect(await refused({ op: 'remove', path: 'displayName' })).toEqual([400, 'invalidSyntax']);
    expect(await refused({ op: 'remove', path: 'members[display eq "a"]' })).toEqual([
      400,
      'invalidFilter',
    ]);
    const path = `members[value eq "${people[0]}"].display`;
    expect(await refused({ op: 'replace', path, value: 'x' })).toEqual([400, 'mutability']);
    const stale = { op: 'add', path: 'members', value: [{ value: people[0] }] };
    const { status } = await scim.patch(`/Groups/${group}`, [stale], { 'if-match': 'W/"9"' });
    expect(status).toBe(412);
    expect(await membersOf(scim, group)).toEqual([]);
  });

  test('have the roles of their groups until they leave', async () => {
    const { admin, scim, people, group } = await office('roles');
    const [person] = people;
    await admin.post('/grants', { group, role: 'administrator' });
    const add = [{ op: 'add', path: 'members', value: [{ value: person }] }];
    expect((await scim.patch(`/Groups/${group}`, add)).status).toBe(200);
    await api.testDatabase.admin(
      "UPDATE access_key SET revoked_at = now() WHERE program_id = 'roles' AND scopes IS NULL",
    );
    // the last administrator: neither leaves the group nor loses it
    const path = `/Groups/${group}`;
    const remove = [{ op: 'remove', path: `members[value eq "${person}"]` }];
    expect((await scim.patch(path, remove)).status).toBe(409);
    expect((await scim.patch(path, [{ op: 'replace', path: 'members', value: [] }])).status).toBe(
      409,
    );
    expect((await scim.put(path, { schemas: [GROUP], displayName: 'X' })).status).toBe(409);
    expect((await scim.delete(path)).status).toBe(409);
    expect((await scim.get(path)).body).toMatchObject({ displayName: 'Office' });
    expect(await membersOf(scim, group)).toEqual([person]);
  });
});

describe('a search for groups', () => {
  let scim: ScimClient;
  let people: readonly string[];
  let group: string;
  beforeAll(async () => {
    ({ scim, people, group } = await office('search'));
    const board = { displayName: 'Board', externalId: 'Ext-B', members: [{ value: people[0] }] };
    await scim.post('/Groups', { schemas: [GROUP], ...board });
  });
  const found = async (filter: string) => {
    const { status, body } = await scim.find('Groups', filter);
    expect(status, JSON.stringify(body)).toBe(200);
    return body.Resources.map(({ displayName }: Json) => displayName);
  };

  test('by name, foreign id, id and member', async () => {
    expect(await found('displayName eq "board"')).toEqual(['Board']);
    expect(await found('externalId eq "Ext-B"')).toEqual(['Board']);
    expect(await found('externalId eq "ext-b"')).toEqual([]);
    expect(await found('displayName sw "O" or displayName co "oar"')).toEqual(['Office', 'Board']);
    expect(await found(`id eq "${group}"`)).toEqual(['Office']);
    expect(await found(`members.value eq "${people[0]}"`)).toEqual(['Board']);
    expect(await found(`members[value eq "${people[0]}"]`)).toEqual(['Board']);
    expect(await found(`id eq "${group}" and members eq "${people[0]}"`)).toEqual([]);
    expect(await found('members pr')).toEqual(['Board']);
    expect(await found('not (members pr)')).toEqual(['Office']);
    expect(await found('members.value eq "nobody"')).toEqual([]);
    const { status, body } = await scim.find('Groups', 'owner eq "x"');
    expect([status, body.scimType]).toEqual([400, 'invalidFilter']);
  });

  test('comes in pages, with members unless they are not wanted', async () => {
    const all = (await scim.get('/Groups')).body;
    expect(all).toMatchObject({ totalResults: 2, itemsPerPage: 2 });
    expect(all.Resources[1].members).toMatchObject([{ value: people[0] }]);
    const page = (await scim.get('/Groups?startIndex=2&count=1&excludedAttributes=members')).body;
    expect(page).toMatchObject({ totalResults: 2, startIndex: 2, itemsPerPage: 1 });
    expect(page.Resources[0]).toMatchObject({ displayName: 'Board' });
    expect(page.Resources[0]).not.toHaveProperty('members');
  });

  test('finds nothing of another program', async () => {
    const other = await office('elsewhere');
    expect((await other.scim.get(`/Groups/${group}`)).status).toBe(404);
    expect((await other.scim.delete(`/Groups/${group}`)).status).toBe(404);
    const add = [{ op: 'add', path: 'members', value: [{ value: people[0] }] }];
    expect((await other.scim.patch(`/Groups/${group}`, add)).status).toBe(404);
    expect((await other.scim.patch(`/Groups/${other.group}`, add)).status).toBe(400);
    const { body } = await other.scim.find('Groups', `members.value eq "${people[0]}"`);
    expect(body.totalResults).toBe(0);
  });
});
