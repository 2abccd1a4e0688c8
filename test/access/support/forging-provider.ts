import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is otherwise than it should be in what the provider answers. */
export interface Forgery {
  /** Members of the token; undefined takes one away. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  /** `other`: signed by a key that is not the provider's; `none`: not at all; `changed`: changed afterwards. */
  readonly signed?: 'other' | 'none' | 'changed';
  /** Members of the query that the browser brings back. */
  readonly back?: Readonly<Record<string, string>>;
  /** Of the token endpoint, instead of a token. */
  readonly status?: number;
}

/** A provider that lets everybody in at once, and lies as it is told to. */
export interface ForgingProvider {
  readonly issuer: string;
  lies: Forgery;
  /** What the token endpoint was sent last. */
  readonly sent: { form: URLSearchParams | undefined };
  stop(): Promise<void>;
}

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Starts one. Real providers do not lie, so that what they would have to lie about cannot be tested with one. */
export async function startForgingProvider(clientId: string): Promise<ForgingProvider> {
  const [own, other] = [pair(), pair()];
  const begun = new Map<string, URLSearchParams>();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: ForgingProvider = {
    issuer,
    lies: {},
    sent: { form: undefined },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    const json = (status: number, body: unknown) =>
      void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') {
      return json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    }
    if (url.pathname === '/jwks') {
      const jwk = own.publicKey.export({ format: 'jwk' });
      return json(200, { keys: [{ ...jwk, kid: 'own', use: 'sig', alg: 'RS256' }] });
    }
    if (url.pathname === '/authorize') {
      const code = `code-${begun.size + 1}`;
      begun.set(code, url.searchParams);
      const to = new URL(url.searchParams.get('redirect_uri') ?? '');
      const back = { code, state: url.searchParams.get('state') ?? '', ...provider.lies.back };
      to.search = new URLSearchParams(back).toString();
      return void response.writeHead(302, { location: to.href }).end();
    }
    const form = new URLSearchParams(await bodyOf(request));
    provider.sent.form = form;
    const { status, claims, header, signed } = provider.lies;
    if (status !== undefined) return json(status, { error: 'server_error' });
    const now = Math.floor(Date.now() / 1000);
    const token = tokenOf(
      { alg: 'RS256', kid: 'own', ...header },
      {
        iss: issuer,
        aud: clientId,
        sub: 'somebody',
        iat: now,
        exp: now + 60,
        nonce: begun.get(form.get('code') ?? '')?.get('nonce'),
        name: 'Somebody',
        email: 'somebody@contoso.example',
        email_verified: true,
        ...claims,
      },
      signed === 'other' ? other.privateKey : own.privateKey,
    );
    json(200, {
      access_token: 'access',
      token_type: 'Bearer',
      id_token: signed === 'none' || signed === 'changed' ? forged(token, signed) : token,
    });
  }

  return provider;
}

function tokenOf(header: object, claims: object, key: KeyObject): string {
  const signed = `${base64(header)}.${base64(claims)}`;
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

function forged(token: string, how: 'none' | 'changed'): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  if (how === 'none') return `${base64({ alg: 'none' })}.${claims}.`;
  const changed = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return `${header}.${base64({ ...changed, sub: 'somebody else' })}.${signature}`;
}

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += String(part);
  return text;
}
