import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`units-${++count}`);
});

const unit = (key: string, more: object = {}) =>
  client.put(`/units/${key}`, { name: key, kind: 'team', ...more });
const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);

describe('a unit', () => {
  test('needs a name and a kind at first, and keeps what a later change leaves out', async () => {
    expect(await client.put('/units/a', { name: 'A' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/kind' }] },
    });
    const owner = { name: 'Ada', email: 'ada@example.org' };
    expect((await unit('a', { tags: ['x', 'y', 'x'], owner, models: ['lithium'] })).status).toBe(
      201,
    );
    const changed = await client.put('/units/a', { name: 'Alpha' });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: 'Alpha',
        kind: 'team',
        tags: ['x', 'y'],
        owner,
        models: ['lithium'],
        version: 2,
      },
    });
    expect((await client.get('/units/a')).body).toEqual({ ...changed.body, path: [], children: 0 });
    const cleared = await client.put('/units/a', { owner: null, models: [], tags: [] });
    expect(cleared.body).toMatchObject({ owner: null, models: [], tags: [], version: 3 });
  });

  test('that is wished to be what it is stays untouched', async () => {
    await unit('a', { tags: ['x'], owner: { name: 'Ada', email: 'a@b.c' } });
    const again = await unit('a', {
      tags: ['x'],
      owner: { name: 'Ada', email: 'a@b.c' },
      parent: null,
    });
    expect(again).toMatchObject({ status: 200, body: { version: 1 } });
  });

  test('is changed from a date on: a later change that is known already stands', async () => {
    await unit('a', { name: 'First', occurredAt: '2010-01-01' });
    await client.put('/units/a', { name: 'Third', occurredAt: '2014-01-01' });
    const between = await client.put('/units/a', { name: 'Second', occurredAt: '2012-01-01' });
    expect(between.body).toMatchObject({ name: 'Third', version: 3 });
  });

  test('whose key cannot be one is refused, and one that nobody registered is not found', async () => {
    for (const key of ['Upper', 'a b', 'ä', 'x'.repeat(65)]) {
      const path = `/units/${encodeURIComponent(key)}`;
      expect((await client.put(path, { name: 'x', kind: 'team' })).status, key).toBe(422);
      expect((await client.get(path)).status, key).toBe(404);
    }
  });
});

describe('the tree', () => {
  test('takes no parent that is missing, retired, below, or the unit itself', async () => {
    expect(codeOf(await unit('a', { parent: 'nobody' }))).toBe('parent-unknown');
    await unit('root');
    await unit('mid', { parent: 'root' });
    await unit('leaf', { parent: 'mid' });
    await unit('gone', { parent: 'root' });
    await client.delete('/units/gone');
    expect(codeOf(await unit('a', { parent: 'gone' }))).toBe('parent-retired');
    for (const parent of ['root', 'mid', 'leaf']) {
      const answer = await client.put('/units/root', { parent });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/parent' }] } });
      expect(codeOf(answer)).toBe('parent-circle');
    }
    expect((await client.get('/units/root')).body.parent).toBeNull();
  });

  test('closes no circle at a later time either, when later moves are known already', async () => {
    await unit('a', { occurredAt: '2010-01-01' });
    await unit('b', { occurredAt: '2010-01-01' });
    await client.put('/units/b', { parent: 'a', occurredAt: '2015-01-01' });
    // from 2012 on a would lie under b, and from 2015 on b lies under a
    expect(codeOf(await client.put('/units/a', { parent: 'b', occurredAt: '2012-01-01' }))).toBe(
      'parent-circle',
    );
    await client.put('/units/a', { parent: null, occurredAt: '2014-01-01' });
    await unit('c', { occurredAt: '2010-01-01' });
    await client.put('/units/a', { parent: 'c', occurredAt: '2013-01-01' });
    expect((await client.put('/units/c', { parent: 'b', occurredAt: '2011-01-01' })).status).toBe(
      422,
    );
  });

  test('a move back to an earlier place is fine when the times do not meet', async () => {
    await unit('a', { occurredAt: '2010-01-01' });
    await unit('b', { occurredAt: '2010-01-01' });
    await client.put('/units/a', { parent: 'b', occurredAt: '2011-01-01' });
    await client.put('/units/a', { parent: null, occurredAt: '2013-01-01' });
    expect((await client.put('/units/b', { parent: 'a', occurredAt: '2013-01-01' })).status).toBe(
      200,
    );
    expect((await client.put('/units/b', { parent: 'a', occurredAt: '2012-12-31' })).status).toBe(
      422,
    );
  });

  test('asks whether the parent is retired on the day of the move, and for a circle on every later day', async () => {
    for (const key of ['a', 'b', 'old']) await unit(key, { occurredAt: '2010-01-01' });
    await client.delete('/units/old?occurredAt=2015-01-01');
    const late = await client.put('/units/a', { parent: 'old', occurredAt: '2015-01-01' });
    expect(codeOf(late)).toBe('parent-retired');
    const log = (await client.get('/log?limit=500')).body.items;
    const retirement = log.find(({ type }: { type: string }) => type === 'unit.retired');
    const reason = 'It went on.';
    await client.post('/units/old/retractions', { event: retirement.id, reason });
    const again = await client.put('/units/a', { parent: 'old', occurredAt: '2015-01-01' });
    expect(again.status).toBe(200);
    await client.put('/units/old', { parent: 'b', occurredAt: '2018-01-01' });
    const past = await client.put('/units/b', { parent: 'a', occurredAt: '2012-01-01' });
    expect(codeOf(past)).toBe('parent-circle');
  });

  test('a move whose retraction would close a circle cannot be retracted', async () => {
    await unit('a');
    await unit('b', { parent: 'a' });
    await client.put('/units/b', { parent: null });
    await client.put('/units/a', { parent: 'b' });
    const { body } = await client.get('/log?limit=500');
    const move = body.items.find(
      (event: { type: string; unit: string }) => event.type === 'unit.moved' && event.unit === 'b',
    );
    const answer = await client.post('/units/b/retractions', { event: move.id, reason: 'Wrong.' });
    expect(codeOf(answer)).toBe('parent-circle');
  });
});

