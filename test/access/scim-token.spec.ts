import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Access, RULES } from '../../apps/api/src/http/guard/rules.js';
import type { Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { SOME_ID } from './support/people.js';
import { made, OKTA_USER, provisioned } from './support/provisioned.js';
import { ScimClient } from './support/scim-client.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

describe('the token of a provisioner', () => {
  test('opens SCIM and nothing else', async () => {
    const { scim } = await provisioned(api, 'token');
    let tried = 0;
    for (const [method, path] of routes((_, rule) => rule !== 'anybody-known')) {
      const { status } = await knock(scim.key, method, path);
      if (path.startsWith('/scim/v2'))
        expect([401, 403], `${method} ${path}`).not.toContain(status);
      else expect(status, `${method} ${path}`).toBe(403);
      tried++;
    }
    expect(tried).toBeGreaterThan(80);
  });

  test('is what nobody else has', async () => {
    const { admin } = await provisioned(api, 'others');
    await admin.put('/units/emea', { name: 'EMEA', kind: 'region' });
    const wishes = [
      { role: 'program-office' },
      { role: 'executive' },
      { role: 'integration' },
      { role: 'auditor' },
      { role: 'administrator', scopes: ['administer'] },
      { role: 'administrator', under: 'emea' },
    ];
    for (const wish of wishes) {
      const { key } = (await admin.post('/keys', { name: 'Other', ...wish })).body;
      for (const [method, path] of routes((one) => /^\/scim\/v2\/(Users|Groups)/.test(one))) {
        const answer = await knock(key, method, path);
        const where = `${JSON.stringify(wish)} ${method} ${path}`;
        expect(answer.status, where).toBe(403);
        expect(answer.headers.get('content-type'), where).toMatch(/^application\/scim\+json/);
      }
    }
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

/** The routes of the one table, with an id that nothing has. */
function routes(wanted: (path: string, rule: Access) => boolean): readonly [string, string][] {
  return Object.entries(RULES).flatMap(([name, rule]) => {
    const [method = '', path = ''] = name.split(' ');
    return wanted(path, rule) ? [[method, path.replaceAll(/:\w+/g, SOME_ID)]] : [];
  });
}

/** Sends a request without a body, which changes nothing where it is let in. */
function knock(key: string | undefined, method: string, path: string): Promise<Response> {
  return fetch(`${api.url}${path}`, { method, headers: { authorization: `Bearer ${key}` } });
}
