import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Reach } from '../outbound/reach/reach.js';

/**
 * Makes a request to an address that somebody of a program named; redirects are not followed.
 * @throws AddressRefused, NoAnswer; the reason of `signal`
 */
export type FetchOutside = (
  url: URL,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response>;

/** Statuses whose answers have no body. @source Fetch, null body status */
const BODILESS = [204, 205, 304];

/** By the way that reaches public addresses alone. */
export function fetchOutside(reach: Reach): FetchOutside {
  return async (url, { headers, signal }) => {
    const answer = await reach.ask(url.href, { method: 'GET', headers }, signal);
    const status = answer.statusCode ?? 0;
    const told = new Headers();
    for (const [name, values] of Object.entries(answer.headersDistinct)) {
      for (const value of values ?? []) told.append(name, value);
    }
    if (!BODILESS.includes(status)) {
      return new Response(Readable.toWeb(answer) as ReadableStream<Uint8Array>, {
        ...{ status, headers: told },
      });
    }
    answer.destroy();
    return new Response(null, { status, headers: told });
  };
}
