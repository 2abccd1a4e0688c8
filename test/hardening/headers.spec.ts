import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY, startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  await api.admin.put('/units/u', { name: 'U', kind: 'team' });
});
afterAll(() => api.stop());

const basic = `Basic ${Buffer.from(`x:${ADMIN_KEY}`).toString('base64')}`;
const open = (path: string, authorization = basic) =>
  fetch(`${api.url}${path}`, { headers: { authorization }, redirect: 'manual' });

/** One of each kind of answer, with and without a route. */
const ANSWERS: readonly (readonly [what: string, path: string, status: number])[] = [
  ['a good answer', '/api/v1/units', 200],
  ['a refusal by the guard', '/api/v1/nothing-known', 404],
  ['a path that is not there', '/nothing', 404],
  ['a path that cannot be read', '/%ff', 400],
  ['a page', '/api/docs', 200],
  ['a part of a page', '/api/docs/swagger-ui.css', 200],
  ['the document', '/api/openapi.json', 200],
  ['a redirect', '/favicon.ico', 302],
  ['the mark', '/favicon.svg', 200],
  ['the queue board', '/queues', 200],
  ['health', '/health/live', 200],
];

describe('every answer', () => {
  test.each(ANSWERS)('(%s) tells browsers what not to do', async (_what, path, status) => {
    const authorization = path.startsWith('/queues') ? basic : `Bearer ${ADMIN_KEY}`;
    const { status: given, headers } = await open(path, authorization);
    expect(given).toBe(status);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'permissions-policy': expect.stringContaining('camera=()'),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; /),
      'cache-control': expect.any(String),
    });
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('server')).toBe(false);
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|\*|http/);
  });

  test('of a program to a program lets a browser show and run nothing', async () => {
    for (const path of ['/api/v1/units', '/api/openapi.json', '/health/ready', '/metrics']) {
      const { headers } = await open(path, `Bearer ${ADMIN_KEY}`);
      expect(headers.get('content-security-policy'), path).toBe(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      );
    }
  });

  test('also of an event stream, which takes its headers along', async () => {
    const leaving = new AbortController();
    const { headers } = await fetch(`${api.url}/api/v1/stream`, {
      headers: { authorization: `Bearer ${ADMIN_KEY}` },
      signal: leaving.signal,
    });
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(headers.get('cache-control')).toContain('no-store');
    leaving.abort();
  });
});

describe('caches', () => {
  test('keep nothing of an answer that has no tag, least of all keys and refusals', async () => {
    const made = await api.admin.post('/keys', { name: 'k', role: 'executive' });
    expect([made.status, made.headers.get('cache-control')]).toEqual([201, 'no-store']);
    for (const path of ['/keys', '/log', '/units', '/units/none']) {
      expect((await api.admin.get(path)).headers.get('cache-control'), path).toBe('no-store');
    }
  });

  test('ask again about what has one, and never show it to somebody else', async () => {
    const { headers } = await api.admin.get('/units/u');
    expect(headers.get('etag')).toMatch(/^"/);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    expect(headers.get('vary')).toBe('authorization, cookie');
  });
});

describe('a page', () => {
  const PAGES = [
    '/api/docs',
    '/api/docs/',
    '/api/docs/index.html',
    '/queues',
    '/queues/queue/advice',
  ];

  test.each([...PAGES, '/api/docs/oauth2-redirect.html'])(
    '%s holds no script and no style of its own, and nothing from elsewhere',
    async (path) => {
      const response = await open(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      const page = await response.text();
      expect(faultsOf(page)).toEqual([]);
      expect(Number(response.headers.get('content-length'))).toBe(Buffer.byteLength(page));
    },
  );

  test('with any of these would be found out', () => {
    const page = `<link href="https://fonts.example/a.css"><p onclick="x()" style="color:red">
      <script>x()</script><style>p{}</style><script src="//cdn.example/x.js"></script>
      <a href="javascript:x()">`;
    expect(faultsOf(page)).toHaveLength(7);
  });

  test('to sign in is no exception, and by a link neither, whatever became of the link', async () => {
    const person = { name: 'Ada', email: 'ada@contoso.example' };
    const { id } = (await api.admin.post('/people', person)).body;
    const link = (await api.admin.post(`/people/${id}/recovery`, {})).body.url;
    const over = link.replace(/.{43}$/, 'x'.repeat(43));
    for (const [address, status] of [
      [link, 200],
      [over, 404],
      [`${api.url}/sign-in`, 200],
    ] as const) {
      const response = await fetch(address, { headers: { accept: 'text/html' } });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toMatch(/^text\/html/);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(faultsOf(await response.text())).toEqual([]);
    }
  });

  test('is none that is not looked at here', async () => {
    const { paths } = (await api.admin.get('/api/openapi.json')).body as {
      readonly paths: Readonly<Record<string, object>>;
    };
    const pages = Object.keys(paths).filter((path) =>
      JSON.stringify(paths[path]).includes('text/html'),
    );
    expect(pages.toSorted()).toEqual(['/sign-in', '/sign-in/link/{link}']);
  });
});

/** What a page should not hold: scripts, handlers and styles within it, parts from other hosts. */
function faultsOf(page: string): readonly string[] {
  const scripts = [...page.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
    // data for the page's own scripts is not run
    .filter(([, attributes = '']) => !/type="application\/json"/.test(attributes))
    .filter(([, attributes = '', code = '']) => !/\bsrc=/.test(attributes) || code.trim() !== '');
  return [
    ...scripts.map(([script]) => script),
    ...(page.match(/<style\b[^>]*>/gi) ?? []),
    ...(page.match(/<[a-z][^>]*\sstyle=/gi) ?? []),
    ...(page.match(/<[a-z][^>]*\son[a-z]+\s*=/gi) ?? []),
    ...(page.match(/\b(src|href)="(https?:)?\/\/[^"]*"/gi) ?? []),
    ...(page.match(/\b(src|href)="javascript:[^"]*"/gi) ?? []),
  ];
}
