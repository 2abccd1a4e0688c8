import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { outboundAllow } from './outbound-allow.js';
import { withSecretFiles } from './secret-files.js';
import { type TrustedProxies, trustedProxies } from './trust-proxy.js';

/** What the process was told from outside, checked once at the start. Paths are absolute. */
export interface Environment {
  /** TCP port of the api; 0 lets the system pick one. */
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Absent: BullMQ runs on PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** The administrator key to install at the first start; absent: one is made. */
  readonly adminKey: string | undefined;
  /** A folder with more model files. */
  readonly modelsDir: string | undefined;
  readonly secretsFile: string;
  /** Where signed heads are kept outside the database; beside the secrets unless said otherwise. */
  readonly headsFile: string;
  /** Where erasures are registered outside the database; beside the secrets unless said otherwise. */
  readonly erasuresFile: string;
  /** Where each signed head is sent; absent: nowhere. */
  readonly headsUrl: string | undefined;
  /** How people sign in; absent: with local accounts alone. */
  readonly signInFile: string | undefined;
  /** Whose `X-Forwarded-*` headers are believed; absent: nobody's. */
  readonly trustProxy: TrustedProxies | undefined;
  /** Requests that a key without a limit of its own may ask for in a second. */
  readonly rateLimit: number;
  /** How long entries of the audit trail are kept, in days. */
  readonly auditDays: number;
  /** Where the audit trail is sent as it grows; absent: nowhere. */
  readonly syslogUrl: string | undefined;
  /** Hosts, addresses and ranges that programs may have things sent to though they are not public. */
  readonly outboundAllow: readonly string[];
  /** The mail server, and whom mails are from; absent: no mail is sent. */
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
}

/** The environment is wrong; `faults` says, one line each, what to correct. */
export class EnvironmentError extends Error {
  readonly code = 'environment';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

const url = (schemes: readonly string[], example: string) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol), {
    error: `must look like ${example}`,
  });

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d+){3}$/.test(hostname);
}

const VARIABLES = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port number from 0 to 65535' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a port number from 0 to 65535' })
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  TRUST_PROXY: z
    .string()
    .transform((text, context) => {
      const trusted = trustedProxies(text);
      if (trusted) return trusted;
      context.addIssue(
        'must list the addresses or ranges of the proxies in front (10.0.0.7, 172.18.0.0/16), or say how many there are (1 to 9)',
      );
      return z.NEVER;
    })
    .optional(),
  DATABASE_URL: url(
    ['postgres:', 'postgresql:'],
    'postgres://user:password@host:5432/name',
  ).optional(),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379').optional(),
  WAYMARK_DATA_DIR: z.string().default('./.waymark'),
  WAYMARK_ADMIN_KEY: z
    .string()
    .min(32, { error: 'must have 32 characters or more' })
    .regex(/^[\x21-\x7e]*$/, { error: 'must be printable ASCII without spaces' })
    .optional(),
  WAYMARK_MODELS_DIR: z.string().optional(),
  WAYMARK_SECRETS_FILE: z.string().optional(),
  WAYMARK_ERASURES_FILE: z.string().optional(),
  WAYMARK_HEADS_FILE: z.string().optional(),
  WAYMARK_HEADS_URL: url(['https:', 'http:'], 'https://host/path')
    .refine((text) => !text.startsWith('http:') || isLoopback(text), {
      error: 'must begin with https:// (http:// goes to this machine alone)',
    })
    .optional(),
  WAYMARK_SIGN_IN_FILE: z.string().optional(),
  WAYMARK_RATE_LIMIT: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, { error: 'must be a number of requests per second, 1 or more' })
    .transform(Number)
    .default(5_000),
  WAYMARK_AUDIT_DAYS: z
    .string()
    .regex(/^([3-9]\d|[1-9]\d{2,4})$/, { error: 'must be a number of days from 30 to 99999' })
    .transform(Number)
    .default(365),
  WAYMARK_SYSLOG_URL: url(['udp:', 'tcp:', 'tls:'], 'tls://host:6514')
    .refine((text) => !URL.canParse(text) || new URL(text).hostname !== '', {
      error: 'must name a host',
    })
    .optional(),
  WAYMARK_SMTP_URL: url(['smtp:', 'smtps:'], 'smtps://user:password@host:465').optional(),
  WAYMARK_MAIL_FROM: z
    .string()
    .regex(/^([^<>@\r\n]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
      error: 'must look like Waymark <waymark@host>',
    })
    .optional(),
  WAYMARK_OUTBOUND_ALLOW: z
    .string()
    .transform((text, context) => {
      const allowed = outboundAllow(text);
      if (allowed) return allowed;
      context.addIssue(
        'must list names of hosts, addresses or ranges (hooks.intern.example, 10.0.0.7, 10.1.0.0/16), separated by commas',
      );
      return z.NEVER;
    })
    .default([]),
  WAYMARK_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be one of fatal, error, warn, info, debug, trace, silent',
    })
    .default('info'),
});

