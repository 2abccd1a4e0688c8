import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_KEY, startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { CHROMIUM, openBrowser } from './chromium.js';
import { operation } from './docs-page.js';

/** What people see of a page that works. */
const PAGES: readonly (readonly [path: string, use: (page: Page) => Promise<void>])[] = [
  [
    '/api/docs',
    async (page) => {
      const standings = await operation(page, '/units/{unit}/standings');
      await standings.locator('.opblock-summary-control').first().click();
      await standings.locator('.btn.execute').click();
      await standings.locator('.live-responses-table').waitFor();
      await page.evaluate('scrollTo(0, 0)');
      await page.locator('.btn.authorize').first().click();
      await page.locator('.dialog-ux').waitFor();
    },
  ],
  [
    '/queues',
    async (page) => {
      await page.getByText('Filter queues').or(page.getByPlaceholder('Filter queues')).waitFor();
      await page.getByText('standing').first().click();
      await page.waitForURL(/\/queues\/queue\/standing/);
    },
  ],
];

describe.skipIf(CHROMIUM === undefined)('in a browser', () => {
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

  it.each(PAGES)('%s works under its policy, which blocks nothing of it', async (path, use) => {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 900 },
      httpCredentials: { username: 'x', password: ADMIN_KEY },
    });
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (/polic(y|ies)/i.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => complaints.push(message));
    await page.goto(`${api.url}${path}`);
    await use(page);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('a policy blocks a script that found its way into a page', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(`${api.url}/api/docs`);
    await page.evaluate(`{
      const planted = document.createElement('div');
      planted.innerHTML = '<img src="data:," onerror="window.planted = true">';
      document.body.append(planted);
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.body.append(script);
    }`);
    const blocked = () => complaints.filter((one) => one.includes('Content Security Policy'));
    await expect.poll(() => blocked().length).toBe(2);
    expect(await page.evaluate(`'planted' in window`)).toBe(false);
    await page.close();
  });
});
