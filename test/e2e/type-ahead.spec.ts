import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pages } from '../access/reads.js';
import { keyOf } from '../access/two-subtrees.js';
import { Client, type Json } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let office: Client;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  office = await api.newProgram('type-ahead');
  const unit = (key: string, name: string, parent: string | null = null) => ({
    ...{ unit: key, name, parent, kind: 'team', occurredAt: '2010-01-01' },
  });
  const units = [
    unit('sales', 'Selling'),
    unit('a', 'Sales'),
    unit('b', 'Presales', 'a'),
    unit('c', 'Field sales', 'a'),
    unit('d', 'Sales, old'),
    unit('sales-emea', 'Emea'),
    unit('emea-sales', 'Europe', 'a'),
    unit('e', 'Support'),
  ];
  const { status } = await office.post('/units', { units });
  if (status !== 201) throw new Error(`The units were not taken in: ${status}.`);
  await office.delete('/units/d');
});
afterAll(() => api.stop());

describe('units', () => {
  const found = async (query: string, limit = 100, by = office) =>
    (await pages(by, `/units?${query}`, limit)).map(({ unit }) => unit);

  test('are found by their keys, those alone that are there and in sight', async () => {
    expect(await found('keys=e,sales,nowhere,d')).toEqual(['d', 'e', 'sales']);
    expect(await found('keys=b,e&under=a')).toEqual(['b']);
    const limited = new Client(api.url, await keyOf(office, 'executive', 'a'));
    expect(await found('keys=a,e', 100, limited)).toEqual(['a']);
  });

  test.each([
    ['keys=a,,b', 422],
    ['keys=', 422],
    [`keys=${Array.from({ length: 101 }, (_, at) => `u${at}`).join(',')}`, 422],
    ['keys=a&top=true', 422],
  ])('are not asked for by %s', async (query, status) => {
    expect((await office.get(`/units?${query}`)).status).toBe(status);
  });

  test('are found by part of key or name, those first that fit best, retired ones last', async () => {
    const fitting = ['a', 'sales', 'sales-emea', 'emea-sales', 'c', 'b', 'd'];
    expect(await found('q=sales')).toEqual(fitting);
    expect(await found('q=SALES')).toEqual(fitting);
    expect(await found('q=sales', 2)).toEqual(fitting);
    expect(await found('q=sales&under=a', 1)).toEqual(['a', 'emea-sales', 'c', 'b']);
    expect(await found('q=emea-s')).toEqual(['emea-sales']);
    expect(await found('q=field%20sal')).toEqual(['c']);
    expect(await found('q=nothing')).toEqual([]);
  });

  test('are found no further than one sees', async () => {
    const reader = new Client(api.url, await keyOf(office, 'executive', 'a'));
    expect(await found('q=sales', 3, reader)).toEqual(['a', 'emea-sales', 'c', 'b']);
  });

  test('go on where the page before ended, and nowhere else', async () => {
    const { next } = (await office.get('/units?q=sales&limit=1')).body;
    expect((await office.get(`/units?cursor=${next}`)).status).toBe(400);
    const { next: byKey } = (await office.get('/units?limit=1')).body;
    expect((await office.get(`/units?q=sales&cursor=${byKey}`)).status).toBe(400);
  });
});

describe('milestones', () => {
  const found = async (q: string, limit = 100) =>
    (await pages(office, `/milestones?q=${encodeURIComponent(q)}`, limit)).map(
      ({ key }: Json) => key as string,
    );

  test('are found by key, title and meaning, those first that fit best', async () => {
    expect((await found('hub.launched'))[0]).toBe('hub.launched');
    expect((await found('sponsor'))[0]).toBe('sponsor.approved');
    expect((await found('spons appr')).slice(0, 2)).toEqual([
      'internal-sponsor.approved',
      'sponsor.approved',
    ]);
    const byMeaning = await found('senior manager budget');
    expect(byMeaning).toContain('sponsor.approved');
    expect((await found('senior')).length).toBeGreaterThan(0);
    expect(await found('no such milestone anywhere')).toEqual([]);
  });

  test('are the same however many come at once, and all of them without a question', async () => {
    const whole = await found('approved');
    expect(whole.length).toBeGreaterThan(3);
    expect(await found('approved', 2)).toEqual(whole);
    const all = (await pages(office, '/milestones', 50)).map(({ key }) => key as string);
    expect(all).toEqual(all.toSorted((a, b) => (a < b ? -1 : 1)));
    expect(all.length).toBeGreaterThan(whole.length);
  });

  test('of the program’s own are found at once', async () => {
    const entry = { title: 'Ambassadors named', means: 'Each region has one.' };
    expect((await office.put('/milestones/ambassadors.named', entry)).status).toBe(201);
    expect(await found('ambas')).toEqual(['ambassadors.named']);
  });
});
