import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { SOME_ID } from './support/people.js';
import { ENTERPRISE, made, OKTA_USER, provisioned, USER } from './support/provisioned.js';
import type { ScimClient } from './support/scim-client.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

describe('changes of a user', () => {
  let scim: ScimClient;
  let id: string;
  beforeAll(async () => {
    ({ scim } = await provisioned(api, 'patches'));
    ({ id } = await made(scim, OKTA_USER));
  });
  const patched = async (...operations: object[]): Promise<Json> => {
    const { status, body } = await scim.patch(`/Users/${id}`, operations);
    expect(status, JSON.stringify(body)).toBe(200);
    return body;
  };
  const refused = async (operation: object): Promise<Json> => {
    const before = (await scim.get(`/Users/${id}`)).body;
    const { status, body } = await scim.patch(`/Users/${id}`, [
      { op: 'replace', path: 'displayName', value: 'Not kept' },
      operation,
    ]);
    expect((await scim.get(`/Users/${id}`)).body).toEqual(before);
    return [status, body.scimType];
  };

  test('come as Entra ID sends them', async () => {
    const body = await patched(
      {
        op: 'Replace',
        path: 'emails[type eq "work"].value',
        value: 'updatedEmail@contoso.example',
      },
      { op: 'Replace', path: 'name.familyName', value: 'updatedFamilyName' },
      { op: 'Add', path: 'name.givenName', value: 'Given' },
      { op: 'Add', path: 'externalId', value: 'Ext-1' },
      { op: 'Add', path: 'title', value: 'Architect' },
      { op: 'Add', path: 'phoneNumbers[type eq "mobile"].value', value: '+41 1' },
      { op: 'Add', path: `${ENTERPRISE}:department`, value: 'IT' },
      { op: 'Add', path: `${ENTERPRISE}:manager`, value: '123' },
    );
    expect(body).toMatchObject({
      externalId: 'Ext-1',
      name: { givenName: 'Given', familyName: 'updatedFamilyName' },
      emails: [{ value: 'updatedEmail@contoso.example', primary: true }],
    });
    expect(body).not.toHaveProperty('title');
  });

  test('come without a path, their names dotted or nested', async () => {
    const body = await patched(
      {
        op: 'replace',
        value: {
          id,
          'name.familyName': 'Dotted',
          displayName: 'Display',
          emails: [{ value: 'a@x.example' }, { value: 'b@x.example', primary: true }],
          [`${USER}:externalId`]: 'Ext-2',
          [ENTERPRISE]: { department: 'IT' },
        },
      },
      { op: 'add', value: { name: { givenName: 'Nested' } } },
    );
    expect(body).toMatchObject({
      displayName: 'Display',
      externalId: 'Ext-2',
      name: { givenName: 'Nested', familyName: 'Dotted' },
      emails: [{ value: 'b@x.example' }],
    });
  });

  test('take away and put back', async () => {
    const without = await patched(
      { op: 'remove', path: 'externalId' },
      { op: 'Remove', path: 'name.givenName' },
    );
    expect(without).not.toHaveProperty('externalId');
    expect(without.name).not.toHaveProperty('givenName');
    const fallen = await patched({ op: 'remove', path: 'emails' });
    expect(fallen.emails).toMatchObject([{ value: OKTA_USER.userName }]);
    const added = await patched({
      op: 'add',
      path: 'emails',
      value: [{ value: 'c@x.example', primary: 'True' }],
    });
    expect(added.emails).toMatchObject([{ value: 'c@x.example' }]);
    const none = await patched({ op: 'add', path: 'externalId', value: null });
    expect(none).not.toHaveProperty('externalId');
  });

  test('change nothing when one of them cannot be done', async () => {
    expect(await refused({ op: 'replace', path: 'shoeSize', value: 1 })).toEqual([
      400,
      'invalidPath',
    ]);
    expect(await refused({ op: 'replace', path: 'emails[', value: 1 })).toEqual([
      400,
      'invalidPath',
    ]);
    expect(await refused({ op: 'replace', path: 'id', value: SOME_ID })).toEqual([
      400,
      'mutability',
    ]);
    expect(await refused({ op: 'remove' })).toEqual([400, 'noTarget']);
    expect(await refused({ op: 'remove', path: 'userName' })).toEqual([400, 'invalidSyntax']);
    expect(await refused({ op: 'replace', path: 'active', value: 'perhaps' })).toEqual([
      400,
      'invalidSyntax',
    ]);
    expect(await refused({ op: 'move', path: 'active', value: true })).toEqual([
      400,
      'invalidValue',
    ]);
    expect(await refused({ op: 'add', value: 'x' })).toEqual([400, 'invalidValue']);
    const { body } = await scim.patch(`/Users/${id}`, { Operations: [] });
    expect(body.status).toBe('400');
  });
});
