import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Database } from '#lib/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { Client } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

async function made(wish: object): Promise<Client & { readonly id: string }> {
  const { body } = await api.admin.post('/keys', { name: 'K', role: 'auditor', ...wish });
  return Object.assign(new Client(api.url, body.key), { id: body.id as string });
}

describe('another process', () => {
  test('learns within 5 s what becomes of a key, and usually at once', async () => {
    const database = new Database(api.testDatabase.url);
    const other = await createApi({ ...api.foundation, database });
    await other.app.listen(0, '127.0.0.1');
    const { port } = other.app.getHttpServer().address() as AddressInfo;
    const there = (key: string) => new Client(`http://127.0.0.1:${port}`, key);
    const key = await made({});
    const revoked = there(key.key ?? '');
    const rotated = await made({});
    const old = there(rotated.key ?? '');
    const changed = await made({});
    const slow = there(changed.key ?? '');
    for (const one of [revoked, old, slow]) expect((await one.get('/units')).status).toBe(200);
    await api.admin.delete(`/keys/${key.id}`);
    const { body } = await api.admin.post(`/keys/${rotated.id}/rotation`);
    await api.admin.put(`/keys/${changed.id}`, { requestsPerSecond: 1 });
    const began = performance.now();
    const until = (client: Client, status: number) =>
      eventually(async () => (await client.get('/units')).status === status || undefined);
    await Promise.all([until(revoked, 401), until(old, 401), until(slow, 429)]);
    expect(performance.now() - began).toBeLessThan(2_000);
    expect((await there(body.key).get('/units')).status).toBe(200);
    await other.stop();
    await database.close();
  });

  test('learns it within 5 s when the notification is lost', async () => {
    const database = new Database(api.testDatabase.url);
    const other = await createApi({ ...api.foundation, database });
    await other.app.listen(0, '127.0.0.1');
    const { port } = other.app.getHttpServer().address() as AddressInfo;
    const key = await made({});
    const there = new Client(`http://127.0.0.1:${port}`, key.key);
    expect((await there.get('/units')).status).toBe(200);
    // as somebody would who works past the api
    await api.testDatabase.admin('UPDATE access_key SET revoked_at = now() WHERE id = $1', [
      key.id,
    ]);
    const began = performance.now();
    await eventually(async () => (await there.get('/units')).status === 401 || undefined);
    expect(performance.now() - began).toBeLessThan(5_000);
    await other.stop();
    await database.close();
  });
});

describe('too much', () => {
  test('of one key is refused with when to come back, and others go on', async () => {
    const slow = await made({ requestsPerSecond: 3 });
    const answers = await Promise.all(Array.from({ length: 12 }, () => slow.get('/program')));
    const allowed = answers.filter(({ status }) => status === 200);
    const refused = answers.find(({ status }) => status === 429);
    // a second may begin meanwhile
    expect(allowed.length).toBeGreaterThanOrEqual(3);
    expect(allowed.length).toBeLessThanOrEqual(6);
    expect(refused?.body).toMatchObject({
      type: 'urn:waymark:problem:too-many-requests',
      status: 429,
      instance: '/api/v1/program',
    });
    const told = ['content-type', 'retry-after', 'ratelimit-policy', 'ratelimit'];
    expect(told.map((name) => refused?.headers.get(name))).toEqual([
      'application/problem+json',
      '1',
      '"requests";q=3;w=1',
      '"requests";r=0;t=1',
    ]);
    expect((await api.admin.get('/program')).status).toBe(200);
    await eventually(async () => (await slow.get('/program')).status === 200 || undefined);
  });

  test('guessing is held off, while those who are known at the address go on', async () => {
    expect((await api.admin.get('/program')).status).toBe(200);
    const fresh = await made({});
    const guess = (n: number) =>
      new Client(api.url, `guess-${String(n).padStart(30, '0')}`).get('/program');
    const answers = [];
    for (let n = 0; n < 210; n++) answers.push(await guess(n));
    expect(answers.slice(0, 200).every(({ status }) => status === 401)).toBe(true);
    const last = answers.at(-1);
    expect(last?.status).toBe(429);
    expect(Number(last?.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect((await api.admin.get('/program')).status).toBe(200);
    // who was never here before waits as well
    expect((await fresh.get('/program')).status).toBe(429);
    expect((await new Client(api.url).get('/health/live')).status).toBe(200);
  });
});
