import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY, startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { RawConnection } from './socket.js';

const authorization = `Bearer ${ADMIN_KEY}`;
const json = { authorization, 'content-type': 'application/json' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    worker: false,
    limits: { headersMs: 400, bodyMs: 400, requestMs: 1_500, lookEveryMs: 50 },
  });
  await api.admin.put('/units/u', { name: 'U', kind: 'team' });
});
afterAll(() => api.stop());

const healthy = async () => expect((await api.admin.get('/health/ready')).status).toBe(200);

describe('a client that keeps the server waiting is let go', () => {
  test('with headers that never end, however steadily they come', async () => {
    const connection = await RawConnection.to(api.url);
    connection.write('GET /health/live HTTP/1.1\r\nhost: x\r\n');
    const drip = setInterval(() => connection.write('x-a: b\r\n'), 50);
    const said = await connection.said();
    clearInterval(drip);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(JSON.parse(said.split('\r\n\r\n')[1] as string)).toMatchObject({ status: 408 });
    await healthy();
  });

  test('with a body that comes drop by drop', async () => {
    const connection = await RawConnection.to(api.url);
    connection.request('PUT /api/v1/units/u', { ...json, 'content-length': 1000 }, '{"name":"');
    const drip = setInterval(() => connection.write('x'), 50);
    const said = await connection.said();
    clearInterval(drip);
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
    expect(said).toMatch(/connection: close/i);
    expect(said).toContain('urn:waymark:problem:too-slow');
    await healthy();
  });

  test('also when its body was refused, or is not read at all', async () => {
    const heads = [
      ['PUT /api/v1/units/u', { ...json, 'content-length': 2_000_000 }],
      ['PUT /api/v1/units/u', { ...json, 'content-type': 'text/plain', 'content-length': 10 }],
      ['POST /nothing', { ...json, 'content-length': 10 }],
      ['GET /api/v1/units', { authorization, 'content-length': 10 }],
      ['DELETE /api/v1/nothing', { 'content-length': 10 }],
    ] as const;
    await Promise.all(
      heads.map(async ([line, headers]) => {
        const connection = await RawConnection.to(api.url);
        connection.request(line, headers, 'x');
        expect(await connection.said(), line).toMatch(/^HTTP\/1\.1 [24]\d\d /);
      }),
    );
    await healthy();
  });

  test('also with an import, which may take longer', async () => {
    const connection = await RawConnection.to(api.url);
    const { key } = await api.newProgram('slow');
    const head = { authorization: `Bearer ${key}`, 'content-type': 'application/jsonl' };
    connection.request('POST /api/v1/log/import', { ...head, 'content-length': 1000 }, '{');
    expect(await connection.said()).toMatch(/^(HTTP\/1\.1 408 |$)/);
    await healthy();
  });

  test('and many of them at once keep nobody else from being served', async () => {
    const slow = await Promise.all(Array.from({ length: 200 }, () => RawConnection.to(api.url)));
    for (const one of slow) one.write('GET /health/live HTTP/1.1\r\nhost: x\r\n');
    for (let n = 0; n < 20; n++) await healthy();
    for (const said of await Promise.all(slow.map((one) => one.said()))) {
      expect(said).toMatch(/^HTTP\/1\.1 408 /);
    }
  });
});

