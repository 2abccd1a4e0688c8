import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../access/two-subtrees.js';
import { Client, type Json } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`levels-${++count}`);
  const unit = (key: string, name: string, parent: string | null) => ({
    ...{ unit: key, name, parent, kind: 'team', occurredAt: '2010-01-01' },
  });
  const units = [
    unit('group', 'Contoso', null),
    unit('side', 'adventure Works', null),
    unit('emea', 'EMEA', 'group'),
    unit('apac', 'Asia', 'group'),
    unit('desk', 'Desk', 'emea'),
    unit('lab', 'Lab', 'emea'),
    unit('bench', 'Bench', 'lab'),
  ];
  const { status } = await client.post('/units', { units });
  if (status !== 201) throw new Error(`The tree was not taken in: ${status}.`);
});

const level = async (query: string, by = client) => {
  const { status, body } = await by.get(`/units?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.map((one: Json) => `${one.unit} ${one.children}`);
};
const limitedTo = async (under: string) =>
  new Client(api.url, await keyOf(client, 'executive', under));

describe('the tree, a level at a time', () => {
  test('begins with the roots, by name, and says how many units lie right under each', async () => {
    expect(await level('top=true')).toEqual(['side 0', 'group 2']);
    expect(await level('parent=group')).toEqual(['apac 0', 'emea 2']);
    expect(await level('parent=bench')).toEqual([]);
  });

  test('begins for somebody who is limited with the units they were given', async () => {
    const reader = await limitedTo('emea');
    expect(await level('top=true', reader)).toEqual(['emea 2']);
    expect((await reader.get('/units?top=true')).body.items[0].parent).toBeNull();
    expect(await level('parent=emea', reader)).toEqual(['desk 0', 'lab 1']);
    expect((await reader.get('/units?parent=group')).status).toBe(404);
  });

  test('shows a unit that came into sight later where it lay, as a top of its own', async () => {
    await client.put('/units/apac', { parent: 'emea', occurredAt: '2020-01-01' });
    const reader = await limitedTo('emea');
    expect(await level('top=true&asOf=2015-01-01', reader)).toEqual(['apac 0', 'emea 2']);
    expect(await level('top=true', reader)).toEqual(['emea 3']);
  });

  test('is as of a date and as known at another', async () => {
    const before = new Date(
      Date.parse((await client.get('/log?after=0&limit=1')).body.items[0].recordedAt) - 1,
    ).toISOString();
    await client.put('/units/desk', {
      parent: 'side',
      name: 'Front desk',
      occurredAt: '2015-06-01',
    });
    await client.delete('/units/apac?occurredAt=2016-01-01');
    expect(await level('parent=emea')).toEqual(['lab 1']);
    expect(await level('parent=emea&asOf=2015-01-01')).toEqual(['desk 0', 'lab 1']);
    expect(await level('parent=group')).toEqual(['emea 1']);
    expect(await level('top=true&asOf=2015-12-31')).toEqual(['side 1', 'group 2']);
    expect(await level('top=true&asOf=2009-01-01')).toEqual([]);
    expect(await level(`top=true&knownAt=${before}`)).toEqual([]);
  });

  test('is read page by page, whatever is registered meanwhile', async () => {
    const first = (await client.get('/units?parent=emea&limit=1')).body;
    expect(first.items.map((one: Json) => one.unit)).toEqual(['desk']);
    await client.put('/units/extra', { name: 'Ex', kind: 'team', parent: 'emea' });
    const rest = (await client.get(`/units?parent=emea&cursor=${first.next}`)).body;
    expect(rest.items.map((one: Json) => one.unit)).toEqual(['lab']);
    expect(rest.next).toBeNull();
  });

  test('is asked for alone', async () => {
    for (const query of ['top=true&parent=emea', 'top=true&q=x', 'parent=emea&kind=team'])
      expect((await client.get(`/units?${query}`)).status, query).toBe(422);
    expect(await client.get('/units?asOf=2015-01-01')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '?asOf' }] },
    });
    expect((await client.get('/units?parent=nobody')).status).toBe(404);
    expect((await client.get('/units?top=true&asOf=0000-01-01')).status).not.toBe(500);
    for (const forged of ['[]', '[1,2,"a"]', '[1e15,0,"a","b"]', 'x'])
      expect(
        (await client.get(`/units?top=true&cursor=${Buffer.from(forged).toString('base64url')}`))
          .status,
        forged,
      ).toBe(400);
  });
});

describe('a unit', () => {
  test('says what lies above it, as far as it is in sight', async () => {
    const path = async (by: Client) =>
      (await by.get('/units/bench')).body.path.map((one: Json) => `${one.unit}: ${one.name}`);
    expect(await path(client)).toEqual(['group: Contoso', 'emea: EMEA', 'lab: Lab']);
    expect(await path(await limitedTo('emea'))).toEqual(['emea: EMEA', 'lab: Lab']);
    expect(await path(await limitedTo('bench'))).toEqual([]);
    expect((await client.get('/units/emea')).body).toMatchObject({ children: 2 });
  });

  test('was called, and lay, as it did then', async () => {
    await client.put('/units/lab', {
      parent: 'side',
      name: 'Laboratory',
      occurredAt: '2015-06-01',
    });
    await client.delete('/units/desk?occurredAt=2016-01-01');
    const then = async (key: string, query: string, by = client) =>
      (await by.get(`/units/${key}?${query}`)).body;
    const path = ({ path: steps }: Json) => steps.map(({ unit }: Json) => unit);
    const before = await then('lab', 'asOf=2015-01-01');
    expect(before).toMatchObject({ name: 'Lab', parent: 'emea', retired: false, children: 1 });
    expect(path(before)).toEqual(['group', 'emea']);
    const now = await then('lab', 'asOf=2020-01-01');
    expect(now).toMatchObject({ name: 'Laboratory', parent: 'side' });
    expect(now).toEqual((await client.get('/units/lab')).body);
    expect((await then('emea', 'asOf=2015-01-01')).children).toBe(2);
    expect((await then('emea', 'asOf=2020-01-01')).children).toBe(0);
    expect(await then('desk', 'asOf=2020-01-01')).toMatchObject({ retired: true });
    expect(await then('lab', 'asOf=2009-12-31')).toMatchObject({ status: 404 });
    expect(await then('lab', 'asOf=2999-99-99')).toMatchObject({ status: 422 });
    const reader = await limitedTo('side');
    const elsewhere = await then('lab', 'asOf=2015-01-01', reader);
    expect(elsewhere).toMatchObject({ name: 'Lab', parent: null, path: [] });
    expect(JSON.stringify(elsewhere)).not.toContain('emea');
  });
});