/** What is secret, and may therefore also be given as the name of a file, in `NAME_FILE`. */
export const SECRET_VARIABLES = [
  'DATABASE_URL',
  'REDIS_URL',
  'WAYMARK_ADMIN_KEY',
  'WAYMARK_HEADS_URL',
  'WAYMARK_SMTP_URL',
] as const;

/**
 * Reads the configuration; an empty variable counts as one left out. Relative paths are taken from the working directory.
 * @throws EnvironmentError listing every fault; a `WAYMARK_*` variable nobody knows is one.
 */
export function loadEnvironment(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Environment {
  const faults: string[] = [];
  const inClear = withSecretFiles(variables, SECRET_VARIABLES, faults);
  const given = Object.entries(inClear).filter(([, value]) => value !== '');
  const parsed = VARIABLES.safeParse(Object.fromEntries(given));
  for (const issue of parsed.error?.issues ?? []) {
    faults.push(`${issue.path.join('.')} ${issue.message}.`);
  }
  const known = [
    ...Object.keys(VARIABLES.shape),
    ...SECRET_VARIABLES.map((name) => `${name}_FILE`),
  ];
  for (const name of Object.keys(variables)) {
    if (name.startsWith('WAYMARK_') && !known.includes(name)) {
      const names = known.filter((one) => one.startsWith('WAYMARK_')).join(', ');
      faults.push(`${name} is not a setting of Waymark; these are: ${names}.`);
    }
  }
  if (parsed.data?.WAYMARK_SMTP_URL !== undefined && !parsed.data.WAYMARK_MAIL_FROM) {
    faults.push('WAYMARK_MAIL_FROM must say whom mails are from, as WAYMARK_SMTP_URL is given.');
  }
  if (!parsed.success || faults.length > 0) throw new EnvironmentError(faults);
  const read = parsed.data;
  const dataDir = resolve(read.WAYMARK_DATA_DIR);
  const secretsFile = resolve(read.WAYMARK_SECRETS_FILE ?? `${dataDir}/secrets.json`);
  return {
    port: read.PORT,
    host: read.HOST,
    dataDir,
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    adminKey: read.WAYMARK_ADMIN_KEY,
    modelsDir: read.WAYMARK_MODELS_DIR && resolve(read.WAYMARK_MODELS_DIR),
    secretsFile,
    erasuresFile: resolve(read.WAYMARK_ERASURES_FILE ?? `${dirname(secretsFile)}/erasures.jsonl`),
    headsFile: resolve(read.WAYMARK_HEADS_FILE ?? `${dirname(secretsFile)}/heads.jsonl`),
    headsUrl: read.WAYMARK_HEADS_URL,
    signInFile: read.WAYMARK_SIGN_IN_FILE && resolve(read.WAYMARK_SIGN_IN_FILE),
    trustProxy: read.TRUST_PROXY,
    rateLimit: read.WAYMARK_RATE_LIMIT,
    auditDays: read.WAYMARK_AUDIT_DAYS,
    syslogUrl: read.WAYMARK_SYSLOG_URL,
    smtpUrl: read.WAYMARK_SMTP_URL,
    mailFrom: read.WAYMARK_MAIL_FROM,
    outboundAllow: read.WAYMARK_OUTBOUND_ALLOW,
    logLevel: read.WAYMARK_LOG_LEVEL,
  };
}
