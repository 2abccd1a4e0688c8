import { dirname, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { parseDuration } from '#lib/domain';
import { readSecretFile } from '#lib/platform';
import { SignInSettingsError } from './errors.js';

/** A provider of OpenID Connect whose people may sign in. */
export interface ProviderSettings {
  /** In addresses: `/sign-in/{name}`. */
  readonly name: string;
  /** What people read. */
  readonly title: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined: a public client, held to PKCE alone. */
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
  /** The program its people belong to. */
  readonly program: string;
  /** The claim that lists a person's groups; undefined: groups are none of its business. */
  readonly groupsClaim: string | undefined;
  /** Whether people whom nobody has entered may come in: they are made, without a role. */
  readonly provisioning: boolean;
  /** Whether addresses count only when the provider says that it has verified them. */
  readonly verifiedMail: boolean;
}

/** How people sign in, checked once at the start. */
export interface SignInSettings {
  /** Where browsers reach this server, as `https://waymark.contoso.example`; undefined: where each request says it went. */
  readonly address: string | undefined;
  /** Whether passwords are taken. */
  readonly localAccounts: boolean;
  /** How long a session lasts at most, and without a request. */
  readonly sessions: { readonly lastsMs: number; readonly idleMs: number };
  readonly providers: readonly ProviderSettings[];
}

/** Methods of sessions that are no provider's. */
const TAKEN = ['password', 'link'];
const LONGEST_FILE = 1_000_000;
const DAY_MS = 86_400_000;

const duration = (longestDays: number, text: string) =>
  z
    .string()
    .default(text)
    .transform((iso, context) => {
      const parsed = parseDuration(iso);
      if (parsed && parsed.months === 0 && parsed.rest <= longestDays * DAY_MS) return parsed.rest;
      context.addIssue(`must be a duration of at most ${longestDays} days, as ${text}`);
      return z.NEVER;
    });

const web = z.string().refine((text) => URL.canParse(text) && mayBeTrusted(new URL(text)), {
  error: 'must begin with https:// (http:// only on 127.0.0.1, [::1] or localhost)',
  abort: true,
});

const PROVIDER = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,31}$/, {
        error: 'must be made of lower-case letters, digits and "-", at most 32',
      })
      .refine((name) => !TAKEN.includes(name), {
        error: `must not be one of ${TAKEN.join(', ')}`,
      }),
    title: z.string().min(1).max(100),
    issuer: web,
    clientId: z.string().min(1),
    clientSecret: z.string().min(1).optional(),
    clientSecretFile: z.string().min(1).optional(),
    scopes: z
      .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/))
      .refine((scopes) => scopes.includes('openid'), { error: 'must hold "openid"' })
      .default(['openid', 'profile', 'email']),
    program: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'must be the id of a program' })
      .default('default'),
    groupsClaim: z.string().min(1).max(200).optional(),
    provisioning: z.boolean().default(false),
    verifiedMail: z.boolean().default(true),
  })
  .refine((one) => one.clientSecret === undefined || one.clientSecretFile === undefined, {
    error: 'must have clientSecret or clientSecretFile, not both',
  });

const FILE = z
  .strictObject({
    address: web
      .refine((text) => new URL(text).origin === text.replace(/\/$/, ''), {
        error: 'must be an origin, without a path',
      })
      .transform((text) => new URL(text).origin)
      .optional(),
    localAccounts: z.boolean().optional(),
    sessions: z
      .strictObject({ lasts: duration(30, 'PT24H'), idle: duration(30, 'PT8H') })
      .prefault({}),
    providers: z
      .array(PROVIDER)
      .max(20)
      .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, {
        error: 'must have a name of its own each',
      })
      .default([]),
  })
  .refine(({ localAccounts, providers }) => localAccounts !== false || providers.length > 0, {
    error: 'localAccounts must not be off where there is no provider: nobody could sign in',
  });

/**
 * Reads how people sign in. Local accounts are on unless it says otherwise or names a provider.
 * @param file absent: local accounts alone
 * @throws SignInSettingsError listing every fault
 */
export async function loadSignInSettings(file: string | undefined): Promise<SignInSettings> {
  const parsed = FILE.safeParse(file === undefined ? {} : contentOf(file));
  if (!parsed.success) {
    throw new SignInSettingsError(
      parsed.error.issues.map(
        ({ path, message }) => `${file}: ${[...placeOf(path), message].join(' ')}.`,
      ),
    );
  }
  const { address, localAccounts, sessions, providers } = parsed.data;
  const faults: string[] = [];
  const complete = providers.map(({ clientSecretFile, groupsClaim, ...one }): ProviderSettings => {
    const secret =
      clientSecretFile === undefined
        ? one.clientSecret
        : secretIn(resolve(dirname(file ?? '.'), clientSecretFile), faults);
    return { ...one, groupsClaim, clientSecret: secret };
  });
  if (faults.length > 0) throw new SignInSettingsError(faults);
  return {
    address,
    localAccounts: localAccounts ?? providers.length === 0,
    sessions: { lastsMs: sessions.lasts, idleMs: sessions.idle },
    providers: complete,
  };
}

/** Whether what goes there is protected on its way: TLS, or a way that does not leave the machine. */
function mayBeTrusted({ protocol, hostname, username, hash, search }: URL): boolean {
  if (username !== '' || hash !== '' || search !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}

/** Whether a name or address of a host means this machine. */
export function isLoopback(hostname: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|::ffff:127(\.\d{1,3}){3})$/.test(hostname);
}

function contentOf(file: string): unknown {
  const text = textOf(file);
  if (text.length > LONGEST_FILE) throw new SignInSettingsError([`${file} is larger than 1 MB.`]);
  try {
    return parse(text, { maxAliasCount: 20 }) ?? {};
  } catch (error) {
    const [at] = error instanceof YAMLParseError ? (error.linePos ?? []) : [];
    throw new SignInSettingsError([`${file}${at ? `:${at.line}:${at.col}` : ''} is not YAML.`]);
  }
}

function textOf(file: string): string {
  try {
    return readSecretFile(file);
  } catch (error) {
    throw new SignInSettingsError([`${(error as Error).message}.`]);
  }
}

function secretIn(file: string, faults: string[]): string | undefined {
  try {
    const secret = readSecretFile(file).trim();
    if (secret !== '') return secret;
    faults.push(`${file} is empty: it must hold the secret of the client.`);
  } catch (error) {
    faults.push(`${(error as Error).message}.`);
  }
  return undefined;
}

function placeOf(path: readonly PropertyKey[]): readonly string[] {
  if (path.length === 0) return [];
  return [
    path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
      .slice(1),
  ];
}
