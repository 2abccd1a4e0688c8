import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFirstLink, makeVisitLink } from '#lib/access';
import { account, PASSWORD, recoveryOf } from '../access/support/office.js';
import { signInFile } from '../access/support/sign-in-file.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { violationsOn } from './axe.js';
import { CHROMIUM, openBrowser } from './chromium.js';

const EMAIL = 'ada@contoso.example';
const OTHER = 'bob@contoso.example';
const PROVIDER = {
  name: 'contoso',
  title: 'Contoso & Co',
  issuer: 'http://127.0.0.1:9',
  clientId: 'waymark',
};
/** Where screenshots are kept; nowhere unless it is set. */
const SHOTS = process.env.WAYMARK_SCREENSHOTS;

/** Both schemes and both ends of width; where screenshots are kept, each with each. */
const WAYS_TO_LOOK: readonly (readonly ['light' | 'dark', number])[] = SHOTS
  ? [
      ['light', 1440],
      ['dark', 1440],
      ['light', 320],
      ['dark', 320],
    ]
  : [
      ['light', 1440],
      ['dark', 320],
    ];

type Server = 'bare' | 'lived-in';
/** A page, and what somebody does to see it. */
type Sight = readonly [name: string, server: Server, see: (page: Page) => Promise<void>];

describe.skipIf(CHROMIUM === undefined)('the pages without a script', () => {
  let browser: Browser;
  const servers = {} as Record<Server, TestApi>;
  beforeAll(async () => {
    const file = await signInFile({ localAccounts: true, providers: [PROVIDER] });
    servers.bare = await startTestApi({ worker: false });
    servers['lived-in'] = await startTestApi({
      worker: false,
      variables: { WAYMARK_SIGN_IN_FILE: file },
    });
    for (const email of [EMAIL, OTHER]) {
      await account(servers['lived-in'].admin, email, 'executive');
    }
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    for (const server of Object.values(servers)) await server.stop();
  });

  const open = async (page: Page, server: Server, path: string) =>
    void (await page.goto(`${servers[server].url}${path}`));
  const press = (page: Page, name = 'Sign in') => page.getByRole('button', { name }).click();

  const SIGHTS: readonly Sight[] = [
    ['sign-in', 'lived-in', (page) => open(page, 'lived-in', '/sign-in?returnTo=/units')],
    [
      'refused',
      'lived-in',
      async (page) => {
        await open(page, 'lived-in', '/sign-in');
        await page.getByLabel('Your e-mail address').fill(EMAIL);
        await page.getByLabel('Your password').fill('not the password');
        await press(page);
        await page.getByRole('alert').waitFor();
      },
    ],
    ['signed-out', 'lived-in', (page) => open(page, 'lived-in', '/sign-in?after=sign-out')],
    ['first-time', 'bare', (page) => open(page, 'bare', '/sign-in')],
    [
      'first-link',
      'bare',
      async (page) => {
        const { database, foundation } = servers.bare;
        const link = await makeFirstLink(database, foundation.clock);
        await open(page, 'bare', `/sign-in/link/${link?.token}`);
      },
    ],
    [
      'weak-password',
      'lived-in',
      async (page) => {
        const { admin } = servers['lived-in'];
        const { body } = await admin.get('/people');
        const token = await recoveryOf(admin, body.items[0].id);
        await open(page, 'lived-in', `/sign-in/link/${token}`);
        await page.getByLabel('A new password').fill('waymark-12345');
        await press(page);
        await page.getByRole('alert').waitFor();
      },
    ],
    [
      'visit',
      'bare',
      async (page) => {
        const { database, foundation, records } = servers.bare;
        const visitor = { name: 'Visitor', email: 'visitor@example.com' };
        const { token } = await makeVisitLink(
          { database, clock: foundation.clock, seals: records.log.seals },
          'default',
          visitor,
          { lastsMs: 60_000 },
        );
        await open(page, 'bare', `/sign-in/link/${token}`);
      },
    ],
    ['link-over', 'bare', (page) => open(page, 'bare', `/sign-in/link/default.${'x'.repeat(43)}`)],
    ['not-there', 'bare', (page) => open(page, 'bare', '/nothing/here')],
    ['no-provider', 'bare', (page) => open(page, 'bare', '/sign-in/nobody')],
  ];

  const contextOf = (scheme: 'light' | 'dark', width: number): Promise<BrowserContext> =>
    browser.newContext({
      colorScheme: scheme,
      viewport: { width, height: 800 },
    });

  it.each(SIGHTS)(
    '%s: read by everybody, wide and narrow, light and dark',
    async (name, _, see) => {
      for (const [scheme, width] of WAYS_TO_LOOK) {
        const context = await contextOf(scheme, width);
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => {
          if (/polic(y|ies)/i.test(message.text())) complaints.push(message.text());
        });
        await see(page);
        const where = `${name}, ${scheme}, ${width} px`;
        expect(await violationsOn(page), where).toEqual([]);
        expect(complaints, where).toEqual([]);
        expect(await overflow(page), where).toBe(0);
        expect(await smallTargets(page), where).toEqual([]);
        await shoot(page, `${name}-${scheme}-${width}`);
        await context.close();
      }
    },
  );

  it('ties what was wrong to where it was wrong', async () => {
    const context = await contextOf('light', 1440);
    const page = await context.newPage();
    await open(page, 'lived-in', '/sign-in?returnTo=/units&after=session');
    await expect(page.getByRole('status').innerText()).resolves.toContain('session is over');
    await page.getByLabel('Your e-mail address').fill(OTHER);
    await page.getByLabel('Your password').fill('not the password');
    await press(page);
    const alert = page.getByRole('alert');
    const described = await page.getByLabel('Your password').getAttribute('aria-describedby');
    expect(described).toBe(await alert.getAttribute('id'));
    expect(await page.getByLabel('Your password').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Your e-mail address').inputValue()).toBe(OTHER);
    // who was refused goes on where it was wrong, and in the end where they wanted to
    expect(await page.evaluate('document.activeElement.id')).toBe('password');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/units');
    await context.close();
  });

  it('lead with their link where one wanted to go', async () => {
    const { admin } = servers['lived-in'];
    const { body } = await admin.get('/people');
    const token = await recoveryOf(admin, body.items[0].id);
    const context = await contextOf('dark', 320);
    const page = await context.newPage();
    await open(page, 'lived-in', `/sign-in/link/${token}?returnTo=/alerts`);
    await press(page);
    await page.waitForURL('**/alerts');
    await context.close();
  });

  /** By how many pixels the page is wider than the window. */
  const overflow = (page: Page) =>
    page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    ) as Promise<number>;

  /** What can be pressed and is less than 24 px high or wide, but for links within a sentence. */
  const smallTargets = (page: Page) =>
    page.evaluate(`[...document.querySelectorAll('button, input, a.way, header a')]
      .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; })
      .map((one) => one.outerHTML)`) as Promise<string[]>;

  async function shoot(page: Page, name: string): Promise<void> {
    if (!SHOTS) return;
    await mkdir(SHOTS, { recursive: true });
    await page.screenshot({ path: join(SHOTS, `${name}.png`) });
  }
});
