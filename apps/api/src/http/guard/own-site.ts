import type { FastifyRequest } from 'fastify';
import { isLoopback } from '#lib/access';
import { HttpProblem } from '../http-problem.js';

/**
 * Where browsers reach us.
 * @param address as configured; undefined: where the request says it went
 */
export function originOf(request: FastifyRequest, address: string | undefined): string {
  return address ?? `${request.protocol}://${request.host}`;
}

/**
 * Refuses what another site has a browser send (cross-site request forgery): browsers say where a
 * request comes from, and pages cannot keep them from it.
 * @param untold whether a request passes that says nothing of it; no browser of today sends one
 * @throws HttpProblem `cross-site`
 */
export function requireOwnSite(
  request: FastifyRequest,
  { address, untold }: { readonly address: string | undefined; readonly untold: boolean },
): void {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
  } else if (origin !== undefined) {
    if (origin === originOf(request, address)) return;
  } else if (untold) return;
  throw new HttpProblem(
    'cross-site',
    site === undefined && origin === undefined
      ? 'Nothing says that a page of this site sent this. A script that works with a session has to send Origin; programs use a key.'
      : 'A browser sent this for another site. With a session, send it from a page of this one; programs use a key.',
  );
}

/**
 * Refuses to sign in where the way to us is not protected: cookies go over https, or do not leave
 * the machine.
 * @throws HttpProblem `https-needed`
 */
export function requireProtected(request: FastifyRequest): void {
  if (request.protocol === 'https') return;
  const { remoteAddress } = request.socket;
  if (isLoopback(request.hostname) && isLoopback(remoteAddress ?? '')) return;
  throw new HttpProblem(
    'https-needed',
    'Signing in needs https. Where a proxy in front of Waymark ends TLS, name it in TRUST_PROXY.',
  );
}
