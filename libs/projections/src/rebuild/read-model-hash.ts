import { createHash } from 'node:crypto';
import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';

/** What is hashed of a table, and by what its rows are told apart. */
export type Hashed = readonly [table: string, columns: string, order: string];

/**
 * A hash over rows of a program, made by the database.
 * @returns sha256 in hex
 */
export async function hashRows(
  tx: Tx,
  program: ProgramId,
  tables: readonly Hashed[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const [table, columns, order] of tables) {
    const [row] = await tx.query<{ hash: string | null }>(
      `SELECT encode(sha256(convert_to(string_agg(md5(kept::text), '' ORDER BY ${order}), 'UTF8')), 'hex') AS hash
         FROM (SELECT ${columns} FROM ${table} WHERE program_id = $1) AS kept`,
      [program],
    );
    hash.update(`${table} ${row?.hash}\n`);
  }
  return hash.digest('hex');
}

const READ_MODELS: readonly Hashed[] = [
  ['unit', 'unit, version, name, kind, parent, tags, models, owner, retired', 'unit'],
  [
    'unit_state',
    'unit, valid_from, valid_until, known_from, known_until, parent, name, kind, tags, retired',
    'unit, known_from, valid_from',
  ],
  [
    'standing',
    'unit, model, valid_from, valid_until, known_from, known_until, version, ordinal, levels, mean, score, checked, total',
    'unit, model, known_from, valid_from',
  ],
  [
    'target',
    'unit, target, known_from, known_until, goal, due, first_due, moves, owner, set_at, changed_at',
    'unit, target, known_from',
  ],
];

/** A hash over the tree, the standings and the targets of a program: the same before and after a rebuild, whichever generation is in force. */
export function readModelHash(tx: Tx, program: ProgramId): Promise<string> {
  return hashRows(tx, program, READ_MODELS);
}
