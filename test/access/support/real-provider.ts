import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type JWK, Provider } from 'oidc-provider';
import type { Browser, Page } from './browser.js';

/** What the provider says of somebody. */
export interface Claims {
  readonly name?: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly groups?: readonly string[];
}

/** A provider of OpenID Connect that runs. */
export interface RealProvider {
  readonly issuer: string;
  /** Those who have an account there, by its name; any password will do. */
  readonly accounts: Map<string, Claims>;
  /** Signs with a key that nobody has seen yet, and forgets who is signed in. */
  changeKeys(): void;
  stop(): Promise<void>;
}

export const CLIENT = { clientId: 'waymark', clientSecret: 'a-secret-of-the-client-for-tests' };

/** Starts oidc-provider on a port of its own. @param callback where it may send browsers */
export async function startRealProvider(callback: () => string): Promise<RealProvider> {
  let serve: RequestListener = () => undefined;
  const server = createServer((request, response) => serve(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const accounts = new Map<string, Claims>();
  const changeKeys = () => {
    const answer = providerOf(issuer, accounts, callback()).callback();
    serve = (request, response) => void answer(request, response);
  };
  return {
    issuer,
    accounts,
    changeKeys,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** Signs in at the provider as an account of it, from the page it shows. */
export async function signInThere(browser: Browser, page: Page, account: string): Promise<Page> {
  let shown = page;
  const forms: Record<string, string>[] = [{ login: account, password: 'any' }, {}];
  for (const fields of forms) {
    if (!/<form/.test(shown.text) || !shown.url.includes('/interaction/')) break;
    shown = await browser.submit(shown, fields);
  }
  return shown;
}

function providerOf(issuer: string, accounts: Map<string, Claims>, callback: string): Provider {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [callback],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [jwkOf(privateKey)] },
    cookies: { keys: ['a key of the cookies of a test'] },
    scopes: ['openid', 'profile', 'email', 'groups'],
    claims: {
      openid: ['sub'],
      profile: ['name'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    pkce: { required: () => true },
    ttl: { AccessToken: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    findAccount: (_context, sub) => {
      const claims = accounts.get(sub);
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) };
    },
  });
  // it speaks of what must not be done elsewhere, and of plain HTTP on this machine
  provider.on('server_error', (_context, error) => process.stderr.write(`${error.stack}\n`));
  return provider;
}

function jwkOf(key: KeyObject): JWK {
  return {
    ...(key.export({ format: 'jwk' }) as JWK),
    use: 'sig',
    alg: 'RS256',
    kid: `${Date.now()}-${Math.random()}`,
  };
}
