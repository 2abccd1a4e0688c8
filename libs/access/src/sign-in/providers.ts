import * as oidc from 'openid-client';
import type { Clock } from '#lib/platform';
import { ProviderAway, SignInRefused, UnknownProvider } from './errors.js';
import type { ProviderSettings } from './settings.js';

/** What is remembered of a sign-in that has gone to a provider, by the browser that began it. */
export interface Flow {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Whom a provider says it let in. */
export interface Identity {
  readonly provider: ProviderSettings;
  readonly issuer: string;
  /** The provider's own id for them. */
  readonly subject: string;
  readonly name: string | undefined;
  /** Undefined also when the provider does not vouch for it and has to. */
  readonly email: string | undefined;
  /** Undefined: groups are none of the provider's business. */
  readonly groups: readonly string[] | undefined;
}

const TIMEOUT_S = 10;
/** How long what a provider says of itself is believed, and how long it is left alone when it does not answer. */
const KNOWN_MS = 3_600_000;
const LEFT_ALONE_MS = 5_000;
const CLOCKS_DIFFER_S = 30;
const MOST_GROUPS = 1_000;
const LONGEST_TEXT = 200;

/**
 * Providers of OpenID Connect. One is asked what it can when somebody first signs in with it, so
 * that one that is away stops no start, and anew every hour; its keys are fetched at each sign-in,
 * so that those it has changed count at once.
 */
export class Providers {
  private readonly known = new Map<
    string,
    { until: number; metadata: Promise<oidc.ServerMetadata> }
  >();

  constructor(
    readonly all: readonly ProviderSettings[],
    private readonly clock: Clock,
  ) {}

  /** @throws UnknownProvider */
  get(name: string): ProviderSettings {
    const found = this.all.find((one) => one.name === name);
    if (!found) throw new UnknownProvider(name);
    return found;
  }

  /**
   * Where to send a browser, and what it has to bring back.
   * @param callback where the provider sends it
   * @throws ProviderAway, UnknownProvider
   */
  async begin(name: string, callback: string): Promise<{ readonly to: URL; readonly flow: Flow }> {
    const provider = this.get(name);
    const config = await this.configuration(provider);
    const verifier = oidc.randomPKCECodeVerifier();
    const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
    const to = oidc.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: provider.scopes.join(' '),
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { to, flow: { provider: name, state, nonce, verifier } };
  }

