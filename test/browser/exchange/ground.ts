import type { Browser, BrowserContext } from 'playwright-core';
import { Client } from '../../e2e/support/client.js';
import { ADMIN_KEY, startTestApi, type TestApi } from '../../e2e/support/test-api.js';
import { openBrowser } from '../chromium.js';
import { builtDashboard, type Visit, visitIn } from '../dashboard/stage.js';

const PEOPLE = {
  ada: { name: 'Ada Lovelace', role: 'administrator' },
  eve: { name: 'Eve Executive', role: 'executive' },
} as const;
type Who = keyof typeof PEOPLE;
const PASSWORD = 'correct horse battery staple 42';

/** The units there are; each part makes those that it changes under one of its own. */
const UNITS = [
  { unit: 'contoso', name: 'Contoso', kind: 'enterprise' },
  { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'contoso' },
  { unit: 'support', name: 'Support', kind: 'function', parent: 'emea' },
  { unit: 'care', name: 'Customer care', kind: 'function', parent: 'emea' },
] as const;

/** The running product with a small organisation in it, and a browser in front. */
export interface Ground {
  readonly api: TestApi;
  /** With the administrator's key. */
  readonly client: Client;
  /** A page of somebody who has signed in; what went wrong on it is told by `complaints`. */
  as(who: Who): Promise<Visit>;
  stop(): Promise<void>;
}

/** Starts everything. What is sent out may reach this machine. */
export async function openGround(): Promise<Ground> {
  await builtDashboard();
  const api = await startTestApi({ variables: { WAYMARK_OUTBOUND_ALLOW: '127.0.0.1,localhost' } });
  const client = new Client(api.url, ADMIN_KEY);
  for (const { unit, ...body } of UNITS) await client.put(`/units/${unit}`, body);
  await employ(client, 'ada');
  await employ(client, 'eve');
  const browser: Browser = await openBrowser();
  const sessions = new Map<Who, Awaited<ReturnType<BrowserContext['storageState']>>>();
  return {
    api,
    client,
    as: async (who) => {
      const session = sessions.get(who);
      const context = await browser.newContext({
        ...{ baseURL: api.url, locale: 'en-GB', timezoneId: 'UTC', acceptDownloads: true },
        ...(session ? { storageState: session } : {}),
      });
      const visit = await visitIn(context);
      if (!session) {
        await signIn(visit, who);
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

const emailOf = (who: Who) => `${who}@example.com`;

async function employ(client: Client, who: Who): Promise<void> {
  const { name, role } = PEOPLE[who];
  const person = await client.post('/people', { name, email: emailOf(who) });
  const { id } = person.body as { readonly id: string };
  await client.post('/grants', { person: id, role });
  const { url } = (await client.post(`/people/${id}/recovery`, {})).body as {
    readonly url: string;
  };
  const token = new URL(url).pathname.split('/').pop();
  const used = await fetch(`${client.url}/api/v1/sign-in/link`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token, password: PASSWORD }),
  });
  if (!used.ok) throw new Error(`${name} has no password: ${await used.text()}`);
}

async function signIn({ page }: Visit, who: Who): Promise<void> {
  await page.goto('/sign-in?returnTo=%2Faccount');
  await page.getByLabel('Your e-mail address').fill(emailOf(who));
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/account');
  await page.evaluate("localStorage.setItem('waymark-tour-seen', 'true')");
}
