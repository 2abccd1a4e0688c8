import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client, type Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { made, OKTA_USER, provisioned, SOME_ID } from './support/provisioned.js';
import { ScimClient } from './support/scim-client.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

describe('the token of a provisioner', () => {
  test('opens SCIM and nothing else', async () => {
    const { admin, scim } = await provisioned(api, 'token');
    const provisioner = new Client(api.url, scim.key);
    for (const path of [
      '/keys',
      '/people',
      '/groups',
      '/grants',
      '/units',
      '/models',
      '/log',
      '/program',
    ]) {
      expect((await provisioner.get(path)).status, path).toBe(403);
    }
    const grant = { person: SOME_ID, role: 'administrator' };
    expect((await provisioner.post('/grants', grant)).status).toBe(403);
    const key = { name: 'More', role: 'administrator' };
    expect((await provisioner.post('/keys', key)).status).toBe(403);
    expect((await scim.get('/Users')).status).toBe(200);
    for (const role of ['program-office', 'executive', 'integration', 'auditor']) {
      const { body } = await admin.post('/keys', { name: role, role });
      const refused = await new ScimClient(api.url, body.key).get('/Users');
      expect([refused.status, refused.body.status], role).toEqual([403, '403']);
    }
    await admin.put('/units/emea', { name: 'EMEA', kind: 'region' });
    const limited = await admin.post('/keys', { name: 'L', role: 'administrator', under: 'emea' });
    expect((await new ScimClient(api.url, limited.body.key).get('/Users')).status).toBe(403);
  });

  test('is needed, and faults are told as SCIM tells them', async () => {
    const nobody = await new ScimClient(api.url).get('/Users');
    expect(nobody.status).toBe(401);
    expect(nobody.headers.get('content-type')).toMatch(/^application\/scim\+json/);
    expect(nobody.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(nobody.body).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: '401',
    });
  });

  test('reaches nobody of another program', async () => {
    const [one, other] = [await provisioned(api, 'one'), await provisioned(api, 'other')];
    const { id } = await made(one.scim, OKTA_USER);
    await made(other.scim, OKTA_USER);
    expect((await other.scim.get(`/Users/${id}`)).status).toBe(404);
    expect((await other.scim.put(`/Users/${id}`, OKTA_USER)).status).toBe(404);
    const off = [{ op: 'replace', value: { active: false } }];
    expect((await other.scim.patch(`/Users/${id}`, off)).status).toBe(404);
    expect((await other.scim.delete(`/Users/${id}`)).status).toBe(404);
    expect((await other.scim.find('Users', `id eq "${id}"`)).body.totalResults).toBe(0);
    const { body } = await other.scim.find('Users', 'userName eq "test.user@okta.example"');
    expect(body.Resources.map((user: Json) => user.id)).not.toContain(id);
    expect((await one.scim.get(`/Users/${id}`)).body.active).toBe(true);
  });
});

describe('what SCIM can do here', () => {
  test('is said by the server', async () => {
    const { scim } = await provisioned(api, 'discovery');
    const config = (await scim.get('/ServiceProviderConfig')).body;
    expect(config).toMatchObject({
      patch: { supported: true },
      filter: { supported: true, maxResults: 500 },
      etag: { supported: true },
      bulk: { supported: false },
    });
    const types = (await scim.get('/ResourceTypes')).body;
    expect(types.Resources.map(({ id }: Json) => id)).toEqual(['User', 'Group']);
    const schemas = (await scim.get('/Schemas')).body;
    expect(schemas.totalResults).toBe(2);
    for (const { meta } of [...types.Resources, ...schemas.Resources]) {
      const path = (meta.location as string).slice(`${api.url}/scim/v2`.length);
      expect((await scim.get(path)).status, path).toBe(200);
    }
    expect((await scim.get('/Schemas/urn:x')).status).toBe(404);
    expect((await scim.find('Users', 'userName pr')).status).toBe(200);
    expect((await scim.get('/Schemas?filter=id%20pr')).status).toBe(403);
  });
});
