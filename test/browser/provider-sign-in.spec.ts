import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIENT, type RealProvider, startRealProvider } from '../access/support/real-provider.js';
import { signInFile } from '../access/support/sign-in-file.js';
import type { Answer, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { violationsOn } from './axe.js';
import { CHROMIUM, openBrowser } from './chromium.js';
import { builtDashboard, settled, type Visit, visitIn } from './dashboard/stage.js';

const EVE = { name: 'Eve Adams', email: 'eve@contoso.example', email_verified: true };
const NORA = { name: 'Nora New', email: 'nora@contoso.example', email_verified: true };

/** From above: an enterprise with two regions, and a team in one of them. */
const UNITS = [
  { unit: 'contoso', name: 'Contoso', kind: 'enterprise' },
  { unit: 'europe', name: 'Europe', kind: 'region', parent: 'contoso' },
  { unit: 'asia', name: 'Asia', kind: 'region', parent: 'contoso' },
  { unit: 'lisbon', name: 'Lisbon', kind: 'team', parent: 'europe' },
] as const;

describe.skipIf(CHROMIUM === undefined)('signing in with a provider, in a browser', () => {
  let provider: RealProvider;
  let api: TestApi;
  let browser: Browser;
  beforeAll(async () => {
    await builtDashboard();
    provider = await startRealProvider(() => `${api.url}/sign-in/contoso/callback`);
    const settings = {
      ...{ name: 'contoso', title: 'Contoso', issuer: provider.issuer, ...CLIENT },
      provisioning: true,
    };
    const file = await signInFile({ providers: [settings] });
    api = await startTestApi({ variables: { WAYMARK_SIGN_IN_FILE: file } });
    provider.changeKeys();
    await made(api.admin.post('/units', { units: UNITS }));
    for (const unit of ['europe', 'asia', 'lisbon']) {
      const fact = { milestone: 'sponsor.approved', occurredAt: '2024-03' };
      await made(api.admin.post(`/units/${unit}/milestones`, fact));
    }
    const eve = await made(api.admin.post('/people', { name: EVE.name, email: EVE.email }));
    await made(api.admin.post('/grants', { person: eve.id, role: 'executive', under: 'europe' }));
    provider.accounts.set('eve', EVE).set('nora', NORA);
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await api?.stop();
    await provider?.stop();
  });

  /** Asks for a page of ours, and goes by the provider's pages as an account of it. */
  async function comeAs(account: string, path = '/'): Promise<Visit> {
    const options = { baseURL: api.url, locale: 'en-GB', timezoneId: 'UTC' };
    const visit = await visitIn(await browser.newContext(options));
    const { page } = visit;
    await page.addInitScript("localStorage.setItem('waymark-tour-seen', 'true')");
    await page.goto(path);
    await page.waitForURL('**/sign-in?**');
    await page.getByRole('link', { name: /Contoso/ }).click();
    await signInThere(page, account);
    await page.waitForURL((url) => url.href.startsWith(api.url) && url.pathname === path);
    // what was asked before anybody had signed in was refused, as it should be
    const refused = visit.complaints.length;
    await settled(page);
    return {
      ...visit,
      get complaints() {
        return visit.complaints.slice(refused);
      },
    };
  }

  it('ends on the overview, of what the role may see and with what it may do', async () => {
    const visit = await comeAs('eve');
    const { page } = visit;
    await page.getByRole('heading', { level: 1, name: 'Europe' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    const cells = page.getByRole('grid').first();
    await cells.getByRole('rowheader', { name: /^Lisbon/ }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/\bAsia\b/);
    const pages = page.getByRole('navigation', { name: 'Pages' }).getByRole('link');
    const offered = await pages.allInnerTexts();
    expect(offered).toContain('Overview');
    expect(offered).not.toContain('People');
    await visit.open('/units/lisbon');
    await page.getByRole('heading', { level: 1, name: 'Lisbon' }).waitFor();
    expect(await page.getByRole('button', { name: 'Log a milestone' }).count()).toBe(0);
    expect(visit.complaints).toEqual([]);
    await page.goto('/units/asia');
    await page.getByRole('heading', { level: 1, name: 'There is no such unit' }).waitFor();
    expect(await page.locator('#main').innerText()).not.toMatch(/\bAsia\b/);
    await visit.close();
  });

  it('leads to the page that was wanted, and signing out ends the session here', async () => {
    const visit = await comeAs('eve', '/units/lisbon');
    const { page, context } = visit;
    await page.getByRole('heading', { level: 1, name: 'Lisbon' }).waitFor();
    const before = await context.cookies();
    expect((await page.request.get('/api/v1/session')).status()).toBe(200);
    await page.getByRole('button', { name: `You: ${EVE.name}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in?after=sign-out');
    expect((await page.request.get('/api/v1/session')).status()).toBe(401);
    // whoever kept the cookie has nothing of it
    await context.addCookies(before);
    expect((await page.request.get('/api/v1/session')).status()).toBe(401);
    await page.goto('/units/lisbon');
    await page.waitForURL('**/sign-in?**');
    expect(await page.locator('body').innerText()).not.toMatch(/Lisbon/);
    await visit.close();
  });

  it('somebody without a role is told so and sees nothing, until a role is given', async () => {
    const visit = await comeAs('nora');
    const { page } = visit;
    await page.getByRole('heading', { level: 1, name: 'You have no role here yet' }).waitFor();
    const told = await page.locator('body').innerText();
    expect(told).toContain(`${NORA.name} (${NORA.email})`);
    expect(told).not.toMatch(/\b(Contoso|Europe|Lisbon)\b/);
    expect(await violationsOn(page)).toEqual([]);

    const { items } = await made(api.admin.get('/people'));
    const nora = items.find(({ email }: { email: string }) => email === NORA.email);
    await made(api.admin.post('/grants', { person: nora.id, role: 'executive', under: 'europe' }));
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('heading', { level: 1, name: 'Europe' }).waitFor();
    await page.getByRole('button', { name: `You: ${NORA.name}` }).waitFor();
    await visit.close();
  });
});

/** What was answered, which is no refusal. */
async function made(answer: Promise<Answer>): Promise<Json> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

/** Goes through the pages of the provider, which takes any password. */
async function signInThere(page: Page, account: string): Promise<void> {
  await page.waitForURL('**/interaction/**');
  await page.locator('input[name="login"]').fill(account);
  await page.locator('input[name="password"]').fill('any');
  await page.locator('button[type="submit"]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}
