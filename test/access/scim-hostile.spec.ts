import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { made, OKTA_USER, provisioned, USER } from './support/provisioned.js';
import type { ScimClient } from './support/scim-client.js';

let api: TestApi;
let scim: ScimClient;
let user: string;
let group: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  ({ scim } = await provisioned(api, 'hostile'));
  user = (await made(scim, OKTA_USER)).id;
  const schemas = ['urn:ietf:params:scim:schemas:core:2.0:Group'];
  group = (await scim.post('/Groups', { schemas, displayName: 'Office' })).body.id;
});
afterAll(() => api.stop());

const hostile = fc.oneof(
  fc.constantFrom<unknown>(null, true, 'False', 0, -1, 1e308, '', ' ', '\u0000', '\ud800', [], {}),
  fc.constantFrom<unknown>('x'.repeat(5_000), [[[[]]]], { value: null }, [{ value: 1 }], ["'; --"]),
  fc.constantFrom<unknown>({ constructor: { name: 1 } }, { emails: 'x' }, { name: [] }, [null]),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const path = fc.oneof(
  fc.constantFrom('active', 'name', 'name.givenName', 'emails', 'emails[type eq "work"].value'),
  fc.constantFrom('emails[not (value pr)]', 'members', 'members[value eq "x"]', 'displayName', ''),
  fc.constantFrom('__proto__', 'constructor.prototype', 'emails.__proto__', `${USER}:userName`),
  fc.string({ maxLength: 20 }),
);
const operation = fc.record(
  {
    op: fc.constantFrom('add', 'Replace', 'remove', 'REMOVE', 'x'),
    path,
    value: fc.oneof(hostile, fc.dictionary(path, hostile, { maxKeys: 3 })),
  },
  { requiredKeys: ['op'] },
);

test('changes of whatever shape are done or refused, and leave a whole user behind', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('user', 'group'),
      fc.array(operation, { minLength: 1, maxLength: 4 }),
      async (kind, operations) => {
        const at = kind === 'user' ? `/Users/${user}` : `/Groups/${group}`;
        const { status, body } = await scim.patch(at, operations);
        expect([200, 400, 409], JSON.stringify(body)).toContain(status);
        const after = await scim.get(at);
        expect(after.status).toBe(200);
        if (kind === 'user') {
          expect(after.body.userName).toMatch(/\S/);
          expect(after.body.emails[0].value).toContain('@');
          expect(typeof after.body.active).toBe('boolean');
        } else expect(after.body.displayName).toMatch(/\S/);
      },
    ),
    { numRuns: 200 },
  );
}, 60_000);

test('users and groups of whatever shape are made or refused', async () => {
  const names = fc.constantFrom('schemas', 'userName', 'emails', 'name', 'active', 'members');
  const body = fc.oneof(
    hostile,
    fc.dictionary(names, hostile),
    fc.dictionary(names, hostile).map((given) => ({ ...OKTA_USER, ...given })),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/Users', '/Groups'), body, async (at, given) => {
      const { status } = await scim.post(at, JSON.stringify(given));
      expect([201, 400, 409]).toContain(status);
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('searches of whatever shape are answered or refused', async () => {
  const query = fc.dictionary(
    fc.constantFrom('filter', 'startIndex', 'count', 'attributes', 'excludedAttributes', 'sortBy'),
    fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.integer().map(String)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('/Users', '/Groups'), query, async (at, asked) => {
      const { status } = await scim.get(`${at}?${new URLSearchParams(asked)}`);
      expect([200, 400]).toContain(status);
    }),
    { numRuns: 200 },
  );
}, 60_000);
