import type { Position, ProgramId } from '#lib/domain';
import { fromTimestamp, type Tx } from '#lib/platform';
import type { Head } from './append.js';
import { UnknownProgram } from './errors.js';

/** The class of the advisory locks that say "an append is between its time stamp and its end". */
const STAMPING = 0x57_4d_4b_31;

interface HeadRow {
  readonly position: Position;
  readonly hash: Buffer;
  readonly recorded_at: Date | number;
  readonly catalogue_position: Position;
}

const HEAD = 'position, hash, recorded_at, catalogue_position';

/** @throws UnknownProgram */
export async function readHead(tx: Tx, program: ProgramId): Promise<Head> {
  const rows = await tx.query<HeadRow>(`SELECT ${HEAD} FROM feed_head WHERE program_id = $1`, [
    program,
  ]);
  return toHead(rows[0], program);
}

/**
 * Locks the head until the transaction ends: the only way to append. The advisory lock is for
 * readers, who may wait for it without writing to the row.
 * @throws UnknownProgram
 */
export async function lockHead(tx: Tx, program: ProgramId): Promise<Head> {
  const rows = await tx.query<HeadRow>(
    `WITH stamping AS MATERIALIZED (SELECT pg_advisory_xact_lock($2, hashtext($1)))
     SELECT ${HEAD} FROM feed_head, stamping WHERE program_id = $1 FOR UPDATE OF feed_head`,
    [program, STAMPING],
  );
  return toHead(rows[0], program);
}

/** Waits until no append of the program is between its time stamp and its end. */
export async function awaitStamped(tx: Tx, program: ProgramId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared($2, hashtext($1))', [program, STAMPING]);
}

function toHead(row: HeadRow | undefined, program: ProgramId): Head {
  if (!row) throw new UnknownProgram(program);
  return {
    position: row.position,
    hash: row.hash,
    recordedAt: fromTimestamp(row.recorded_at),
    cataloguePosition: row.catalogue_position,
  };
}
