import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstLink } from '#lib/access';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { CHROMIUM, openBrowser } from './chromium.js';

const PASSWORD = 'correct horse, battery';

describe.skipIf(CHROMIUM === undefined)('signing in, in a browser', () => {
  let api: TestApi;
  let browser: Browser;
  beforeAll(async () => {
    api = await startTestApi({ worker: false });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
  });

  /** What a script of a page gets as status. */
  const sends = (page: Page, url: string, init: RequestInit = {}): Promise<number | string> =>
    page.evaluate(
      async ([to, how]) => {
        try {
          return (await fetch(to, how)).status;
        } catch {
          return 'blocked';
        }
      },
      [url, init] as const,
    );

  const cookieOf = async (context: BrowserContext) =>
    (await context.cookies()).find(({ name }) => name === '__Host-waymark');

  it.each(['127.0.0.1', 'localhost'])(
    'works over plain HTTP on this machine, at %s, without a script',
    async (host) => {
      await api.testDatabase.admin('DELETE FROM person');
      const origin = api.url.replace('127.0.0.1', host);
      const link = await makeFirstLink(api.database, api.foundation.clock);
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto(`${origin}/sign-in/link/${link?.token}`);
      await page.getByLabel('Your name').fill('Ada Lovelace');
      await page.getByLabel('Your e-mail address').fill('ada@contoso.example');
      await page.getByLabel(/A new password/).fill('waymark-12345');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('alert').waitFor();
      await page.getByLabel(/A new password/).fill(PASSWORD);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${origin}/`);
      expect(complaints.filter((one) => /policy|cookie/i.test(one))).toEqual([]);
      expect(await cookieOf(context)).toMatchObject({
        secure: true,
        httpOnly: true,
        sameSite: 'Lax',
        path: '/',
      });
      await page.goto(`${origin}/api/v1/session`);
      expect(JSON.parse(await page.locator('body').innerText())).toMatchObject({
        name: 'Ada Lovelace',
        permissions: expect.arrayContaining(['administer']),
      });
      await context.close();
    },
  );

  it('lets pages of ours write with the session, and pages of others not', async () => {
    await api.testDatabase.admin('DELETE FROM person');
    const link = await makeFirstLink(api.database, api.foundation.clock);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${api.url}/api/docs`);
    const json = { 'content-type': 'application/json' };
    const body = JSON.stringify({ token: link?.token, name: 'Ada', email: 'a@contoso.example' });
    const signedIn = await sends(page, '/api/v1/sign-in/link', {
      method: 'POST',
      headers: json,
      body,
    });
    expect(signedIn).toBe(201);
    expect(await page.evaluate('document.cookie')).toBe('');
    const unit = JSON.stringify({ name: 'Ours', kind: 'team' });
    const write = { method: 'PUT', headers: json, body: unit };
    expect(await sends(page, '/api/v1/units/ours', write)).toBe(201);

    // another port of the same machine: the same site, which Lax cookies go to, and another origin
    const form = `<form method="post" action="${api.url}/api/v1/units/ours/milestones" enctype="text/plain">
      <input name="x"></form><form id="out" method="post" action="${api.url}/sign-in/link/x"></form>`;
    const evil = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end(form);
    });
    await new Promise<void>((listening) => evil.listen(0, '127.0.0.1', listening));
    const origin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
    await page.goto(origin);
    const simple = { method: 'POST', credentials: 'include', mode: 'no-cors' } as const;
    await sends(page, `${api.url}/api/v1/units/ours/milestones`, { ...simple, body: unit });
    const [refused] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/sign-in/link/')),
      // its page has to be there before the browser is sent elsewhere
      page.waitForURL('**/sign-in/link/**'),
      page.evaluate("document.getElementById('out').submit()"),
    ]);
    expect(refused.status()).toBe(403);
    await page.goto(origin);
    expect(
      await sends(page, `${api.url}/api/v1/units/ours`, { ...write, credentials: 'include' }),
    ).toBe('blocked');
    const [, log] = [await page.goto(`${api.url}/api/v1/log?after=0`), page.locator('body')];
    const { items } = JSON.parse(await log.innerText());
    expect(items.map(({ type }: { type: string }) => type)).toEqual(['unit.registered']);
    await context.close();
    await new Promise((closed) => {
      evil.close(closed);
      evil.closeAllConnections();
    });
  });
});
