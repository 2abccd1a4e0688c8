import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { MeasuredApi } from '../rollups/measured-api.js';
import { QUIET_MS, WATCH } from './watch.js';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const EMAIL = 'executive@example.com';
const PASSWORD = 'correct horse battery staple 42';

/** What one load of the overview took, in milliseconds since the navigation began. */
export interface Load {
  /** The headline figures, the heatmap and the distribution are drawn. */
  readonly shown: number;
  /** From then on the main thread was never busy for more than 50 ms, for 200 ms. */
  readonly interactive: number;
  /** From a click on a name in the heatmap to the next frame. */
  readonly clicked: number;
  /** From that click until the overview of the unit is drawn. */
  readonly below: number;
  /** Bytes that came over the network, as they were sent. */
  readonly bytes: number;
}

/** An executive in front of a headless Chromium. */
export class Visitor {
  private constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly session: Awaited<ReturnType<BrowserContext['storageState']>>,
  ) {}

  /** Makes the account where it is not there yet, and signs in on the page for it. */
  static async arrive(api: MeasuredApi): Promise<Visitor> {
    await employ(api);
    const browser = await chromium.launch({
      executablePath: PLACES.find((place) => existsSync(place)),
      args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'],
    });
    const context = await browser.newContext({ baseURL: api.url });
    const page = await context.newPage();
    await page.goto('/sign-in?program=bench&returnTo=%2Faccount');
    await page.getByLabel('Your e-mail address').fill(EMAIL);
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/account');
    await page.evaluate("localStorage.setItem('waymark-tour-seen', 'true')");
    const session = await context.storageState();
    await context.close();
    return new Visitor(browser, api.url, session);
  }

  /**
   * Opens a path with nothing in the browser's cache, then again with what that left there.
   * @param figure a number that the page has to show as it is written in English
   */
  async open(path: string, figure: string): Promise<{ readonly cold: Load; readonly warm: Load }> {
    const context = await this.browser.newContext({
      baseURL: this.url,
      storageState: this.session,
      locale: 'en-GB',
      timezoneId: 'UTC',
      viewport: { width: 1440, height: 900 },
    });
    try {
      await context.addInitScript(WATCH);
      const page = await context.newPage();
      const cold = await load(page, path, figure);
      await page.goto('about:blank');
      return { cold, warm: await load(page, path, figure) };
    } finally {
      await context.close();
    }
  }

  leave(): Promise<void> {
    return this.browser.close();
  }
}

async function load(page: Page, path: string, figure: string): Promise<Load> {
  const network = await page.context().newCDPSession(page);
  let bytes = 0;
  network.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await network.send('Network.enable');
  await page.goto(path, { waitUntil: 'commit' });
  const shown = await watched(page, `watched.shown(${JSON.stringify(figure)})`);
  const interactive = await watched(page, `watched.quiet(${shown}, ${QUIET_MS})`);
  const asked = bytes;
  const name = page.locator('[role="grid"] .heat-body [role="rowheader"] a').first();
  const unit = (await name.innerText()).split('\n')[0] ?? '';
  await page.evaluate('watched.listen()');
  await name.click();
  const below = await watched(page, `watched.below(${JSON.stringify(unit)})`);
  const clicked = await watched(page, 'watched.click()');
  await network.detach();
  return { shown, interactive, clicked, below, bytes: asked };
}

function watched(page: Page, asked: string): Promise<number> {
  return page.evaluate(asked) as Promise<number>;
}

async function employ(api: MeasuredApi): Promise<void> {
  const made = await api.post('/people', { name: 'Executive', email: EMAIL });
  let { id } = made.body as { readonly id?: string };
  if (id === undefined) {
    const { items } = (await api.get('/people?limit=500')) as {
      readonly items: readonly { readonly id: string; readonly email: string }[];
    };
    id = items.find(({ email }) => email === EMAIL)?.id;
  } else {
    await api.post('/grants', { person: id, role: 'executive' });
  }
  const link = await api.post(`/people/${id}/recovery`, {});
  const token = new URL((link.body as { readonly url: string }).url).pathname.split('/').pop();
  const { status } = await api.post('/sign-in/link', { token, password: PASSWORD });
  if (status >= 300) throw new Error(`The executive has no password: ${status}.`);
}