describe('retirement', () => {
  test('is refused while units lie below at that instant, and undone by a reinstatement', async () => {
    await unit('root', { occurredAt: '2010-01-01' });
    await unit('leaf', { parent: 'root', occurredAt: '2012-01-01' });
    const refused = await client.delete('/units/root');
    expect(codeOf(refused)).toBe('unit-has-units-below');
    expect(refused.body.detail).toContain('leaf');
    expect((await client.delete('/units/leaf?occurredAt=2014-01-01')).body.retired).toBe(true);
    expect((await client.delete('/units/root?occurredAt=2013-01-01')).status).toBe(422);
    expect((await client.delete('/units/root?occurredAt=2015-01-01')).status).toBe(200);
    expect((await client.get('/units/root/standings')).body.items).toEqual([]);
    const lonely = await client.post('/units/leaf/reinstatement', { occurredAt: '2016-01-01' });
    expect(codeOf(lonely)).toBe('parent-retired');
    const back = await client.post('/units/root/reinstatement', { occurredAt: '2015-06-01' });
    expect(back).toMatchObject({ status: 200, body: { retired: false } });
    expect(
      (await client.post('/units/leaf/reinstatement', { occurredAt: '2016-01-01' })).status,
    ).toBe(200);
  });

  test('twice is the same as once, and a unit that is not retired cannot come back', async () => {
    await unit('a');
    expect(codeOf(await client.post('/units/a/reinstatement'))).toBe('unit-retired-not');
    const once = await client.delete('/units/a');
    expect((await client.delete('/units/a')).body).toEqual(once.body);
    expect((await client.delete('/units/nobody')).status).toBe(404);
  });
});

describe('many units at once', () => {
  test('are registered parents first, or not at all', async () => {
    const units = [
      { unit: 'top', name: 'Top', kind: 'enterprise' },
      { unit: 'low', name: 'Low', kind: 'team', parent: 'top' },
    ];
    const wrong = [...units, { unit: 'odd', name: 'Odd', kind: 'team', parent: 'nobody' }];
    expect(await client.post('/units', { units: wrong })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/units/2/parent' }] },
    });
    expect((await client.get('/units')).body.items).toEqual([]);
    const registered = await client.post('/units', { units });
    expect(registered.status).toBe(201);
    expect(registered.body.units.map((one: { version: number }) => one.version)).toEqual([1, 1]);
    const reversed = [
      { unit: 'child', name: 'Child', kind: 'team', parent: 'parent' },
      { unit: 'parent', name: 'Parent', kind: 'team' },
    ];
    expect((await client.post('/units', { units: reversed })).status).toBe(422);
  });

  test('a thousand go in together', async () => {
    const units = Array.from({ length: 1000 }, (_, n) => ({
      unit: `u-${n}`,
      name: `Unit ${n}`,
      kind: 'team',
      ...(n > 0 ? { parent: `u-${Math.floor((n - 1) / 8)}` } : {}),
    }));
    expect((await client.post('/units', { units })).status).toBe(201);
    expect((await client.post('/units', { units: [...units, units[0]] })).status).toBe(422);
  });
});

describe('the list of units', () => {
  test('is read page by page, narrowed, and stable while units come and go', async () => {
    await unit('a', { kind: 'region' });
    for (const key of ['b', 'd', 'e', 'f']) await unit(key, { parent: 'a', tags: ['pilot'] });
    await unit('g', { owner: { name: 'Grace', email: 'grace@example.org' } });
    const first = await client.get('/units?limit=2');
    expect(first.body.items.map((one: { unit: string }) => one.unit)).toEqual(['a', 'b']);
    await unit('aa');
    await unit('c');
    const second = await client.get(`/units?limit=2&cursor=${first.body.next}`);
    expect(second.body.items.map((one: { unit: string }) => one.unit)).toEqual(['c', 'd']);
    const keys = async (query: string) =>
      (await client.get(`/units?${query}`)).body.items.map((one: { unit: string }) => one.unit);
    expect(await keys('kind=region')).toEqual(['a']);
    expect(await keys('tag=pilot')).toEqual(['b', 'd', 'e', 'f']);
    expect(await keys('under=a&limit=3')).toEqual(['a', 'b', 'd']);
    expect(await keys('owner=grace@example.org')).toEqual(['g']);
    expect(await keys('q=AA')).toEqual(['aa']);
  });

  test.each([
    ['limit=0', 422],
    ['limit=501', 422],
    ['limit=abc', 400],
    ['cursor=!!', 422],
    ['cursor=abc', 400],
    ['colour=red', 400],
    ['under=nobody', 404],
  ])('%s is refused', async (query, status) => {
    expect((await client.get(`/units?${query}`)).status).toBe(status);
  });
});
