import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { account } from './support/office.js';
import { provisioned, USER } from './support/provisioned.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

test('whoever is signed in has what the directory says, from one request to the next', async () => {
  const { admin, scim } = await provisioned(api, 'live');
  const { id, browser } = await account(admin, 'ada@contoso.example');
  const status = async () => (await browser.call('GET', `${api.url}/api/v1/units`)).status;
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
  const group = (await scim.post('/Groups', { schemas, displayName: 'Readers' })).body.id;
  await admin.post('/grants', { group, role: 'executive' });
  expect(await status()).toBe(403);
  const path = `/Groups/${group}`;
  await scim.patch(path, [{ op: 'Add', path: 'members', value: [{ value: id }] }]);
  expect(await status()).toBe(200);
  await scim.patch(path, [{ op: 'Remove', path: `members[value eq "${id}"]` }]);
  expect(await status()).toBe(403);
  await scim.patch(path, [{ op: 'Add', path: 'members', value: [{ value: id }] }]);
  const off = { op: 'Replace', path: 'active', value: 'False' };
  expect((await scim.patch(`/Users/${id}`, [off])).status).toBe(200);
  expect(await status()).toBe(401);
  // the session does not come back with the person
  await scim.patch(`/Users/${id}`, [{ ...off, value: 'True' }]);
  expect(await status()).toBe(401);
});

test('an administrator who is signed in provisions as a key does, and no other site by them', async () => {
  const { admin } = await provisioned(api, 'person');
  const { browser } = await account(admin, 'ada@contoso.example', 'administrator');
  const users = `${api.url}/scim/v2/Users`;
  expect((await browser.call('GET', users)).body.totalResults).toBe(1);
  const user = { schemas: [USER], userName: 'eve@x.example' };
  const forged = await browser.call('POST', users, user, { from: 'https://evil.example/' });
  expect([forged.status, forged.body.status]).toEqual([403, '403']);
  expect((await browser.call('POST', users, user)).status).toBe(201);
});
