import { expect } from 'vitest';
import type { Client, Json } from '../../e2e/support/client.js';
import { Browser } from './browser.js';

/** A password that is taken. */
export const PASSWORD = 'correct horse, battery';

/** A person of the program of a client, with a role if one is given. */
export async function person(client: Client, email: string, role?: string): Promise<Json> {
  const made = await client.post('/people', { name: email.split('@')[0], email });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  if (role !== undefined) await client.post('/grants', { person: made.body.id, role });
  return made.body;
}

/** The token of a recovery link for a person. */
export async function recoveryOf(
  client: Client,
  id: string,
  wish: { withoutCode?: boolean } = {},
): Promise<string> {
  const { body, status } = await client.post(`/people/${id}/recovery`, wish);
  expect(status, JSON.stringify(body)).toBe(201);
  return new URL(body.url).pathname.replace('/sign-in/link/', '');
}

/** A person with a password, and the browser that they set it in. */
export async function account(
  client: Client,
  email: string,
  role?: string,
): Promise<{ readonly id: string; readonly browser: Browser }> {
  const { id } = await person(client, email, role);
  const browser = new Browser();
  const token = await recoveryOf(client, id);
  const used = await browser.call('POST', `${client.url}/api/v1/sign-in/link`, {
    token,
    password: PASSWORD,
  });
  expect(used.status, JSON.stringify(used.body)).toBe(201);
  return { id, browser };
}

/** What signing in with an address and a password answers. */
export function withPassword(
  browser: Browser,
  url: string,
  given: { readonly email: string; readonly password?: string; readonly [more: string]: unknown },
) {
  return browser.call('POST', `${url}/api/v1/session`, { password: PASSWORD, ...given });
}

/** The code of a problem. */
export const problemOf = (answer: { readonly body?: Json }): string =>
  String(answer.body?.type).replace('urn:waymark:problem:', '');