describe('what is too large is refused before it is read', () => {
  test('headers', async () => {
    const connection = await RawConnection.to(api.url);
    connection.request('GET /health/live', { 'x-large': 'x'.repeat(20_000) });
    const said = await connection.said();
    expect(said).toMatch(/^HTTP\/1\.1 431 /);
    expect(said).toContain('application/problem+json');
  });

  test('addresses', async () => {
    const answer = await api.admin.get(`/units?q=${'x'.repeat(9_000)}`);
    expect([answer.status, answer.body.type]).toEqual([
      414,
      'urn:waymark:problem:address-too-long',
    ]);
  });

  test('a body of which only the length is known yet', async () => {
    const connection = await RawConnection.to(api.url);
    connection.request('PUT /api/v1/units/u', { ...json, 'content-length': 2_000_000 });
    const said = await connection.said();
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('a body without a length that goes on and on', async () => {
    const connection = await RawConnection.to(api.url);
    connection.request('PUT /api/v1/units/u', { ...json, 'transfer-encoding': 'chunked' });
    const chunk = 'x'.repeat(65_536);
    for (let n = 0; n < 20; n++) connection.write(`10000\r\n${chunk}\r\n`);
    expect(await connection.said()).toMatch(/^HTTP\/1\.1 413 /);
    await healthy();
  });

  test('bodies on their way, of one key, that would fill the memory together', async () => {
    const key = async () =>
      (await api.admin.post('/keys', { name: 'K', role: 'integration' })).body;
    const [mine, other] = [await key(), await key()];
    const large = async ({ key }: { key: string }) => {
      const connection = await RawConnection.to(api.url);
      const type = 'application/cloudevents-batch+json';
      connection.request('POST /api/v1/events', {
        authorization: `Bearer ${key}`,
        ...{ 'content-type': type, 'content-length': 5 * 1024 * 1024 },
      });
      return connection;
    };
    const of = (count: number) => Promise.all(Array.from({ length: count }, () => large(mine)));
    const refused = (said: readonly string[]) => said.filter((one) => one.includes(' 429 ')).length;
    const flood = [...(await of(20)), await large(other)];
    const said = await Promise.all(flood.map((connection) => connection.said()));
    expect(refused(said)).toBe(8);
    expect(said[20]).toMatch(/^HTTP\/1\.1 408 /);
    // and none of it stays counted
    const again = await Promise.all((await of(12)).map((connection) => connection.said()));
    expect(refused(again)).toBe(0);
    await healthy();
  });

  test('a body of somebody nobody knows, beyond what signing in takes', async () => {
    const said = await fetch(`${api.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(20_000) }),
    });
    expect(said.status).toBe(413);
  });

  test('more query parameters than any route has, and one that is given twice', async () => {
    const many = Array.from({ length: 100 }, (_, n) => `p${n}=1`).join('&');
    expect((await api.admin.get(`/units?${many}`)).status).toBe(400);
    const { length } = (await api.admin.get('/log/verification')).body;
    const twice = await api.admin.post('/units/u/milestones?preview=true&preview=true', {
      milestone: 'hub.launched',
      occurredAt: '2011',
    });
    expect(twice.status).toBe(400);
    expect(twice.body.errors).toEqual([
      { pointer: '?preview', message: 'This parameter is given more than once; give it once.' },
    ]);
    expect((await api.admin.get('/log/verification')).body.length).toBe(length);
  });
});

describe('JSON', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
  const put = (body: string) => api.admin.put('/units/u', body);

  test('may be nested 32 deep', async () => {
    const deep = await put(nested(33));
    expect([deep.status, deep.body.detail]).toEqual([
      400,
      'The JSON is nested deeper than 32 levels.',
    ]);
    // in depth it may pass; what it says is another matter
    expect((await put(nested(32))).body.detail).not.toContain('nested');
  });

  test('may hold 10,000 values, and twenty times as many in a batch', async () => {
    const values = (count: number) => JSON.stringify(Array.from({ length: count }, () => 1));
    const heap = await put(values(10_001));
    expect([heap.status, heap.body.detail]).toEqual([
      400,
      'The JSON holds more than 10000 values.',
    ]);
    expect((await put(`{"a":"${','.repeat(20_000)}"}`)).body.detail).not.toContain('values');
    const batch = await api.admin.post('/units', values(10_001));
    expect(batch.body.detail).not.toContain('values');
    expect((await api.admin.post('/units', values(200_001))).body.detail).toBe(
      'The JSON holds more than 200000 values.',
    );
  });

  test.each(['{"__proto__":{"a":1}}', '{"x":{"__proto__":1}}', '{"constructor":{"prototype":{}}}'])(
    'cannot reach for prototypes: %s',
    async (body) => {
      expect((await put(body)).status).toBe(400);
      expect(({} as { a?: unknown }).a).toBeUndefined();
    },
  );

  test('cannot come in disguise: XML and forms are not taken, in any spelling', async () => {
    for (const type of [
      'application/xml',
      'text/xml',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
      'text/plain',
    ]) {
      const answer = await api.admin.put('/units/u', '<a/>', { 'content-type': type });
      expect(answer.status, type).toBe(415);
    }
  });
});

test.each(['TRACE', 'CONNECT', 'PROPFIND', 'BREW'])(
  'nobody is told of his own request by %s',
  async (method) => {
    const connection = await RawConnection.to(api.url);
    connection.request(`${method} /api/v1/units`, {
      ...json,
      connection: 'close',
      'x-mine': 'mine',
    });
    const said = await connection.said();
    expect(said).toMatch(/^(HTTP\/1\.1 (400|404|405) |$)/);
    expect(said).not.toContain('mine');
  },
);

test('so many connections are taken, and no more until one ends', async () => {
  const small = await startTestApi({ worker: false, limits: { connections: 3 } });
  const open = await Promise.all([1, 2, 3].map(() => RawConnection.to(small.url)));
  // those are counted once they have asked for something
  for (const one of open) one.request('GET /health/live', {});
  await expect.poll(() => open.every(({ soFar }) => soFar.includes('"live"'))).toBe(true);
  const fourth = await RawConnection.to(small.url);
  expect(await fourth.said()).toBe('');
  for (const one of open) one.end();
  await expect
    .poll(async () => (await fetch(`${small.url}/health/live`).catch(() => undefined))?.status)
    .toBe(200);
  await small.stop();
});

describe('event streams', () => {
  test('are so many a key, and no more until one is closed', async () => {
    const streams = await Promise.all(Array.from({ length: 51 }, () => RawConnection.to(api.url)));
    for (const one of streams) one.request('GET /api/v1/stream', { authorization });
    const statuses = () => streams.map((one) => one.soFar.slice(9, 12)).sort();
    await expect.poll(() => statuses().every((status) => status !== '')).toBe(true);
    expect(statuses()).toEqual([...Array.from({ length: 50 }, () => '200'), '429']);
    expect(streams.find((one) => one.soFar.startsWith('HTTP/1.1 429'))?.soFar).toMatch(
      /retry-after: \d+/,
    );
    for (const one of streams) one.end();
    const again = async () => {
      const stream = await RawConnection.to(api.url);
      stream.request('GET /api/v1/stream', { authorization });
      await expect.poll(() => stream.soFar).not.toBe('');
      stream.end();
      return stream.soFar.slice(9, 12);
    };
    await expect.poll(again).toBe('200');
  });
});

describe('requests that two servers could read in two ways', () => {
  test.each([
    ['two lengths', 'content-length: 2\r\ncontent-length: 3'],
    ['a length and chunks', 'content-length: 2\r\ntransfer-encoding: chunked'],
    ['chunks in disguise', 'transfer-encoding: xchunked'],
    ['a space before the colon', 'content-length : 2'],
    ['no host', 'x-a: b'],
  ])('(%s) are refused, and the connection is closed', async (what, headers) => {
    const connection = await RawConnection.to(api.url);
    const host = what === 'no host' ? '' : 'host: x\r\n';
    connection.write(`POST /api/v1/units HTTP/1.1\r\n${host}${headers}\r\n\r\n{}`);
    expect(await connection.said()).toMatch(/^HTTP\/1\.1 400 /);
    await healthy();
  });
});
