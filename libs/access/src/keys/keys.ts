import { newId, type Tx } from '#lib/platform';
import type { Might } from './might.js';
import type { Permission, Role } from '../permissions.js';
import { hashKey, shownOf } from './secret.js';

/** A key as it is listed; the key itself is shown once, when it is made. */
export interface KeyEntry extends Might {
  /** A UUID; the author of what the key recorded. */
  readonly id: string;
  readonly name: string;
  /** The first characters of the key. */
  readonly prefix: string;
  /** `YYYY-MM-DD`, that day (UTC) included; null: it does not end. */
  readonly expiresOn: string | null;
  /** What it may ask for in a second; null: what the server allows by default. */
  readonly requestsPerSecond: number | null;
  /** The UUID of the key or person who made it; null: the server itself. */
  readonly madeBy: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Within a minute; null: never. */
  readonly lastUsedAt: number | null;
  /** How long the secret before the last rotation holds; null: there was none, or it ended at once. */
  readonly previousEndsAt: number | null;
  /** Null while it is in use. */
  readonly revokedAt: number | null;
}

/** A key just made. */
export interface MadeKey {
  readonly id: string;
  /** To be shown once. */
  readonly key: string;
}

/** A row of `access_key`. */
export interface KeyRow {
  readonly program_id: string;
  readonly id: string;
  readonly prefix: string;
  readonly name: string;
  readonly role: Role;
  readonly under: string | null;
  readonly milestones: readonly string[] | null;
  readonly scopes: readonly Permission[] | null;
  readonly server_administrator: boolean;
  readonly expires_on: string | null;
  readonly requests_per_second: number | null;
  readonly made_by: string | null;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
  readonly previous_until: Date | null;
  readonly revoked_at: Date | null;
}

/** The columns of a `KeyRow`. */
export const KEY_COLUMNS =
  'program_id, id, prefix, name, role, under, milestones, scopes, server_administrator, expires_on, ' +
  'requests_per_second, made_by, created_at, last_used_at, previous_until, revoked_at';

/** The channel that tells every process which key has changed, by its id. */
export const KEYS_CHANNEL = 'waymark_keys';

/** Writes the row of a key. */
export async function insertKey(
  tx: Tx,
  program: string,
  key: string,
  of: {
    readonly name: string;
    readonly role: Role;
    readonly under?: string;
    readonly milestones?: readonly string[];
    readonly scopes?: readonly Permission[];
    readonly expiresOn?: string | null;
    readonly requestsPerSecond?: number | null;
    readonly madeBy?: string;
    readonly serverAdministrator?: boolean;
  },
): Promise<MadeKey> {
  const id = newId();
  await tx.query(
    `INSERT INTO access_key
       (program_id, id, secret_hash, prefix, name, role, server_administrator, expires_on,
        under, milestones, scopes, requests_per_second, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      program,
      id,
      hashKey(key),
      shownOf(key),
      of.name,
      of.role,
      of.serverAdministrator ?? false,
      of.expiresOn ?? null,
      of.under ?? null,
      of.milestones ?? null,
      of.scopes ?? null,
      of.requestsPerSecond ?? null,
      of.madeBy ?? null,
    ],
  );
  return { id, key };
}

/** Tells every process, at COMMIT, to ask again about a key. */
export async function announceKey(tx: Tx, id: string): Promise<void> {
  await tx.query('SELECT pg_notify($1, $2)', [KEYS_CHANNEL, id]);
}

/** The first instant after the day a key expires on; Infinity: it does not end. */
export function endOf(expiresOn: string | null): number {
  return expiresOn === null ? Number.POSITIVE_INFINITY : Date.parse(expiresOn) + DAY_MS;
}

const DAY_MS = 86_400_000;

/** The row as it is listed at an instant. */
export function toEntry(row: KeyRow, now: number): KeyEntry {
  const previousEndsAt = row.previous_until?.getTime() ?? 0;
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    under: row.under,
    milestones: row.milestones,
    scopes: row.scopes,
    prefix: row.prefix,
    expiresOn: row.expires_on,
    requestsPerSecond: row.requests_per_second,
    serverAdministrator: row.server_administrator,
    madeBy: row.made_by,
    createdAt: row.created_at.getTime(),
    lastUsedAt: row.last_used_at?.getTime() ?? null,
    previousEndsAt: row.revoked_at === null && previousEndsAt > now ? previousEndsAt : null,
    revokedAt: row.revoked_at?.getTime() ?? null,
  };
}
