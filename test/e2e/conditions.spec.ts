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
  client = await api.newProgram(`conditions-${++count}`);
  await client.put('/units/support', { name: 'Support', kind: 'function' });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  client.post(`/units/support/${path}`, body, headers);

describe('conditions', () => {
  test('a write is made only at the version that If-Match names', async () => {
    const body = { milestone: 'hub.launched', occurredAt: '2011' };
    const { headers } = await client.get('/units/support');
    const etag = headers.get('etag') as string;
    expect((await post('milestones', body, { 'if-match': etag })).status).toBe(201);
    const stale = await post('milestones', body, { 'if-match': etag });
    expect(stale).toMatchObject({ status: 412, body: { version: 2 } });
    expect(stale.headers.get('etag')).toBe('"2"');
    expect((await post('milestones', body, { 'if-match': `${etag}, "2"` })).status).toBe(201);
    expect((await post('milestones', body, { 'if-match': '*' })).status).toBe(201);
    expect((await post('milestones', body, { 'if-match': 'W/"4"' })).status).toBe(412);
    expect((await post('milestones', body, { 'if-match': '4' })).status).toBe(400);
    expect(
      (await client.put('/units/new', { name: 'x', kind: 'y' }, { 'if-match': '*' })).status,
    ).toBe(412);
    const renamed = await client.put('/units/support', { name: 'S' }, { 'if-match': '"1"' });
    expect(renamed.status).toBe(412);
  });

  test('of many writes at one version exactly one is made', async () => {
    const writes = Array.from({ length: 20 }, (_, n) =>
      client.put('/units/support', { name: `Name ${n}` }, { 'if-match': '"1"' }),
    );
    const answers = await Promise.all(writes);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((one) => one.status !== 200)) {
      expect([status, body.version]).toEqual([412, 2]);
    }
  });

  test('a repeat under an Idempotency-Key gets the first answer; another body is refused', async () => {
    const body = { milestone: 'hub.launched', occurredAt: '2011', note: 'One.' };
    const key = { 'idempotency-key': 'retry-1' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post('milestones', body, key)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const [first] = answers;
    expect(first?.status).toBe(201);
    await post('milestones', { milestone: 'coe.formed', occurredAt: '2012' });
    const reordered = { note: 'One.', occurredAt: '2011', milestone: 'hub.launched' };
    expect((await post('milestones', reordered, key)).body).toEqual(first?.body);
    expect((await post('milestones', { ...body, note: 'Two.' }, key)).status).toBe(409);
    // the key is scoped to method and path
    expect(
      (await post('lapses', { milestone: 'hub.launched', occurredAt: '2013' }, key)).status,
    ).toBe(201);
    expect((await post('milestones', body, { 'idempotency-key': 'ü' })).status).toBe(400);
  });

  test('an Idempotency-Key keeps registrations and their status, too', async () => {
    const key = { 'idempotency-key': 'put-1' };
    const first = await client.put('/units/fresh', { name: 'Fresh', kind: 'team' }, key);
    const again = await client.put('/units/fresh', { name: 'Fresh', kind: 'team' }, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });
});
