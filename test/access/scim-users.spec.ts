import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { SOME_ID } from './support/people.js';
import { ENTRA_USER, made, OKTA_USER, provisioned, USER } from './support/provisioned.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

describe('a user of SCIM', () => {
  test('is made as Entra ID makes it, and shown as it stands', async () => {
    const { admin, scim } = await provisioned(api, 'entra-create');
    const { status, body, headers } = await scim.post('/Users', ENTRA_USER);
    expect(status).toBe(201);
    expect(headers.get('content-type')).toMatch(/^application\/scim\+json/);
    expect(headers.get('location')).toBe(`${api.url}/scim/v2/Users/${body.id}`);
    expect(headers.get('etag')).toBe('W/"1"');
    expect(body).toMatchObject({
      schemas: [USER],
      externalId: ENTRA_USER.externalId,
      userName: ENTRA_USER.userName,
      displayName: 'givenName familyName',
      name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
      active: true,
      emails: [{ primary: true, type: 'work', value: 'Test_User_fd0ea19b@contoso.example' }],
      groups: [],
      meta: { resourceType: 'User', location: headers.get('location'), version: 'W/"1"' },
    });
    expect((await scim.get(`/Users/${body.id}`)).body).toEqual(body);
    expect((await admin.get(`/people/${body.id}`)).body).toMatchObject({
      name: 'givenName familyName',
      email: 'Test_User_fd0ea19b@contoso.example',
      externalId: ENTRA_USER.externalId,
      active: true,
    });
  });

  test('is made as Okta makes it; its password is not kept', async () => {
    const { scim } = await provisioned(api, 'okta-create');
    const body = await made(scim, OKTA_USER);
    expect(body).toMatchObject({ userName: 'test.user@okta.example', displayName: 'Test User' });
    expect(body).not.toHaveProperty('password');
    const rows = await api.testDatabase.admin(
      "SELECT person::text FROM person WHERE program_id = 'okta-create'",
    );
    expect(JSON.stringify(rows)).not.toMatch(/1mz050nq|okta\.example|00ujl29u0le5T6Aj10h7/);
  });

  test('is one for each user name and each address', async () => {
    const { scim } = await provisioned(api, 'unique');
    await made(scim, OKTA_USER);
    for (const user of [
      OKTA_USER,
      { ...OKTA_USER, userName: 'TEST.USER@okta.example', emails: [{ value: 'b@x.example' }] },
      { ...OKTA_USER, userName: 'b@x.example' },
    ]) {
      const { status, body } = await scim.post('/Users', user);
      expect(status).toBe(409);
      expect(body).toMatchObject({
        schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
        status: '409',
        scimType: 'uniqueness',
      });
    }
    const names = [1, 2, 3].map((n) => ({
      ...OKTA_USER,
      userName: 'same',
      emails: [{ value: `${n}@x.example` }],
    }));
    const answers = await Promise.all(names.map((user) => scim.post('/Users', user)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  test('is refused with what is wrong about it', async () => {
    const { scim } = await provisioned(api, 'invalid');
    const refused = async (body: unknown) => {
      const answer = await scim.post('/Users', body);
      expect(answer.headers.get('content-type')).toMatch(/^application\/scim\+json/);
      return [answer.status, answer.body.scimType];
    };
    expect(await refused({ ...OKTA_USER, userName: undefined })).toEqual([400, 'invalidSyntax']);
    expect(await refused({ ...OKTA_USER, userName: ' ' })).toEqual([400, 'invalidValue']);
    expect(await refused({ ...OKTA_USER, schemas: ['urn:x'] })).toEqual([400, 'invalidValue']);
    expect(await refused({ ...OKTA_USER, active: 'maybe' })).toEqual([400, 'invalidSyntax']);
    expect(await refused({ ...OKTA_USER, emails: [], userName: 'bob' })).toEqual([
      400,
      'invalidValue',
    ]);
    expect(await refused({ ...OKTA_USER, emails: [{ value: 'bob' }] })).toEqual([
      400,
      'invalidValue',
    ]);
    expect(await refused('{"userName":')).toEqual([400, 'invalidSyntax']);
    expect(await refused('[]')).toEqual([400, 'invalidSyntax']);
    const type = await scim.post('/Users', '<user/>', { 'content-type': 'text/xml' });
    expect([type.status, type.body.status]).toEqual([415, '415']);
    const plain = await scim.post('/Users', OKTA_USER, { 'content-type': 'application/json' });
    expect(plain.status).toBe(201);
    expect((await scim.get('/Users/nonsense')).body).toMatchObject({ status: '404' });
    expect((await scim.get(`/Users/${SOME_ID}`)).status).toBe(404);
    expect((await scim.get('/Nothing')).body).toMatchObject({ status: '404' });
    expect((await scim.send('PATCH', '/Users')).body).toMatchObject({ status: '405' });
  });

  test('is replaced whole; what is left out goes, but for being active', async () => {
    const { scim } = await provisioned(api, 'replaced');
    const { id } = await made(scim, OKTA_USER);
    await scim.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }]);
    const wish = { schemas: [USER], userName: 'new@okta.example', name: { familyName: 'New' } };
    const { status, body } = await scim.put(`/Users/${id}`, wish);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      userName: 'new@okta.example',
      displayName: 'New',
      name: { familyName: 'New' },
      active: false,
      emails: [{ value: 'new@okta.example' }],
    });
    expect(body).not.toHaveProperty('externalId');
    expect(body.name).not.toHaveProperty('givenName');
  });

  test('is changed at the version that was read', async () => {
    const { scim } = await provisioned(api, 'versions');
    const { id } = await made(scim, OKTA_USER);
    const rename = [{ op: 'replace', path: 'displayName', value: 'Else' }];
    const first = await scim.patch(`/Users/${id}`, rename, { 'if-match': 'W/"1"' });
    expect([first.status, first.headers.get('etag')]).toEqual([200, 'W/"2"']);
    for (const answer of [
      await scim.patch(`/Users/${id}`, [{ ...rename[0], value: 'X' }], { 'if-match': 'W/"1"' }),
      await scim.put(`/Users/${id}`, OKTA_USER, { 'if-match': 'W/"1"' }),
      await scim.delete(`/Users/${id}`, { 'if-match': 'W/"1"' }),
    ]) {
      expect([answer.status, answer.body.status]).toEqual([412, '412']);
    }
    expect((await scim.get(`/Users/${id}`, { 'if-none-match': 'W/"2"' })).status).toBe(304);
    // a directory may name its type with each request, with a body or without
    const named = { 'if-match': 'W/"2"', 'content-type': 'application/scim+json' };
    expect((await scim.delete(`/Users/${id}`, named)).status).toBe(204);
    expect((await scim.get(`/Users/${id}`)).status).toBe(404);
  });

  test('shows what is asked for', async () => {
    const { scim } = await provisioned(api, 'shown');
    const { id } = await made(scim, OKTA_USER);
    const some = await scim.get(`/Users/${id}?attributes=userName,emails.value`);
    expect(Object.keys(some.body).toSorted()).toEqual(['emails', 'id', 'schemas', 'userName']);
    const rest = await scim.get('/Users?excludedAttributes=groups,meta');
    expect(rest.body.Resources[0]).not.toHaveProperty('groups');
    expect(rest.body.Resources[0]).toHaveProperty('userName');
  });
});

