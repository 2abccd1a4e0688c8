import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { GateLimits } from '#lib/access';
import { Database } from '#lib/platform';
import { createApi } from '../../apps/api/src/create-api.js';
import { SERVER_LIMITS } from '../../apps/api/src/http/server.js';
import { GATES } from '../../apps/api/src/http/guard/turns.js';
import { Client } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { redisInstalled, startTestRedis } from '../support/index.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

async function made(wish: object): Promise<Client & { readonly id: string }> {
  const { body } = await api.admin.post('/keys', { name: 'K', role: 'auditor', ...wish });
  return Object.assign(new Client(api.url, body.key), { id: body.id as string });
}

/** Another api on the same database. */
async function another(usual: Partial<GateLimits> = {}, redisUrl?: string) {
  const database = new Database(api.testDatabase.url);
  const environment = { ...api.foundation.environment, redisUrl };
  const gates = { ...GATES, usual: { ...GATES.usual, ...usual } };
  const { app, stop } = await createApi(
    { ...api.foundation, database, environment },
    SERVER_LIMITS,
    gates,
  );
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    client: (key: string | undefined) => new Client(`http://127.0.0.1:${port}`, key),
    stop: async () => {
      await stop();
      await database.close();
    },
  };
}

describe('another process', () => {
  test('learns within 5 s what becomes of a key, and usually at once', async () => {
    const other = await another();
    const there = other.client;
    const key = await made({});
    const revoked = there(key.key);
    const rotated = await made({});
    const old = there(rotated.key);
    const changed = await made({});
    const slow = there(changed.key);
    for (const one of [revoked, old, slow]) expect((await one.get('/units')).status).toBe(200);
    await api.admin.delete(`/keys/${key.id}`);
    const { body } = await api.admin.post(`/keys/${rotated.id}/rotation`);
    await api.admin.put(`/keys/${changed.id}`, { requestsPerSecond: 1 });
    const began = performance.now();
    const until = (client: Client, status: number) =>
      eventually(async () => (await client.get('/units')).status === status || undefined);
    await Promise.all([until(revoked, 401), until(old, 401), until(slow, 429)]);
    expect(performance.now() - began).toBeLessThan(3_000);
    expect((await there(body.key).get('/units')).status).toBe(200);
    await other.stop();
  });

  test('learns it within 5 s when the notification is lost', async () => {
    const other = await another();
    const key = await made({});
    const there = other.client(key.key);
    expect((await there.get('/units')).status).toBe(200);
    // as somebody would who works past the api
    await api.testDatabase.admin('UPDATE access_key SET revoked_at = now() WHERE id = $1', [
      key.id,
    ]);
    const began = performance.now();
    await eventually(async () => (await there.get('/units')).status === 401 || undefined);
    expect(performance.now() - began).toBeLessThan(5_000);
    await other.stop();
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

  test.runIf(redisInstalled())('is counted over all processes where there is Redis', async () => {
    const redis = await startTestRedis();
    const [left, right] = [await another({}, redis), await another({}, redis)];
    const { key } = await made({ requestsPerSecond: 4 });
    // a second may begin in between, and Redis has to be there first
    await eventually(async () => {
      const there = Array.from({ length: 4 }, () => left.client(key).get('/program'));
      await Promise.all(there);
      return (await right.client(key).get('/program')).status === 429 || undefined;
    });
    await Promise.all([left.stop(), right.stop()]);
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

describe('turns', () => {
  test('let another key pass the line of one that floods', async () => {
    const other = await another({ atOnce: 1, perParty: 1, alone: 1 });
    const [flooding, second] = [other.client((await made({})).key), other.client(api.admin.key)];
    expect((await second.get('/program')).status).toBe(200);
    let waiting = 300;
    const flood = Array.from({ length: waiting }, async () => {
      const { status } = await flooding.get('/units?limit=500');
      waiting--;
      return status;
    });
    await eventually(async () => waiting < 300 || undefined);
    expect((await second.get('/program')).status).toBe(200);
    expect(waiting).toBeGreaterThan(100);
    expect(new Set(await Promise.all(flood))).toEqual(new Set([200]));
    await other.stop();
  });

  test('are for so many of a key; whoever sends more is told to come back', async () => {
    const other = await another({ atOnce: 1, perParty: 1, alone: 1, waiting: 2 });
    const [flooding, second] = [other.client((await made({})).key), other.client(api.admin.key)];
    const body = { milestone: 'no.such', occurredAt: '2012' };
    const flood = Array.from({ length: 40 }, () => flooding.post('/units/none/what-if', body));
    const reads = Array.from({ length: 40 }, () => flooding.get('/units'));
    const calm = await second.get('/program');
    const answers = await Promise.all([...flood, ...reads]);
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    for (const one of refused) expect(one.headers.get('retry-after')).toBe('1');
    expect(calm.status).toBe(200);
    // nothing was left behind: every place is free again
    for (let n = 0; n < 5; n++) expect((await flooding.get('/program')).status).toBe(200);
    await other.stop();
  });

  test('come to an end for whoever waits too long', async () => {
    const other = await another({ atOnce: 1, perParty: 1, alone: 1, patienceMs: 1 });
    const client = other.client(api.admin.key);
    const answers = await Promise.all(Array.from({ length: 30 }, () => client.get('/units')));
    const late = answers.find(({ status }) => status === 503);
    expect(late?.body).toMatchObject({ type: 'urn:waymark:problem:busy', status: 503 });
    expect(late?.headers.get('retry-after')).toBe('5');
    expect((await client.get('/program')).status).toBe(200);
    await other.stop();
  });
});
