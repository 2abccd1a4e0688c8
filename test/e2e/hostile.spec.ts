import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
const path = '/units/u/milestones';
const good = { milestone: 'hub.launched', occurredAt: '2011' };
beforeAll(async () => {
  api = await startTestApi();
  await api.admin.put('/units/u', { name: 'U', kind: 'team' });
});
afterAll(() => api.stop());

const raw = (body: string | Uint8Array, headers: Record<string, string> = {}) =>
  api.admin.post(path, body, headers);

test.each<[string, () => ReturnType<typeof raw>, number]>([
  ['no JSON', () => raw('{"milestone":'), 400],
  ['no body', () => api.admin.post(path), 400],
  ['another JSON type', () => raw('[]'), 400],
  ['JSON nested 1,000 deep', () => raw('['.repeat(1000) + ']'.repeat(1000)), 400],
  ['JSON nested 400,000 deep', () => raw('{"a":'.repeat(200_000)), 400],
  ['bytes that are not UTF-8', () => raw(new Uint8Array([0x22, 0xff, 0xfe, 0x22])), 400],
  ['UTF-16', () => raw(Buffer.from(JSON.stringify(good), 'utf16le')), 400],
  [
    'a prototype',
    () => raw('{"__proto__":{"x":1},"milestone":"hub.launched","occurredAt":"2011"}'),
    400,
  ],
  [
    'another charset',
    () => raw(JSON.stringify(good), { 'content-type': 'application/json; charset=latin1' }),
    415,
  ],
  [
    'another type',
    () => raw('milestone=hub.launched', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
  ],
  ['YAML where JSON is asked', () => raw('a: 1', { 'content-type': 'application/yaml' }), 415],
  [
    'a compressed body',
    () => raw(gzipSync(JSON.stringify(good)), { 'content-encoding': 'gzip' }),
    415,
  ],
  [
    'more than a megabyte',
    () => raw(JSON.stringify({ ...good, note: 'x'.repeat(1024 * 1024) })),
    413,
  ],
  ['a path with a NUL', () => api.admin.get('/units/%00'), 404],
  ['a path that is not UTF-8', () => api.admin.get('/units/%ff'), 400],
  ['an endless path', () => api.admin.get(`/units/${'x'.repeat(5000)}`), 404],
  ['a query that is not asked for', () => api.admin.post(`${path}?preview=perhaps`, good), 422],
])('%s is refused with a problem, and nothing is kept', async (_what, send, status) => {
  const before = (await api.admin.get('/log/verification')).body.length;
  const answer = await send();
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({
    status,
    type: expect.stringMatching(/^urn:waymark:problem:/),
    title: expect.any(String),
    detail: expect.any(String),
    instance: expect.stringMatching(/^\//),
    errors: [{ pointer: expect.any(String), message: expect.any(String) }],
  });
  expect((await api.admin.get('/log/verification')).body.length).toBe(before);
});

test('a batch may be larger than other bodies, up to 5 MB', async () => {
  const type = { 'content-type': 'application/cloudevents-batch+json' };
  const event = (n: number, size: number) => ({
    specversion: '1.0',
    id: `big-${n}`,
    source: 'test',
    type: 'waymark.milestone.achieved.v1',
    subject: 'u',
    time: '2012-01-01T00:00:00Z',
    data: { milestone: 'hub.launched', note: 'x'.repeat(size) },
  });
  const two = Array.from({ length: 600 }, (_, n) => event(n, 3500));
  const taken = await api.admin.post('/events', two, type);
  expect(taken.status).toBe(202);
  expect(taken.body.results.every((one: { status: string }) => one.status === 'recorded')).toBe(
    true,
  );
  const six = Array.from({ length: 1000 }, (_, n) => event(n, 6000));
  expect((await api.admin.post('/events', six, type)).status).toBe(413);
});

test('a request that is no HTTP, and one that stops half way, harm nobody', async () => {
  const { hostname, port } = new URL(api.url);
  for (const bytes of [
    '\u0000\u0001\u0002\r\n\r\n',
    `POST /api/v1${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{"a`,
  ]) {
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(bytes, () => socket.destroy());
      });
      socket.on('close', () => resolve());
      socket.on('error', () => resolve());
    });
  }
  expect((await api.admin.get('/health/ready')).status).toBe(200);
});

test.each([
  ['none', ''],
  ['the word alone', 'Bearer'],
  ['too short', 'Bearer x'],
  ['another scheme', 'Basic eDp5'],
  ['unknown', `Bearer ${'k'.repeat(40)}`],
  ['endless', `Bearer ${'k'.repeat(5000)}`],
])('without a known key (%s) nothing is answered', async (_what, authorization) => {
  const response = await fetch(`${api.url}/api/v1/units`, { headers: { authorization } });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="waymark"');
  expect(await response.json()).toMatchObject({ errors: [{ pointer: 'header:authorization' }] });
});
