import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { Browser } from './support/browser.js';
import {
  type ForgingProvider,
  type Forgery,
  startForgingProvider,
} from './support/forging-provider.js';
import { signInFile } from './support/sign-in-file.js';

let provider: ForgingProvider;
let api: TestApi;
beforeAll(async () => {
  provider = await startForgingProvider('waymark');
  const forged = { name: 'forged', title: 'Forged', issuer: provider.issuer, clientId: 'waymark' };
  api = await startTestApi({
    worker: false,
    variables: {
      WAYMARK_SIGN_IN_FILE: await signInFile({
        providers: [{ ...forged, clientSecret: 'secret', provisioning: true }],
      }),
    },
  });
});
afterAll(async () => {
  await api?.stop();
  await provider?.stop();
});
afterEach(() => {
  provider.lies = {};
});

const signIn = (browser: Browser) =>
  browser.open(`${api.url}/sign-in/forged?returnTo=/api/v1/session`);
const now = () => Math.floor(Date.now() / 1000);

describe('what a provider answers', () => {
  test('is believed when all of it is as it must be', async () => {
    const browser = new Browser();
    const begun = await signIn(browser);
    expect(begun.status, begun.text).toBe(200);
    const asked = new URL(begun.via[1] ?? '').searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      client_id: 'waymark',
      scope: 'openid profile email',
      code_challenge_method: 'S256',
      redirect_uri: `${api.url}/sign-in/forged/callback`,
    });
    // PKCE: what was sent on is the hash of what is shown now
    const verifier = provider.sent.form?.get('code_verifier') ?? '';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    expect(asked.get('code_challenge')).toBe(challenge);
    expect(asked.get('nonce')).toBeTruthy();
  });

  test.each([
    [{ email_verified: 'true' }, 200],
    [{ email_verified: 'false' }, 403],
    [{ email_verified: undefined }, 403],
    [{ email: undefined }, 403],
    [{ email: 'no address' }, 403],
  ])('names an address that counts when it is vouched for: %j', async (claims, status) => {
    provider.lies = { claims: { sub: JSON.stringify(claims), ...claims } };
    expect((await signIn(new Browser())).status).toBe(status);
  });

  const LIES: readonly (readonly [string, string, () => Forgery])[] = [
    [
      'the nonce of another sign-in',
      'jwt-claim-comparison-failed',
      () => ({ claims: { nonce: 'another' } }),
    ],
    ['no nonce', 'invalid-response', () => ({ claims: { nonce: undefined } })],
    ['another audience', 'jwt-claim-comparison-failed', () => ({ claims: { aud: 'another' } })],
    [
      'an audience of several, given to another',
      'jwt-claim-comparison-failed',
      () => ({ claims: { aud: ['waymark', 'another'], azp: 'another' } }),
    ],
    [
      'another issuer',
      'jwt-claim-comparison-failed',
      () => ({ claims: { iss: 'https://evil.example' } }),
    ],
    [
      'a token that is over',
      'jwt-timestamp-check-failed',
      () => ({ claims: { iat: now() - 7200, exp: now() - 3600 } }),
    ],
    ['a token without an end', 'invalid-response', () => ({ claims: { exp: undefined } })],
    [
      'a token that is not yet valid',
      'jwt-timestamp-check-failed',
      () => ({ claims: { nbf: now() + 3600 } }),
    ],
    ['nobody', 'invalid-response', () => ({ claims: { sub: undefined } })],
    ['the signature of somebody else', 'invalid-response', () => ({ signed: 'other' })],
    ['no signature', 'invalid-response', () => ({ signed: 'none' })],
    ['what was changed after it was signed', 'invalid-response', () => ({ signed: 'changed' })],
    ['a key nobody knows', 'key-selection-failed', () => ({ header: { kid: 'unknown' } })],
    ['another algorithm than it names', 'invalid-response', () => ({ header: { alg: 'HS256' } })],
    [
      'that another provider answered',
      'invalid-response',
      () => ({ back: { iss: 'https://evil.example' } }),
    ],
  ];
  test.each(LIES)('is refused with %s', async (_, why, lies) => {
    provider.lies = lies();
    const browser = new Browser();
    const page = await signIn(browser);
    expect(page.status, page.text).toBe(401);
    expect(page.text).toContain('<meta name="problem" content="sign-in-refused">');
    expect(browser.cookie(api.url, '__Host-waymark')).toBeUndefined();
    const [noted] = await api.testDatabase.admin<{
      action: string;
      outcome: string;
      about: object;
    }>('SELECT action, outcome, about FROM audit_entry ORDER BY position DESC LIMIT 1');
    expect(noted).toEqual({
      action: 'sign-in.failed',
      outcome: 'denied',
      about: { method: 'provider', provider: 'forged', why: `oauth-${why}` },
    });
  });

  test('is told from one that is away for the moment', async () => {
    provider.lies = { status: 503 };
    const page = await signIn(new Browser());
    expect(page.status).toBe(503);
    expect(page.text).toContain('<meta name="problem" content="provider-away">');
  });
});
