import type { Tx } from '../database/tx.js';
import { toTimestamp } from '../database/types.js';
import type { Erasure } from './erasure-register.js';

/** The channel on which each erasure tells its program. */
export const ERASURES_CHANNEL = 'waymark_erasures';

/** What is kept of an erasure besides what the register says. */
export interface ErasureNotes {
  /** The id of the key or person who asked for it. */
  readonly askedBy?: string;
  /** Why, sealed. */
  readonly sealed?: Readonly<Record<string, string>>;
  /** How much it touched. */
  readonly touched?: object;
}

/**
 * Erases: destroys what there is of the subjects, and keeps that it was done. Repeated, it changes
 * nothing.
 */
export async function eraseSubjects(
  tx: Tx,
  erasure: Erasure,
  { askedBy, sealed, touched }: ErasureNotes = {},
): Promise<void> {
  const { id, program, subjects, erasedAt } = erasure;
  await destroySubjects(tx, program, subjects);
  const written = await tx.query(
    `INSERT INTO erasure (program_id, id, subjects, erased_at, asked_by, sealed, touched)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`,
    [
      ...[program, id, subjects, toTimestamp(erasedAt), askedBy ?? null],
      ...[JSON.stringify(sealed ?? {}), JSON.stringify(touched ?? {})],
    ],
  );
  if (written.length === 0) return;
  // kept answers of others may name them; without them, a repeat within the day is done anew
  await tx.query('DELETE FROM idempotency WHERE program_id = $1', [program]);
  await tx.query('SELECT pg_notify($1, $2)', [ERASURES_CHANNEL, program]);
}

/** Destroys the keys of subjects, and everything else there is of them by their ids. */
export async function destroySubjects(
  tx: Tx,
  program: string,
  subjects: readonly string[],
): Promise<void> {
  // the row stays, without a key: whoever makes one at the same moment meets it
  await tx.query(
    `INSERT INTO subject_key (program_id, subject, wrapped)
     SELECT DISTINCT $1, subject, NULL::bytea FROM unnest($2::uuid[]) AS erased (subject)
      ORDER BY subject
     ON CONFLICT (program_id, subject) DO UPDATE SET wrapped = NULL
      WHERE subject_key.wrapped IS NOT NULL`,
    [program, subjects],
  );
  // identities, sessions, links, memberships and grants go with them
  await tx.query('DELETE FROM person WHERE program_id = $1 AND id = ANY($2::uuid[])', [
    program,
    subjects,
  ]);
  await tx.query(
    `UPDATE access_key SET name = $3, revoked_at = coalesce(revoked_at, now())
      WHERE program_id = $1 AND id = ANY($2::uuid[]) AND (name <> $3 OR revoked_at IS NULL)`,
    [program, subjects, '[erased]'],
  );
}
