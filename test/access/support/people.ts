import { expect } from 'vitest';
import { Client, type Json } from '../../e2e/support/client.js';

export const ada = { name: 'Ada Lovelace', email: 'ada@contoso.example' };
export const SOME_ID = '0198c0de-0000-7000-8000-00000000ffff';

/** A client with a new key of the program. */
export async function withKey(client: Client, wish: object): Promise<Client> {
  return new Client(client.url, (await created(client, '/keys', { name: 'Key', ...wish })).key);
}

/** What was made of a body. */
export async function created(client: Client, path: string, body: object): Promise<Json> {
  const answer = await client.post(path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
}
