import type { ModelId, Position, ProgramId } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { STILL_KNOWN } from '../rows.js';

const SAME = `
  new.program_id = $1 AND new.adopting = $2 AND new.unit = row.unit AND new.model = row.model
  AND new.valid_from = row.valid_from AND new.valid_until = row.valid_until
  AND new.version = row.version AND new.ordinal IS NOT DISTINCT FROM row.ordinal
  AND new.levels IS NOT DISTINCT FROM row.levels AND new.mean IS NOT DISTINCT FROM row.mean
  AND new.score IS NOT DISTINCT FROM row.score AND new.checked IS NOT DISTINCT FROM row.checked
  AND new.total IS NOT DISTINCT FROM row.total`;

/**
 * Puts in force what was built aside for an adoption that is being appended: ends the rows that say
 * something else, adds those that are new, all as known from the adoption's position on.
 * @returns whether everybody is written up to that position by it; false when nothing was built, as in
 * a log that was imported
 */
export async function switchToAside(
  tx: Tx,
  program: ProgramId,
  events: readonly StoredEvent[],
): Promise<boolean> {
  const [adopted] = events;
  if (events.length !== 1 || adopted?.type !== 'model.adopted') return false;
  const { model, version } = adopted.data;
  const [ready] = await tx.query<{ moved: readonly ModelId[] }>(
    `UPDATE model_build SET state = 'done'
      WHERE program_id = $1 AND model = $2 AND version = $3 AND state = 'replaying' AND ready_at = $4
      RETURNING moved`,
    [program, model, version, adopted.position - 1],
  );
  if (!ready) return false;
  await writeRows(tx, program, { adopting: model, ...ready }, adopted.position);
  return true;
}

async function writeRows(
  tx: Tx,
  program: ProgramId,
  { adopting, moved }: { readonly adopting: ModelId; readonly moved: readonly ModelId[] },
  position: Position,
): Promise<void> {
  await tx.query(
    `UPDATE standing AS row SET known_until = $4
      WHERE row.program_id = $1 AND row.model = ANY ($3) AND row.known_until = $5
        AND NOT EXISTS (SELECT FROM standing_aside AS new WHERE ${SAME})`,
    [program, adopting, moved, position, STILL_KNOWN],
  );
  await tx.query(
    `INSERT INTO standing (program_id, unit, model, valid_from, valid_until, known_from, version, ordinal, levels, mean, score, checked, total)
     SELECT $1, unit, model, valid_from, valid_until, $4, version, ordinal, levels, mean, score, checked, total
       FROM standing_aside AS new
      WHERE program_id = $1 AND adopting = $2 AND model = ANY ($3) AND NOT EXISTS (
        SELECT FROM standing AS row
         WHERE row.program_id = $1 AND row.unit = new.unit AND row.model = new.model
           AND row.valid_from = new.valid_from AND row.known_until = $5)`,
    [program, adopting, moved, position, STILL_KNOWN],
  );
  // nothing before that position may be read into these units again
  await tx.query(
    `UPDATE unit SET standings_position = $2 WHERE program_id = $1 AND unit IN (
       SELECT unit FROM standing WHERE program_id = $1 AND known_from = $2
        UNION SELECT unit FROM standing WHERE program_id = $1 AND known_until = $2)`,
    [program, position],
  );
}
