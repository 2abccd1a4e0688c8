import type { Browser, BrowserContext } from 'playwright-core';
import { Client } from '../../e2e/support/client.js';
import { ADMIN_KEY, startTestApi, type TestApi } from '../../e2e/support/test-api.js';
import { openBrowser } from '../chromium.js';
import { builtDashboard, type Visit, visitIn } from '../dashboard/stage.js';

const ADA = { name: 'Ada Lovelace', email: 'ada@contoso.example' } as const;
const PASSWORD = 'correct horse battery staple 42';

/** The units there are; each part makes those that it changes under one of its own. */
const UNITS = [
  { unit: 'contoso', name: 'Contoso', kind: 'enterprise' },
  { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'contoso' },
  { unit: 'support', name: 'Support', kind: 'function', parent: 'emea' },
] as const;

/** The running product with a small organisation in it, and a browser in front. */
export interface Ground {
  readonly api: TestApi;
  /** With the administrator's key. */
  readonly client: Client;
  /** A page of the administrator, who is signed in; what went wrong on it is told by `complaints`. */
  visit(): Promise<Visit>;
  stop(): Promise<void>;
}

/** Starts everything. What is sent out may reach this machine. */
export async function openGround(): Promise<Ground> {
  await builtDashboard();
  const api = await startTestApi({ variables: { WAYMARK_OUTBOUND_ALLOW: '127.0.0.1,localhost' } });
  const client = new Client(api.url, ADMIN_KEY);
  for (const { unit, ...body } of UNITS) await client.put(`/units/${unit}`, body);
  await employ(client);
  const browser: Browser = await openBrowser();
  let session: Awaited<ReturnType<BrowserContext['storageState']>> | undefined;
  return {
    api,
    client,
    visit: async () => {
      const context = await browser.newContext({
        ...{ baseURL: api.url, locale: 'en-GB', timezoneId: 'UTC', acceptDownloads: true },
        ...(session ? { storageState: session } : {}),
      });
      const visit = await visitIn(context);
      if (!session) {
        await signIn(visit);
        session = await context.storageState();
      }
      return visit;
    },
    stop: async () => {
      await browser.close();
      await api.stop();
    },
  };
}

async function employ(client: Client): Promise<void> {
  const { id } = (await client.post('/people', ADA)).body as { readonly id: string };
  await client.post('/grants', { person: id, role: 'administrator' });
  const { url } = (await client.post(`/people/${id}/recovery`, {})).body as {
    readonly url: string;
  };
  const token = new URL(url).pathname.split('/').pop();
  const used = await fetch(`${client.url}/api/v1/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD }),
  });
  if (!used.ok) throw new Error(`Ada has no password: ${await used.text()}`);
}

async function signIn({ page }: Visit): Promise<void> {
  await page.goto('/sign-in?returnTo=%2Faccount');
  await page.getByLabel('Your e-mail address').fill(ADA.email);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
  await page.evaluate("localStorage.setItem('waymark-tour-seen', 'true')");
}
