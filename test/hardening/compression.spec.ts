import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY, startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  await api.admin.put('/units/top', { name: 'Top', kind: 'team' });
  const units = Array.from({ length: 300 }, (_, at) => ({
    unit: `one-${at}`,
    name: `One ${at}`,
    kind: 'team',
    parent: 'top',
  }));
  await api.admin.post('/units', { units });
});
afterAll(() => api.stop());

/** As it is sent: `fetch` undoes what is compressed. */
function sent(path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<{ headers: Readonly<Record<string, unknown>>; status: number; body: Buffer }>(
    (resolve, reject) => {
      const asked = request(`${api.url}/api/v1${path}`, {
        headers: { authorization: `Bearer ${ADMIN_KEY}`, ...headers },
      });
      asked.on('error', reject).on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            headers: response.headers,
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.end();
    },
  );
}

describe('a large read model', () => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ] as const)('is sent to whoever takes "%s" as %s', async (taken, coding, undo) => {
    const plain = await sent('/units?limit=300', {});
    const small = await sent('/units?limit=300', { 'accept-encoding': taken });
    expect(small.headers['content-encoding']).toBe(coding);
    expect(small.headers['content-length']).toBe(String(small.body.length));
    expect(small.headers.vary).toBe('authorization, cookie, accept-encoding');
    expect(small.body.length).toBeLessThan(plain.body.length / 4);
    expect(undo(small.body).equals(plain.body)).toBe(true);
  });

  test.each(['', 'identity', 'br;q=0', 'zstd'])('is sent as it is to "%s"', async (taken) => {
    const { headers, body } = await sent('/units?limit=300', { 'accept-encoding': taken });
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('authorization, cookie, accept-encoding');
    expect(JSON.parse(body.toString())).toHaveProperty('items');
  });

  test('has a weak tag then, which is known again', async () => {
    const taken = { 'accept-encoding': 'br' };
    const heatmap = `/rollups/top/heatmap?asOf=${new Date().toISOString()}`;
    const { headers } = await sent(heatmap, taken);
    expect(headers['content-encoding']).toBe('br');
    const tag = String(headers.etag);
    expect(tag).toMatch(/^W\/"/);
    const again = await sent(heatmap, { ...taken, 'if-none-match': tag });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });
});

describe('nothing is compressed', () => {
  const taken = { 'accept-encoding': 'br' };

  test.each(['/units/top', '/units?limit=2'])('of %s, which is small', async (path) => {
    expect((await sent(path, taken)).headers['content-encoding']).toBeUndefined();
  });

  test('of keys, however many', async () => {
    await Promise.all(
      Array.from({ length: 70 }, async (_, at) => {
        const wish = { name: `a key with a rather long name, number ${at}`, role: 'executive' };
        expect((await api.admin.post('/keys', wish)).status).toBe(201);
      }),
    );
    const { headers, body } = await sent('/keys?limit=500', taken);
    expect(body.length).toBeGreaterThan(14_000);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers.vary).toBe('authorization, cookie');
  });

  test('of the live stream', async () => {
    const leaving = new AbortController();
    const { headers } = await fetch(`${api.url}/api/v1/stream`, {
      headers: { authorization: `Bearer ${ADMIN_KEY}`, ...taken },
      signal: leaving.signal,
    });
    expect(headers.get('content-encoding')).toBeNull();
    leaving.abort();
  });
});
