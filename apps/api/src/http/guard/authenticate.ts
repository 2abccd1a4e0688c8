import type { FastifyRequest } from 'fastify';
import type { Access, Caller, SignIn } from '#lib/access';
import { sessionIn } from './cookies.js';
import { HttpProblem } from '../http-problem.js';
import { requireOwnSite } from './own-site.js';
import '../request.js';
import { traitsOf } from '../route.js';

/** Where it is known who may come in. */
export interface Doors {
  readonly access: Access;
  readonly signIn: SignIn;
}

/**
 * Who asks: by the `Authorization` header if there is one, else by the session of the browser.
 * @param again for an answer that lasts: whoever only listens does not keep a session alive
 * @throws HttpProblem `unauthenticated`; `cross-site` for what another site has a browser send
 */
export async function authenticate(
  request: FastifyRequest,
  { access, signIn }: Doors,
  { again = false }: { readonly again?: boolean } = {},
): Promise<Caller> {
  const header = request.headers.authorization;
  const secret = header === undefined ? sessionIn(request) : undefined;
  if (secret === undefined) return authenticateKey(header, access);
  if (!again) requireOwnRequest(request, signIn.settings.address);
  const signedIn = await signIn.sessions.find(secret, { seen: !again });
  if (!signedIn) throw refused('Your session is over. Sign in again.', 'bearer');
  request.session = { secret, signedIn };
  return signedIn.caller;
}

/**
 * Whose key an `Authorization` header carries.
 * @param scheme `basic` takes the key as password, for pages that browsers open
 * @throws HttpProblem `unauthenticated`
 */
export async function authenticateKey(
  header: string | undefined,
  access: Access,
  scheme: 'bearer' | 'basic' = 'bearer',
): Promise<Caller> {
  const secret = bearer(header) ?? (scheme === 'basic' ? password(header) : undefined);
  if (secret === undefined) {
    throw refused('Send a key (Authorization: Bearer <key>), or sign in at /sign-in.', scheme);
  }
  const caller = await access.authenticate(secret);
  if (!caller) throw refused('This key is not known, was withdrawn or has expired.', scheme);
  return caller;
}

/**
 * What reads may come from anywhere, since no other site can see the answer; but for routes that
 * say otherwise.
 */
function requireOwnRequest(request: FastifyRequest, address: string | undefined): void {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (reads && !traitsOf(request.routeOptions.config).ownSite) return;
  requireOwnSite(request, { address, untold: reads });
}

function bearer(header: string | undefined): string | undefined {
  return header === undefined ? undefined : /^Bearer +([\x21-\x7e]{1,512})$/i.exec(header)?.[1];
}

function password(header: string | undefined): string | undefined {
  const encoded =
    header === undefined ? undefined : /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  return /^[^:]*:([\x21-\x7e]{1,512})$/.exec(
    Buffer.from(encoded, 'base64').toString('latin1'),
  )?.[1];
}

function refused(message: string, scheme: 'bearer' | 'basic'): HttpProblem {
  const challenge = scheme === 'basic' ? 'Basic realm="waymark"' : 'Bearer realm="waymark"';
  return new HttpProblem('unauthenticated', message, {
    headers: { 'www-authenticate': challenge },
  });
}
