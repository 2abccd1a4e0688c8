import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Api, createApi } from '../../apps/api/src/create-api.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { Browser } from './support/browser.js';
import { account, PASSWORD, person, problemOf, withPassword } from './support/office.js';
import { signInFile } from './support/sign-in-file.js';

const HOUR = 3_600_000;
const COOKIE = '__Host-waymark';
const clock = { skew: 0, now: () => Date.now() + clock.skew };
let api: TestApi;
/** Another process over the same database. */
let second: Api;
let elsewhere: string;
beforeAll(async () => {
  api = await startTestApi({ worker: false, clock });
  second = await createApi(api.foundation);
  await second.app.listen(0, '127.0.0.1');
  const { port } = second.app.getHttpServer().address() as AddressInfo;
  elsewhere = `http://127.0.0.1:${port}`;
});
afterAll(async () => {
  await second.stop();
  await api.stop();
});

const url = (path: string) => `${api.url}/api/v1${path}`;
const statusOf = async (browser: Browser, at = api.url) => {
  const headers = { cookie: `${COOKIE}=${browser.cookie(api.url, COOKIE)}` };
  return (await browser.call('GET', `${at}/api/v1/session`, undefined, { headers })).status;
};

describe('a session', () => {
  test('holds in every process, and ends in all of them at once when somebody signs out', async () => {
    const { browser } = await account(api.admin, 'ada@contoso.example');
    expect(await statusOf(browser, elsewhere)).toBe(200);
    const secret = browser.cookie(api.url, COOKIE) as string;
    const out = await browser.call('DELETE', url('/session'));
    expect(out.status).toBe(204);
    expect(out.headers.get('clear-site-data')).toContain('"cache"');
    expect(browser.cookie(api.url, COOKIE)).toBeUndefined();
    browser.plant(api.url, COOKIE, secret);
    expect(await statusOf(browser)).toBe(401);
    expect(await statusOf(browser, elsewhere)).toBe(401);
  });

  test('ends everywhere at once when the person is switched off, and when taken out', async () => {
    for (const change of ['off', 'out']) {
      const { id, browser } = await account(api.admin, `bea-${change}@contoso.example`);
      expect(await statusOf(browser, elsewhere)).toBe(200);
      const { status } =
        change === 'off'
          ? await api.admin.put(`/people/${id}`, { active: false })
          : await api.admin.delete(`/people/${id}`);
      expect(status).toBeLessThan(300);
      expect([await statusOf(browser), await statusOf(browser, elsewhere)]).toEqual([401, 401]);
    }
  });

  test('shows roles as they are now, given and taken', async () => {
    const { id, browser } = await account(api.admin, 'carla@contoso.example');
    const units = async () => (await browser.call('GET', url('/units'))).status;
    expect(await units()).toBe(403);
    const given = await api.admin.post('/grants', { person: id, role: 'executive' });
    expect(await units()).toBe(200);
    await api.admin.delete(`/grants/${given.body.id}`);
    expect(await units()).toBe(403);
  });

  test('has a new secret at every sign-in, and the one the browser had ends', async () => {
    const { browser } = await account(api.admin, 'dora@contoso.example');
    const before = browser.cookie(api.url, COOKIE) as string;
    await withPassword(browser, api.url, { email: 'dora@contoso.example' });
    const after = browser.cookie(api.url, COOKIE) as string;
    expect(after).toMatch(/^default\.[\w-]{43}$/);
    expect(after).not.toBe(before);
    browser.plant(api.url, COOKIE, before);
    expect(await statusOf(browser)).toBe(401);
    // nor does one of another program go on beside it
    const other = await api.newProgram('dora');
    await account(other, 'dora@contoso.example');
    browser.plant(api.url, COOKIE, after);
    await withPassword(browser, api.url, { email: 'dora@contoso.example', program: 'dora' });
    expect(browser.cookie(api.url, COOKIE)).toMatch(/^dora\./);
    browser.plant(api.url, COOKIE, after);
    expect(await statusOf(browser)).toBe(401);
    // one that was put there by somebody else is not taken over
    const planted = `default.${'A'.repeat(43)}`;
    browser.plant(api.url, COOKIE, planted);
    await withPassword(browser, api.url, { email: 'dora@contoso.example' });
    expect(browser.cookie(api.url, COOKIE)).not.toBe(planted);
    const thief = new Browser();
    thief.plant(api.url, COOKIE, planted);
    expect(await statusOf(thief)).toBe(401);
  });

  test('is kept as a hash, and belongs to its program', async () => {
    const { browser } = await account(api.admin, 'elsa@contoso.example');
    const secret = browser.cookie(api.url, COOKIE) as string;
    const rows = JSON.stringify(await api.testDatabase.admin('SELECT session::text FROM session'));
    expect(rows).not.toContain(secret.slice(8));
    await api.newProgram('other');
    for (const wrong of [secret.replace('default', 'other'), `${secret}x`, '', 'x', "default.'"]) {
      const thief = new Browser();
      thief.plant(api.url, COOKIE, wrong);
      expect(await statusOf(thief), wrong).toBe(401);
    }
  });

  test('ends elsewhere when its owner says so', async () => {
    const { browser } = await account(api.admin, 'fay@contoso.example');
    const others = [new Browser(), new Browser()];
    for (const one of others) await withPassword(one, api.url, { email: 'fay@contoso.example' });
    const ended = await browser.call('DELETE', url('/session/others'));
    expect(ended.body).toEqual({ ended: 2 });
    for (const one of others) expect(await statusOf(one)).toBe(401);
    expect(await statusOf(browser)).toBe(200);
  });

  test('is over when it was not used for eight hours, and after a day in any case', async () => {
    const { browser } = await account(api.admin, 'gil@contoso.example');
    const idle = new Browser();
    await withPassword(idle, api.url, { email: 'gil@contoso.example' });
    for (const hours of [7, 14, 21]) {
      clock.skew = hours * HOUR;
      expect(await statusOf(browser), `${hours}`).toBe(200);
      if (hours > 8) expect(await statusOf(idle)).toBe(401);
    }
    clock.skew = 25 * HOUR;
    expect(await statusOf(browser)).toBe(401);
    clock.skew = 0;
  });

  test('ends the streams that were opened with it', async () => {
    const { id, browser } = await account(api.admin, 'hedy@contoso.example', 'executive');
    const cookie = `${COOKIE}=${browser.cookie(api.url, COOKIE)}`;
    const stream = await fetch(url('/stream'), {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    expect(stream.status).toBe(200);
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    await api.admin.put(`/people/${id}`, { active: false });
    await eventually(async () => (await reader.read()).done || undefined);
  });

  test('is of people: a key has none to end', async () => {
    expect((await api.admin.get('/session')).body).toMatchObject({
      kind: 'key',
      email: null,
      signedIn: null,
      grants: [
        { role: 'administrator', under: null, permissions: expect.arrayContaining(['administer']) },
      ],
    });
    const out = await api.admin.delete('/session');
    expect([out.status, problemOf(out)]).toEqual([422, 'no-session']);
    // a key counts before a cookie
    const { browser } = await account(api.admin, 'ida@contoso.example');
    const headers = { authorization: `Bearer ${api.admin.key}` };
    const both = await browser.call('GET', url('/session'), undefined, { headers });
    expect(both.body.kind).toBe('key');
  });

  test('records in the name of the person', async () => {
    const { browser } = await account(api.admin, 'joan@contoso.example', 'program-office');
    const made = await browser.call('PUT', url('/units/hers'), { name: 'Hers', kind: 'team' });
    expect(made.status).toBe(201);
    const log = await api.admin.get('/log?after=0&limit=500');
    const event = log.body.items.find(({ unit }: { unit: string }) => unit === 'hers');
    expect(event.actor).toBe('joan');
  });
});

describe('what another site has a browser send', () => {
  const EVIL = 'https://evil.example/page';

  test('is refused with a session, and with a key it is none of a browser’s', async () => {
    const { browser } = await account(api.admin, 'mary@contoso.example', 'administrator');
    const write = (more: { from?: string; headers?: Record<string, string> }) =>
      browser.call('PUT', url('/units/forged'), { name: 'Forged', kind: 'team' }, more);
    for (const site of ['cross-site', 'same-site', 'anything']) {
      const answer = await write({ headers: { 'sec-fetch-site': site } });
      expect([answer.status, problemOf(answer)], site).toEqual([403, 'cross-site']);
    }
    expect((await write({ from: EVIL })).status).toBe(403);
    expect((await browser.call('DELETE', url('/session'), undefined, { from: EVIL })).status).toBe(
      403,
    );
    expect((await api.admin.get('/units/forged')).status).toBe(404);
    expect((await write({ headers: { 'sec-fetch-site': 'none' } })).status).toBe(201);
    const key = { authorization: `Bearer ${api.admin.key}`, cookie: '' };
    expect((await write({ from: EVIL, headers: key })).status).toBe(200);
  });

  test('is told by Origin where a browser says nothing else, and refused where it says nothing', async () => {
    const { browser } = await account(api.admin, 'nora@contoso.example', 'administrator');
    const cookie = `${COOKIE}=${browser.cookie(api.url, COOKIE)}`;
    const write = async (headers: Record<string, string>) => {
      const body = JSON.stringify({ name: 'Told', kind: 'team' });
      const sent = { cookie, 'content-type': 'application/json', ...headers };
      return (await fetch(url('/units/told'), { method: 'PUT', headers: sent, body })).status;
    };
    expect(await write({})).toBe(403);
    expect(await write({ origin: 'null' })).toBe(403);
    expect(await write({ origin: 'https://evil.example' })).toBe(403);
    expect(await write({ origin: elsewhere })).toBe(403);
    expect(await write({ origin: api.url })).toBe(201);
  });

  test('may read what it cannot see, but opens no stream', async () => {
    const { browser } = await account(api.admin, 'olga@contoso.example', 'executive');
    expect((await browser.call('GET', url('/units'), undefined, { from: EVIL })).status).toBe(200);
    const stream = await browser.call('GET', url('/stream'), undefined, { from: EVIL });
    expect([stream.status, problemOf(stream)]).toEqual([403, 'cross-site']);
    const { headers } = await browser.call('GET', url('/units'));
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  test('signs nobody in under an account of its own', async () => {
    const { browser } = await account(api.admin, 'pia@contoso.example');
    const answer = await browser.call(
      'POST',
      url('/session'),
      { email: 'pia@contoso.example', password: 'any' },
      { from: EVIL },
    );
    expect([answer.status, problemOf(answer)]).toEqual([403, 'cross-site']);
  });
});

describe('the way to us', () => {
  /** Signs in at an address that leads here, as its name and the proxy in front say. */
  function signInAt(at: TestApi, headers: Record<string, string>): Promise<[number, string[]]> {
    const body = JSON.stringify({ email: 'quinn@contoso.example', password: PASSWORD });
    return new Promise((resolve, reject) => {
      const sent = request(`${at.url}/api/v1/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      });
      sent.on('response', (answer) => {
        answer.resume();
        resolve([answer.statusCode ?? 0, answer.headers['set-cookie'] ?? []]);
      });
      sent.on('error', reject).end(body);
    });
  }
  const named = { host: 'waymark.contoso.example' };
  const proxied = { ...named, 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.7' };

  test('must be protected: plain HTTP signs nobody in but on this machine', async () => {
    await account(api.admin, 'quinn@contoso.example');
    expect(await signInAt(api, named)).toEqual([403, []]);
    // what a proxy says is believed of none that was not named
    expect(await signInAt(api, proxied)).toEqual([403, []]);
    const [status, cookies] = await signInAt(api, {});
    expect([status, cookies.length]).toEqual([201, 1]);
  });

  test('is protected by a proxy that is trusted and says so', async () => {
    const settings = await signInFile({ address: 'https://waymark.contoso.example' });
    const variables = { TRUST_PROXY: '127.0.0.1', WAYMARK_SIGN_IN_FILE: settings };
    const behind = await startTestApi({ worker: false, variables });
    try {
      await account(behind.admin, 'quinn@contoso.example');
      expect((await signInAt(behind, proxied))[0]).toBe(201);
      expect((await signInAt(behind, { ...proxied, 'x-forwarded-proto': 'http' }))[0]).toBe(403);
      const own = { ...proxied, origin: 'https://waymark.contoso.example' };
      expect((await signInAt(behind, own))[0]).toBe(201);
      const foreign = { ...proxied, origin: 'http://waymark.contoso.example' };
      expect((await signInAt(behind, foreign))[0]).toBe(403);
      // whatever name a request gives it, links lead to where browsers reach it
      const { id } = await person(behind.admin, 'rosa@contoso.example');
      const { body } = await behind.admin.post(
        `/people/${id}/recovery`,
        {},
        { host: 'evil.example' },
      );
      expect(body.url).toMatch(/^https:\/\/waymark\.contoso\.example\/sign-in\/link\//);
    } finally {
      await behind.stop();
    }
  });
});
