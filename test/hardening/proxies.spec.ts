import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

/** As a proxy on this machine would hand a request on. */
const HANDED_ON = {
  'x-forwarded-for': '198.51.100.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'waymark.example',
};

async function calendarAddress(api: TestApi, headers: Record<string, string>): Promise<string> {
  const answer = await api.admin.post('/calendar-links', { name: 'c' }, headers);
  expect(answer.status).toBe(201);
  return answer.body.url;
}

describe('without TRUST_PROXY', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
  });
  afterAll(() => api.stop());

  test('nobody says who asked whom by which way', async () => {
    expect(await calendarAddress(api, HANDED_ON)).toMatch(`${api.url}/api/v1/calendars/`);
    const { headers } = await fetch(`${api.url}/health/live`, { headers: HANDED_ON });
    expect(headers.has('strict-transport-security')).toBe(false);
  });
});

describe.each([
  ['127.0.0.0/8, ::1', 'a range'],
  ['1', 'a number of them'],
])('with TRUST_PROXY=%s (%s)', (TRUST_PROXY) => {
  let api: TestApi;
  const log: string[] = [];
  beforeAll(async () => {
    api = await startTestApi({ worker: false, log, variables: { TRUST_PROXY } });
  });
  afterAll(() => api.stop());

  test('addresses are made as the proxy was asked', async () => {
    expect(await calendarAddress(api, HANDED_ON)).toMatch(
      'https://waymark.example/api/v1/calendars/',
    );
    expect(await calendarAddress(api, {})).toMatch(`${api.url}/api/v1/calendars/`);
  });

  test('who was refused is known by the address the proxy tells', async () => {
    const { status } = await fetch(`${api.url}/api/v1/units`, { headers: HANDED_ON });
    expect(status).toBe(401);
    await expect
      .poll(() =>
        log.filter((line) => line.includes('"status":401')).map((line) => JSON.parse(line)),
      )
      .toEqual([expect.objectContaining({ path: '/api/v1/units', from: '198.51.100.7' })]);
  });

  test('browsers are kept to https where they came by it', async () => {
    const { headers } = await fetch(`${api.url}/health/live`, { headers: HANDED_ON });
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
    const plain = await fetch(`${api.url}/health/live`);
    expect(plain.headers.has('strict-transport-security')).toBe(false);
  });

  test('figures are not given for having come by way of this machine', async () => {
    const metrics = (headers: Record<string, string>) => fetch(`${api.url}/metrics`, { headers });
    expect((await metrics({})).status).toBe(200);
    for (const headers of [
      HANDED_ON,
      { 'x-forwarded-for': '127.0.0.1' },
      { 'x-forwarded-proto': 'https' },
      { 'x-real-ip': '127.0.0.1' },
      { forwarded: 'for=127.0.0.1' },
      { via: '1.1 proxy' },
    ] as Record<string, string>[]) {
      expect((await metrics(headers)).status, JSON.stringify(headers)).toBe(401);
    }
  });
});

describe('a proxy that is not among the trusted', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ worker: false, variables: { TRUST_PROXY: '192.0.2.0/24' } });
  });
  afterAll(() => api.stop());

  test('is believed nothing', async () => {
    expect(await calendarAddress(api, HANDED_ON)).toMatch(`${api.url}/api/v1/calendars/`);
  });
});
