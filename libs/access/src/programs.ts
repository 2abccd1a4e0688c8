import { type Database, systemClock, type Tx } from '#lib/platform';
import { AuditTrail } from './audit/audit-trail.js';
import { AdministratorKeyUnfit } from './errors.js';
import { announceKey, insertKey } from './keys/keys.js';
import { hashKey, KEY_PREFIX, looksLikeKey, makeKey } from './keys/secret.js';

/** The program that exists from the first start; its administrator is the server's. */
export const DEFAULT_PROGRAM = 'default';

const SERVER_KEY = {
  name: 'Server administrator',
  role: 'administrator',
  serverAdministrator: true,
} as const;

/**
 * What became of the server administrator's key at a start: `made` (print it, once), `installed`
 * (the one of the configuration), `kept` (there was one), or `differs` (there was one, and the
 * configuration names another, which is not valid).
 */
export type AdministratorKey =
  | { readonly outcome: 'made'; readonly key: string }
  | { readonly outcome: 'installed' | 'kept' | 'differs' };

/** Writes the rows of a program; false when it exists. */
export async function insertProgram(tx: Tx, program: string, name?: string): Promise<boolean> {
  const written = await tx.query(
    'INSERT INTO program (program_id, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1',
    [program, name ?? null],
  );
  if (written.length === 0) return false;
  await tx.query('INSERT INTO feed_head (program_id) VALUES ($1)', [program]);
  return true;
}

/** Keeps others from changing the keys of the program until the transaction ends. */
export async function lockKeys(tx: Tx, program: string): Promise<void> {
  await tx.query('SELECT 1 FROM program WHERE program_id = $1 FOR UPDATE', [program]);
}

/**
 * Sees to it, at the first start, that the program `default` and its administrator key exist.
 * Processes that start together agree on one key.
 * @param configured the key of the configuration, if it names one
 * @throws AdministratorKeyUnfit
 */
export function ensureAdministrator(
  database: Database,
  configured: string | undefined,
): Promise<AdministratorKey> {
  return database.inProgram(DEFAULT_PROGRAM, async (tx): Promise<AdministratorKey> => {
    await insertProgram(tx, DEFAULT_PROGRAM);
    await lockKeys(tx, DEFAULT_PROGRAM);
    const present = await tx.query<{ secret_hash: Buffer; revoked_at: Date | null }>(
      `SELECT secret_hash, revoked_at FROM access_key
        WHERE program_id = $1 AND server_administrator`,
      [DEFAULT_PROGRAM],
    );
    if (present.length > 0) {
      const wanted = configured === undefined ? undefined : hashKey(configured);
      const known =
        !wanted || present.some((row) => !row.revoked_at && row.secret_hash.equals(wanted));
      return { outcome: known ? 'kept' : 'differs' };
    }
    if (configured?.startsWith(KEY_PREFIX) && !looksLikeKey(configured)) {
      throw new AdministratorKeyUnfit();
    }
    const key = configured ?? makeKey();
    await insertKey(tx, DEFAULT_PROGRAM, key, SERVER_KEY);
    return configured === undefined ? { outcome: 'made', key } : { outcome: 'installed' };
  });
}

/** Makes a new key for the server's administrator, to be printed once; the ones before it end. */
export function renewAdministratorKey(database: Database): Promise<string> {
  return database.inProgram(DEFAULT_PROGRAM, async (tx) => {
    await insertProgram(tx, DEFAULT_PROGRAM);
    await lockKeys(tx, DEFAULT_PROGRAM);
    const before = await tx.query<{ id: string }>(
      `UPDATE access_key SET revoked_at = now(), previous_hash = NULL, previous_until = NULL
        WHERE program_id = $1 AND server_administrator AND revoked_at IS NULL RETURNING id`,
      [DEFAULT_PROGRAM],
    );
    for (const ended of before) await announceKey(tx, ended.id);
    const { id, key } = await insertKey(tx, DEFAULT_PROGRAM, makeKey(), SERVER_KEY);
    const trail = new AuditTrail(database, systemClock);
    const note = { outcome: 'done', actor: { kind: 'operator' } } as const;
    for (const { id: ended } of before) {
      await trail.note(
        DEFAULT_PROGRAM,
        { action: 'key.revoked', ...note, about: { key: ended } },
        tx,
      );
    }
    await trail.note(
      DEFAULT_PROGRAM,
      { action: 'key.made', ...note, about: { key: id, role: SERVER_KEY.role, under: null } },
      tx,
    );
    return key;
  });
}
