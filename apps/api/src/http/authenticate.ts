import type { Caller, Access } from '#lib/access';
import { HttpProblem } from './http-problem.js';

/**
 * Whose key an `Authorization` header carries.
 * @param scheme `basic` takes the key as password, for pages that browsers open
 * @throws HttpProblem `unauthenticated`
 */
export async function authenticate(
  header: string | undefined,
  access: Access,
  scheme: 'bearer' | 'basic' = 'bearer',
): Promise<Caller> {
  const secret = bearer(header) ?? (scheme === 'basic' ? password(header) : undefined);
  if (secret === undefined) {
    throw refused('Send a key: Authorization: Bearer <key>.', scheme);
  }
  const caller = await access.authenticate(secret);
  if (!caller) throw refused('This key is not known, was withdrawn or has expired.', scheme);
  return caller;
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
