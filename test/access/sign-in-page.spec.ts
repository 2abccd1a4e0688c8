import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { Browser } from './support/browser.js';
import { account, PASSWORD } from './support/office.js';
import { signInFile } from './support/sign-in-file.js';

const provider = {
  name: 'contoso',
  title: 'Contoso & Co',
  issuer: 'http://127.0.0.1:9',
  clientId: 'waymark',
};
let api: TestApi;
beforeAll(async () => {
  const file = await signInFile({ localAccounts: true, providers: [provider] });
  api = await startTestApi({ worker: false, variables: { WAYMARK_SIGN_IN_FILE: file } });
  await account(api.admin, 'ada@contoso.example', 'executive');
});
afterAll(() => api.stop());

const ada = { email: 'ada@contoso.example', password: PASSWORD };
const page = (query = '') => `${api.url}/sign-in${query}`;

describe('the page to sign in on', () => {
  test('takes an address and a password, and goes where one wanted to', async () => {
    const browser = new Browser();
    const form = await browser.open(page('?returnTo=/api/v1/session'));
    expect([form.status, form.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    const done = await browser.submit(form, { ...ada, code: '' });
    expect([done.status, new URL(done.url).pathname]).toEqual([200, '/api/v1/session']);
    expect(JSON.parse(done.text)).toMatchObject({
      email: ada.email,
      signedIn: { method: 'password' },
    });
  });

  test('says what was wrong and keeps the address, never the password', async () => {
    const browser = new Browser();
    const wrong = await browser.submit(await browser.open(page()), {
      email: '"><b>@contoso.example',
      password: 'not the password',
    });
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('value="&quot;&gt;&lt;b&gt;@contoso.example"');
    const refused = await browser.submit(wrong, { ...ada, password: 'not the password' });
    expect(refused.status).toBe(401);
    expect(refused.text).toContain('role="alert"');
    expect(refused.text).toContain(`value="${ada.email}"`);
    expect(wrong.text + refused.text).not.toMatch(/not the password|"><b>/);
    expect((await browser.call('GET', `${api.url}/api/v1/session`)).status).toBe(401);
  });

  test('asks in the program that the address names', async () => {
    const browser = new Browser();
    const elsewhere = await browser.submit(await browser.open(page('?program=nowhere')), ada);
    expect(elsewhere.status).toBe(401);
  });

  test('offers the providers, and goes to no other site', async () => {
    const { text } = await new Browser().open(page('?returnTo=/api/docs'));
    expect(text).toContain(
      '<a class="way" href="/sign-in/contoso?returnTo=%2Fapi%2Fdocs">Sign in with Contoso &amp; Co</a>',
    );
    expect((await new Browser().open(page('?returnTo=//evil.example'))).status).toBe(422);
  });

  test('takes no form of another site', async () => {
    const browser = new Browser();
    const form = await browser.open(page());
    const evil = { ...form, text: `<form action="${page()}">`, url: 'https://evil.example/' };
    expect((await browser.submit(evil, ada)).status).toBe(403);
  });
});

describe('where something is not there', () => {
  const asked = (path: string, accept: string) =>
    fetch(`${api.url}${path}`, { headers: { accept } });

  test('a browser is shown a page, and a program told a problem', async () => {
    for (const path of ['/nothing/here', '/sign-in/nobody']) {
      const shown = await asked(path, 'text/html,application/xhtml+xml,*/*;q=0.8');
      expect([shown.status, shown.headers.get('content-type')]).toEqual([
        404,
        'text/html; charset=utf-8',
      ]);
      expect(await shown.text()).toMatch(/<h1>There is n/);
      const told = await asked(path, '*/*');
      expect([told.status, told.headers.get('content-type')]).toEqual([
        404,
        'application/problem+json',
      ]);
    }
  });

  test('what programs ask is told as a problem, whoever asks', async () => {
    const told = await asked('/api/v1/nothing', 'text/html');
    expect(told.headers.get('content-type')).toBe('application/problem+json');
  });
});

describe('where nobody can sign in yet', () => {
  test('the page says where the link of the first start is, to who sits at this machine', async () => {
    const own = await startTestApi({ worker: false });
    const here = await new Browser().open(`${own.url}/sign-in`);
    expect(here.text).toContain('Nobody has an account here yet');
    expect(here.text).not.toContain('<form');
    expect(await openAs('waymark.example', own.url)).toContain('<form');
    const elsewhere = await new Browser().open(`${own.url}/sign-in?program=demo`);
    expect(elsewhere.text).toContain('<form');
    await account(own.admin, 'ada@contoso.example', 'executive');
    const then = await new Browser().open(`${own.url}/sign-in`);
    expect(then.text).not.toContain('Nobody has an account');
    expect(then.text).toContain('<form');
    await own.stop();
  });
});

/** The page to sign in on as somebody sees it who reaches the server by another name. */
async function openAs(host: string, url: string): Promise<string> {
  const asked = request(`${url}/sign-in`, { headers: { host, accept: 'text/html' } }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return text(answer);
}

describe('where passwords are not taken', () => {
  test('the page has no form', async () => {
    const file = await signInFile({ providers: [provider] });
    const other = await startTestApi({ worker: false, variables: { WAYMARK_SIGN_IN_FILE: file } });
    const { text } = await new Browser().open(`${other.url}/sign-in`);
    await other.stop();
    expect(text).toContain('Sign in with Contoso');
    expect(text).not.toContain('<form');
  });
});
