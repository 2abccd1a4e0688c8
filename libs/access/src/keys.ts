import { newId, type Tx } from '#lib/platform';
import type { Permission, Role } from './permissions.js';
import { hashKey, shownOf } from './secret.js';

/** A key as it is listed; the key itself is shown once, when it is made. */
export interface KeyEntry {
  /** A UUID; the author of what the key recorded. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The unit it is limited to, and all below it; null: the whole program. */
  readonly under: string | null;
  /** The only milestones it may record; null: any. */
  readonly milestones: readonly string[] | null;
  /** The only permissions of its role that it has; null: all of them. */
  readonly scopes: readonly Permission[] | null;
  /** The first characters of the key. */
  readonly prefix: string;
  /** `YYYY-MM-DD`, that day (UTC) included; null: it does not end. */
  readonly expiresOn: string | null;
  readonly serverAdministrator: boolean;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
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
  readonly created_at: Date;
  readonly revoked_at: Date | null;
}

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
    readonly serverAdministrator?: boolean;
  },
): Promise<MadeKey> {
  const id = newId();
  await tx.query(
    `INSERT INTO access_key
       (program_id, id, secret_hash, prefix, name, role, server_administrator, expires_on,
        under, milestones, scopes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
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
    ],
  );
  return { id, key };
}

/** The row as it is listed. */
export function toEntry(row: KeyRow): KeyEntry {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    under: row.under,
    milestones: row.milestones,
    scopes: row.scopes,
    prefix: row.prefix,
    expiresOn: row.expires_on,
    serverAdministrator: row.server_administrator,
    createdAt: row.created_at.getTime(),
    revokedAt: row.revoked_at?.getTime() ?? null,
  };
}
