import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { ENTERPRISE, made, provisioned, USER } from './support/provisioned.js';
import type { ScimClient } from './support/scim-client.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

describe('a search for users', () => {
  let scim: ScimClient;
  let everybody: Json[];
  beforeAll(async () => {
    let admin: Client;
    ({ scim, admin } = await provisioned(api, 'search'));
    const user = (name: string, more: object = {}) =>
      made(scim, { userName: `${name}@x.example`, displayName: name, ...more });
    everybody = [
      await user('Ada', {
        name: { givenName: 'Ada', familyName: 'Lovelace' },
        externalId: 'Ext-A',
      }),
      await user('Bob', { externalId: 'ext-a', emails: [{ value: 'robert@y.example' }] }),
      await user('Cyd', { active: false }),
    ];
    const { body } = await admin.post('/people', { name: 'Dan', email: 'dan@z.example' });
    everybody.push(body);
  });
  const found = async (filter: string): Promise<string[]> => {
    const { status, body } = await scim.find('Users', filter);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.totalResults).toBe(body.Resources.length);
    return body.Resources.map(({ displayName }: Json) => displayName);
  };

  test.each([
    ['userName eq "ada@x.example"', ['Ada']],
    ['username Eq "ADA@X.EXAMPLE"', ['Ada']],
    ['userName eq "dan@z.example"', ['Dan']],
    [`${USER}:userName eq "ada@x.example"`, ['Ada']],
    ['userName eq "nobody"', []],
    ['externalId eq "Ext-A"', ['Ada']],
    ['emails.value eq "Robert@Y.example"', ['Bob']],
    ['emails[type eq "work" and value eq "robert@y.example"]', ['Bob']],
    ['emails[type eq "home"]', []],
    ['emails eq "robert@y.example"', ['Bob']],
    ['active eq true', ['Ada', 'Bob', 'Dan']],
    ['not (active eq true)', ['Cyd']],
    ['displayName sw "a"', ['Ada']],
    ['userName co "x.exam"', ['Ada', 'Bob', 'Cyd']],
    ['name.familyName ew "LACE"', ['Ada']],
    ['name.familyName pr', ['Ada']],
    ['userName eq "ada@x.example" and active eq false', []],
    ['userName eq "ada@x.example" or displayName eq "Bob"', ['Ada', 'Bob']],
    ['userName sw "c" and (active eq true or active eq false)', ['Cyd']],
    ['displayName ne "Ada" and externalId pr', ['Bob']],
    ['meta.created gt "2020-01-01T00:00:00Z"', ['Ada', 'Bob', 'Cyd', 'Dan']],
    ['meta.lastModified lt "2020-01-01T00:00:00.5Z"', []],
    ['title pr', []],
    [`${ENTERPRISE}:department eq "IT"`, []],
    ['id eq "nonsense"', []],
  ])('by %s', async (filter, names) => {
    expect(await found(filter)).toEqual(names);
  });

  test('by id', async () => {
    expect(await found(`id eq "${everybody[2].id}"`)).toEqual(['Cyd']);
  });

  test.each([
    'userName',
    'userName eq',
    'userName is "x"',
    'userName eq x',
    'shoe eq "x"',
    '(userName eq "x"',
    'userName eq "x")',
    'userName eq "x" and',
    '"x" eq "x"',
    'emails[value eq "x"',
    `${'('.repeat(50)}a pr${')'.repeat(50)}`,
    '\u0001',
  ])('is refused when it is not understood: %s', async (filter) => {
    const { status, body } = await scim.find('Users', filter);
    expect([status, body.scimType]).toEqual([400, 'invalidFilter']);
  });

  test('comes in pages', async () => {
    const page = async (query: string) => (await scim.get(`/Users?${query}`)).body;
    const names = (body: Json) => body.Resources.map(({ displayName }: Json) => displayName);
    const first = await page('startIndex=1&count=2');
    expect(first).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 4,
      startIndex: 1,
      itemsPerPage: 2,
    });
    expect(names(first)).toEqual(['Ada', 'Bob']);
    expect(names(await page('startIndex=3&count=2'))).toEqual(['Cyd', 'Dan']);
    expect(await page('startIndex=9')).toMatchObject({ totalResults: 4, itemsPerPage: 0 });
    expect(await page('count=0')).toMatchObject({ totalResults: 4, Resources: [] });
    expect(await page('startIndex=-5&count=-1')).toMatchObject({ startIndex: 1, Resources: [] });
    const filter = encodeURIComponent('userName co "x.example"');
    const second = await page(`filter=${filter}&startIndex=2&count=1`);
    expect(second.totalResults).toBe(3);
    expect(names(second)).toEqual(['Bob']);
    expect((await scim.get('/Users?count=many')).status).toBe(400);
  });
});
