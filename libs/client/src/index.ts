import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import type { components, paths } from './generated/api.js';

export type { paths } from './generated/api.js';
export { type Page, PAGES } from './pages.js';

/** What the api calls its shapes: `Schemas['Standing']`. */
export type Schemas = components['schemas'];

/** A fault as the api tells it (RFC 9457). */
export type Problem = Schemas['Problem'];

/** Calls the api by its paths: `client.GET('/api/v1/units/{unit}', { params })`. */
export type Client = FetchClient<paths>;

/** Where the api is, and who asks. */
export interface ClientOptions {
  /** The origin of the server, without a path; absent in a page that the server itself serves. */
  readonly server?: string;
  /** A Waymark key; absent where the browser sends a session's cookie. */
  readonly key?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** A client of the api, typed from its OpenAPI document. Answers are `{ data }` or `{ error }`. */
export function createClient({ server = '', key, fetch }: ClientOptions = {}): Client {
  return createFetchClient<paths>({
    baseUrl: server,
    ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
    ...(fetch ? { fetch } : {}),
    querySerializer: { array: { style: 'form', explode: true } },
  });
}
