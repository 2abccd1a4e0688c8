import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done } from './reads.js';
import { keyOf } from './two-subtrees.js';

let api: TestApi;
let office: Client;
let reader: Client;
beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('kept-answers');
  const units = [
    { unit: 'group', name: 'Group', kind: 'enterprise' },
    { unit: 'here', name: 'Here', kind: 'region', parent: 'group' },
    { unit: 'there', name: 'There', kind: 'region', parent: 'group' },
    { unit: 'guest', name: 'Guest', kind: 'team', parent: 'here' },
  ].map((unit) => ({ ...unit, occurredAt: '2010-01-01' }));
  await done(office.post('/units', { units }));
  reader = new Client(api.url, await keyOf(office, 'executive', 'here'));
  await api.advised('kept-answers');
});
afterAll(() => api.stop());

const tagOf = ({ headers }: { headers: Headers }) => headers.get('etag') ?? '';
const unitsIn = (body: object) => JSON.stringify(body);

test('an answer that a browser has kept is not confirmed once a unit has left the subtree', async () => {
  const knownAt = new Date().toISOString();
  const path = `/rollups/here?asOf=2020-06-30&knownAt=${knownAt}`;
  const before = await reader.get(path);
  const whole = await office.get(path);
  expect([before.status, whole.status]).toEqual([200, 200]);
  expect((await reader.get(path, { 'if-none-match': tagOf(before) })).status).toBe(304);
  await done(office.put('/units/guest', { parent: 'there', occurredAt: '2024-01-01' }));
  await api.advised('kept-answers');
  const after = await reader.get(path, { 'if-none-match': tagOf(before) });
  expect(after.status).toBe(200);
  expect(unitsIn(after.body)).not.toBe(unitsIn(before.body));
  // nor that of somebody who sees more, at the same browser
  expect((await reader.get(path, { 'if-none-match': tagOf(whole) })).status).toBe(200);
  expect((await office.get(path, { 'if-none-match': tagOf(whole) })).status).toBe(304);
});
