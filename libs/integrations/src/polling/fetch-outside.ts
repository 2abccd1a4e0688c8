/**
 * Makes a request to an address that somebody of a program named. Whoever provides it refuses private
 * addresses and follows no redirects.
 * @throws Error when there is no answer
 */
export type FetchOutside = (
  url: URL,
  init: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
) => Promise<Response>;

/** Until the guard of outgoing requests is there. It refuses nothing but redirects. */
export const fetchOutside: FetchOutside = (url, init) =>
  fetch(url, { ...init, redirect: 'manual' });