  /**
   * Whom the provider let in.
   * @param came the address the browser came back to, with its query
   * @throws SignInRefused when anything of the answer is not as it must be; ProviderAway
   */
  async finish(came: URL, { provider: name, state, nonce, verifier }: Flow): Promise<Identity> {
    const provider = this.get(name);
    const config = await this.configuration(provider);
    try {
      const tokens = await oidc.authorizationCodeGrant(config, came, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new SignInRefused();
      const more = missing(provider, claims, config)
        ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
        : {};
      return identityOf(provider, together(claims, more));
    } catch (error) {
      throw asRefusal(error, provider);
    }
  }

  private async configuration(provider: ProviderSettings): Promise<oidc.Configuration> {
    const metadata = await this.metadata(provider);
    const config = new oidc.Configuration(
      { ...metadata },
      provider.clientId,
      { [oidc.clockTolerance]: CLOCKS_DIFFER_S },
      authentication(provider, metadata),
    );
    config.timeout = TIMEOUT_S;
    // openid-client trusts what came over TLS; a signature is checked in any case
    oidc.enableNonRepudiationChecks(config);
    if (isPlain(provider)) oidc.allowInsecureRequests(config);
    return config;
  }

  private async metadata(provider: ProviderSettings): Promise<oidc.ServerMetadata> {
    const now = this.clock.now();
    const found = this.known.get(provider.name);
    if (found && found.until > now) return found.metadata;
    const asked = {
      until: now + KNOWN_MS,
      metadata: discover(provider).catch((error: unknown) => {
        asked.until = this.clock.now() + LEFT_ALONE_MS;
        throw new ProviderAway(provider.title, { cause: error });
      }),
    };
    this.known.set(provider.name, asked);
    return asked.metadata;
  }
}

async function discover(provider: ProviderSettings): Promise<oidc.ServerMetadata> {
  const config = await oidc.discovery(
    new URL(provider.issuer),
    provider.clientId,
    undefined,
    undefined,
    { timeout: TIMEOUT_S, execute: isPlain(provider) ? [oidc.allowInsecureRequests] : [] },
  );
  return config.serverMetadata();
}

/** Settings allow that on loopback only. */
function isPlain({ issuer }: ProviderSettings): boolean {
  return issuer.startsWith('http:');
}

function authentication(
  { clientSecret }: ProviderSettings,
  { token_endpoint_auth_methods_supported: offered }: oidc.ServerMetadata,
): oidc.ClientAuth {
  if (clientSecret === undefined) return oidc.None();
  const basic = offered === undefined || offered.includes('client_secret_basic');
  return basic ? oidc.ClientSecretBasic(clientSecret) : oidc.ClientSecretPost(clientSecret);
}

type Claims = Readonly<Record<string, unknown>> & {
  readonly iss?: unknown;
  readonly sub?: unknown;
};

/** Whether more is to be asked of the provider than its token says. */
function missing(provider: ProviderSettings, claims: Claims, config: oidc.Configuration): boolean {
  if (config.serverMetadata().userinfo_endpoint === undefined) return false;
  const { groupsClaim } = provider;
  return !vouching(claims) || (groupsClaim !== undefined && !(groupsClaim in claims));
}

/** What the token says, and beside it what the provider says of the person. */
function together(claims: Claims, more: Claims): Claims {
  // an address, and whether it is verified, come from one mouth
  const { email, email_verified } = vouching(claims) || !('email' in more) ? claims : more;
  return { ...more, ...claims, email, email_verified };
}

/** Whether an address comes with word on whether it is verified. */
function vouching(claims: Claims): boolean {
  return claims['email'] !== undefined && claims['email_verified'] !== undefined;
}

function identityOf(provider: ProviderSettings, claims: Claims): Identity {
  const { groupsClaim, verifiedMail } = provider;
  const email = textOf(claims['email']);
  const vouched = !verifiedMail || isTrue(claims['email_verified']);
  return {
    provider,
    issuer: String(claims.iss),
    subject: String(claims.sub),
    name: textOf(claims['name']) ?? textOf(claims['preferred_username']),
    email: vouched && email?.includes('@') ? email : undefined,
    groups: groupsClaim === undefined ? undefined : groupsOf(claims[groupsClaim]),
  };
}

/** Some providers send it as a text. */
function isTrue(claim: unknown): boolean {
  return claim === true || claim === 'true';
}

function textOf(claim: unknown): string | undefined {
  if (typeof claim !== 'string') return undefined;
  const text = claim.replaceAll(/\p{C}/gu, '').trim();
  return text === '' || text.length > LONGEST_TEXT ? undefined : text;
}

function groupsOf(claim: unknown): readonly string[] {
  const all: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return all.filter((one): one is string => typeof one === 'string').slice(0, MOST_GROUPS);
}

/** Of an answer that was no answer of an OAuth server at all. */
function statusOf(error: unknown): number | undefined {
  const { cause } = error as { cause?: unknown };
  return cause instanceof Response ? cause.status : undefined;
}

function asRefusal(error: unknown, { title }: ProviderSettings): Error {
  if (error instanceof SignInRefused) return error;
  const { code, name, status = statusOf(error) } = error as Partial<Record<string, unknown>>;
  const away =
    error instanceof TypeError ||
    name === 'TimeoutError' ||
    code === 'OAUTH_TIMEOUT' ||
    (typeof status === 'number' && status >= 500);
  if (away) return new ProviderAway(title, { cause: error });
  if (error instanceof oidc.AuthorizationResponseError) {
    return new SignInRefused(`${title} did not let you in.`, { cause: error });
  }
  return new SignInRefused(`What ${title} answered cannot be trusted. Sign in again.`, {
    cause: error,
  });
}