describe('a disabled user', () => {
  const SHAPES: readonly (readonly [string, unknown])[] = [
    ['Okta', [{ op: 'replace', value: { active: false } }]],
    ['Entra ID', [{ op: 'Replace', path: 'active', value: 'False' }]],
    ['Entra ID of late', [{ op: 'replace', path: 'active', value: false }]],
    ['a client with URNs', [{ op: 'replace', path: `${USER}:active`, value: false }]],
    [
      'a client with lower case',
      {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        operations: [{ op: 'replace', path: 'Active', value: 'false' }],
      },
    ],
  ];

  test.each(SHAPES)('as %s disables it is signed out at once', async (name, body) => {
    const program = `off-${name.toLowerCase().replaceAll(/[^a-z]/g, '-')}`;
    const { admin, scim } = await provisioned(api, program);
    const { id } = await made(scim, OKTA_USER);
    await api.database.inProgram(program, (tx) =>
      tx.query(
        `INSERT INTO session (program_id, secret_hash, person, method, expires_at)
         VALUES ($1, $2, $3, 'password', now() + interval '1 day')`,
        [program, randomBytes(32), id],
      ),
    );
    const answer = await scim.patch(`/Users/${id}`, body);
    expect([answer.status, answer.body.active]).toEqual([200, false]);
    expect((await admin.get(`/people/${id}`)).body.active).toBe(false);
    const rows = await api.testDatabase.admin('SELECT 1 FROM session WHERE person = $1', [id]);
    expect(rows).toEqual([]);
    const again = await scim.patch(`/Users/${id}`, [
      { op: 'Replace', path: 'active', value: 'True' },
    ]);
    expect(again.body.active).toBe(true);
  });

  test('stays when nobody else could administer', async () => {
    const { admin, scim } = await provisioned(api, 'kept');
    const { id } = await made(scim, OKTA_USER);
    await admin.post('/grants', { person: id, role: 'administrator' });
    await api.testDatabase.admin(
      "UPDATE access_key SET revoked_at = now() WHERE program_id = 'kept' AND scopes IS NULL",
    );
    const off = await scim.patch(`/Users/${id}`, [{ op: 'replace', value: { active: false } }]);
    expect([off.status, off.body.status]).toEqual([409, '409']);
    expect(off.body).not.toHaveProperty('scimType');
    expect((await scim.delete(`/Users/${id}`)).status).toBe(409);
    expect((await scim.get(`/Users/${id}`)).body.active).toBe(true);
  });
});
