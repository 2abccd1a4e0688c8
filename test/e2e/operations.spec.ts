import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const basic = (key: string) => ({
  authorization: `Basic ${Buffer.from(`x:${key}`).toString('base64')}`,
});

test('the docs bring all their parts along', async () => {
  const page = await (await fetch(`${api.url}/api/docs`)).text();
  const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] as string);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) {
    const url = new URL(part, `${api.url}/api/docs`);
    expect(url.origin).toBe(api.url);
    expect((await fetch(url)).status, part).toBe(200);
  }
});

test('health needs no key', async () => {
  expect(await api.admin.get('/health/live')).toMatchObject({
    status: 200,
    body: { status: 'live' },
  });
  expect((await fetch(`${api.url}/health/ready`)).status).toBe(200);
});

test('figures are given on this machine, and elsewhere for a key', async () => {
  const metrics = (headers: Record<string, string>) => fetch(`${api.url}/metrics`, { headers });
  expect(await (await metrics({})).text()).toContain('waymark_http_request_seconds_bucket');
  const handedOn = { 'x-forwarded-for': '192.0.2.7' };
  expect((await metrics(handedOn)).status).toBe(401);
  expect((await metrics({ ...handedOn, authorization: `Bearer ${ADMIN_KEY}` })).status).toBe(200);
});

test('the queue board is for the server’s administrator', async () => {
  const board = (headers: Record<string, string> = {}, path = '') =>
    fetch(`${api.url}/queues${path}`, { headers });
  const asked = await board();
  expect([asked.status, asked.headers.get('www-authenticate')]).toEqual([
    401,
    'Basic realm="waymark"',
  ]);
  const other = await api.newProgram('board');
  expect((await board(basic(other.key as string))).status).toBe(403);
  expect((await board(basic(ADMIN_KEY))).status).toBe(200);
  const queues = (await (await board(basic(ADMIN_KEY), '/api/queues')).json()) as {
    queues: { name: string }[];
  };
  expect(queues.queues.map(({ name }) => name)).toContain('standing');
  // a browser sends the password along whatever page has it ask
  const add = (site: string) =>
    fetch(`${api.url}/queues/api/queues/standing/add`, {
      method: 'POST',
      headers: { ...basic(ADMIN_KEY), 'sec-fetch-site': site },
    });
  expect((await add('cross-site')).status).toBe(403);
  expect([403, 404]).not.toContain((await add('same-origin')).status);
});

test('a wrong method, a wrong path and a path that cannot be read are told apart', async () => {
  const wrong = await api.admin.send('PATCH', '/units/u');
  expect(wrong).toMatchObject({ status: 405, headers: expect.anything() });
  expect(wrong.headers.get('allow')).toBe('DELETE, GET, HEAD, PUT');
  for (const [path, status] of [
    ['/nothing', 404],
    ['/units/%zz', 400],
  ] as const) {
    const answer = await api.admin.get(path);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  }
});
