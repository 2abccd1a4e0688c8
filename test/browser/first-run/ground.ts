import type { Browser, Page } from 'playwright-core';
import { startTestApi, type TestApi } from '../../e2e/support/test-api.js';
import { openBrowser } from '../chromium.js';
import { builtDashboard, settled, type Visit, visitIn } from '../dashboard/stage.js';

/** Who begins. */
export const ADA = {
  name: 'Ada Lovelace',
  email: 'ada@contoso.example',
  password: 'correct horse, battery',
} as const;

/** The running product with nothing in it, and a browser that has never been there. */
export interface Ground {
  readonly api: TestApi;
  /** A browser of somebody who was never there. */
  visit(): Promise<Visit>;
  stop(): Promise<void>;
}

/** Starts everything; nobody has signed in yet. */
export async function openGround(): Promise<Ground> {
  await builtDashboard();
  const api = await startTestApi();
  const browser: Browser = await openBrowser();
  return {
    api,
    visit: async () => {
      const options = { baseURL: api.url, locale: 'en-GB', timezoneId: 'UTC' };
      return visitIn(await browser.newContext(options));
    },
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

/** Signs the first administrator in with the password, on the page for it that is open or opened now. */
export async function comeBack(page: Page): Promise<void> {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in');
  await page.getByLabel('Your e-mail address').fill(ADA.email);
  await page.getByLabel('Your password').fill(ADA.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  await settled(page);
}

/** Ends the session by the menu of whoever is signed in. @param choice what the way out is called */
export async function leave(page: Page, choice: string): Promise<void> {
  await page.getByRole('button', { name: /^You: / }).click();
  await page.getByRole('menuitem', { name: choice }).click();
  await page.waitForURL('**/sign-in?**');
}

/** The tour, at whichever step it is. */
export const tourOn = (page: Page) => page.getByRole('dialog', { name: /^A short tour: / });
