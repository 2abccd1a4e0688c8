import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { ensureDemo } from '#lib/demo';
import { Client } from '../../e2e/support/client.js';
import { startTestApi, type TestApi } from '../../e2e/support/test-api.js';
import { PATIENCE_MS } from '../../support/patience.js';
import { openBrowser } from '../chromium.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const PASSWORD = 'correct horse battery staple 42';
/** How long the worker may take to advise on the whole demo, on a busy machine. */
const DEMO_ADVISED_MS = 150_000;

/** Those who work on the demo: a role, and the unit that it reaches down from. */
const PEOPLE = {
  ada: { role: 'administrator' },
  olive: { role: 'program-office' },
  eve: { role: 'executive' },
  art: { role: 'auditor' },
  emil: { role: 'executive', under: 'emea' },
  pia: { role: 'program-office', under: 'emea' },
} as const;
export type Who = keyof typeof PEOPLE;

/** The running product with the demo in it, and a browser in front. */
export interface Stage {
  readonly api: TestApi;
  /** With the administrator's key of the demo. */
  readonly client: Client;
  /** A page of somebody who has signed in; what went wrong on it is told by `complaints`. */
  as(who: Who, options?: BrowserContextOptions): Promise<Visit>;
  stop(): Promise<void>;
}

/** A page somebody looks at. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, and what the content security policy blocked. */
  readonly complaints: readonly string[];
  /** Opens a path and waits until nothing on it is awaited any more. */
  open(path: string): Promise<void>;
  close(): Promise<void>;
}

/** Sees to the build of the dashboard, which the api serves. */
export async function builtDashboard(): Promise<void> {
  const { ensureBuilt } = (await import(join(ROOT, 'apps/launcher/build.mjs'))) as {
    readonly ensureBuilt: (root: string, say: (line: string) => void) => Promise<void>;
  };
  await ensureBuilt(ROOT, () => undefined);
}

/** Starts everything; the demo is advised on before it resolves. */
export async function openStage(): Promise<Stage> {
  await builtDashboard();
  const api = await startTestApi();
  const { key = '' } = await ensureDemo(api.foundation);
  const client = new Client(api.url, key);
  for (const [name, grant] of Object.entries(PEOPLE)) await employ(client, name, grant);
  await api.advised('demo', DEMO_ADVISED_MS);
  const browser = await openBrowser();
  const sessions = new Map<Who, Awaited<ReturnType<BrowserContext['storageState']>>>();
  return {
    api,
    client,
    as: async (who, options = {}) => {
      const known = sessions.get(who);
      const context = await browser.newContext({
        baseURL: api.url,
        locale: 'en-GB',
        timezoneId: 'UTC',
        ...options,
        ...(known ? { storageState: known } : {}),
      });
      const visit = await visitIn(context);
      if (!known) {
        await signIn(visit.page, `${who}@example.com`, PASSWORD);
        await visit.page.evaluate("localStorage.setItem('waymark-tour-seen', 'true')");
        sessions.set(who, await context.storageState());
      }
      return visit;
    },
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

async function employ(
  client: Client,
  name: string,
  grant: { readonly role: string; readonly under?: string },
): Promise<void> {
  const email = `${name}@example.com`;
  const person = await client.post('/people', { name: capital(name), email });
  const { id } = person.body as { readonly id: string };
  await client.post('/grants', { person: id, ...grant });
  const link = await client.post(`/people/${id}/recovery`, {});
  const token = new URL((link.body as { readonly url: string }).url).pathname.split('/').pop();
  const used = await fetch(`${client.url}/api/v1/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD }),
  });
  if (!used.ok) throw new Error(`${name} has no password: ${await used.text()}`);
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/**
 * One page after another of the same person: what the first has loaded, the next finds in the cache, as
 * everybody does who works with the dashboard. Ask for it in `describe`. @returns opens the page of a test
 */
export function deskOf(
  stage: () => Stage,
  who: Who,
  options: BrowserContextOptions,
): () => Promise<Visit> {
  let desk: Visit;
  beforeAll(async () => {
    desk = await stage().as(who, options);
  });
  afterAll(() => desk?.close());
  return async () => {
    const visit = await visitIn(desk.context);
    const close = () => visit.page.close();
    onTestFinished(close);
    return { ...visit, close };
  };
}

/** Signs in to the demo on the page for it. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in?program=demo&returnTo=%2Faccount');
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByLabel('Your password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
}

/** A page in a context, and what goes wrong on it. */
export async function visitIn(context: BrowserContext): Promise<Visit> {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    page,
    context,
    complaints,
    open: async (path) => {
      await page.goto(path);
      await settled(page);
    },
    close: () => context.close(),
  };
}

/** Shows a page in light or dark colours; it hears of it as of a change in the system's settings. */
export async function showIn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.locator(`html[data-mantine-color-scheme="${scheme}"]`).waitFor();
}

const AWAITED = '[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root';

/** Resolves when a page shows its heading and awaits nothing any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator(AWAITED).filter({ visible: true }).first().waitFor({ state: 'detached' });
}
