import { expect } from 'vitest';
import { Client, type Json } from '../../e2e/support/client.js';
import type { TestApi } from '../../e2e/support/test-api.js';
import { ScimClient } from './scim-client.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** A program with the token of a provisioner. */
export async function provisioned(
  api: TestApi,
  id: string,
): Promise<{ admin: Client; scim: ScimClient }> {
  const admin = await api.newProgram(id);
  const wish = { name: 'Directory', role: 'administrator', scopes: ['provision'] };
  const { body, status } = await admin.post('/keys', wish);
  expect(status, JSON.stringify(body)).toBe(201);
  return { admin, scim: new ScimClient(api.url, body.key) };
}

export async function made(scim: ScimClient, user: object): Promise<Json> {
  const { status, body } = await scim.post('/Users', { schemas: [USER], ...user });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

/** As Entra ID sends it. @source https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups */
export const ENTRA_USER = {
  schemas: [USER, ENTERPRISE],
  externalId: '0a21f0f2-8d2a-4f8e-bf98-7363c4aed4ef',
  userName: 'Test_User_ab6490ee@contoso.example',
  active: true,
  emails: [{ primary: true, type: 'work', value: 'Test_User_fd0ea19b@contoso.example' }],
  meta: { resourceType: 'User' },
  name: { formatted: 'givenName familyName', familyName: 'familyName', givenName: 'givenName' },
  roles: [],
};

/** As Okta sends it. @source https://developer.okta.com/docs/reference/scim/scim-20 */
export const OKTA_USER = {
  schemas: [USER],
  userName: 'test.user@okta.example',
  name: { givenName: 'Test', familyName: 'User' },
  emails: [{ primary: true, value: 'test.user@okta.example', type: 'work' }],
  displayName: 'Test User',
  locale: 'en-US',
  externalId: '00ujl29u0le5T6Aj10h7',
  groups: [],
  password: '1mz050nq',
  active: true,
};
