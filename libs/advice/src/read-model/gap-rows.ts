import type { ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { UnitGaps } from '../gaps/gaps-of.js';

/** The counter of writings of a program's gaps, kept among the checkpoints. */
export const GAPS = 'gaps';

/**
 * Makes the gaps of some units the given ones. Only rows that differ are written, under the next
 * revision of the program; whoever holds them in memory asks for later revisions than its own.
 * The caller holds the lock on the program's advice, so that revisions are committed in order.
 */
export async function writeGaps(
  tx: Tx,
  program: ProgramId,
  rows: readonly { readonly unit: UnitKey; readonly gaps: UnitGaps }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `WITH given AS MATERIALIZED (
       SELECT given.unit, given.models FROM unnest($2::text[], $3::jsonb[]) AS given (unit, models)
         LEFT JOIN gap ON gap.program_id = $1 AND gap.unit = given.unit
        WHERE gap.models IS DISTINCT FROM given.models
     ), next AS (
       INSERT INTO checkpoint AS old (program_id, projection, position)
       SELECT $1, $4, 1 WHERE EXISTS (SELECT FROM given)
       ON CONFLICT (program_id, projection) DO UPDATE SET position = old.position + 1
       RETURNING position
     )
     INSERT INTO gap (program_id, unit, revision, models)
     SELECT $1, unit, next.position, models FROM given, next
     ON CONFLICT (program_id, unit) DO UPDATE
        SET revision = excluded.revision, models = excluded.models`,
    [program, rows.map(({ unit }) => unit), rows.map(({ gaps }) => JSON.stringify(gaps)), GAPS],
  );
}
