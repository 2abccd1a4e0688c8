import type { ProgramId } from '#lib/domain';
import { type Database, toTimestamp } from '#lib/platform';

const DAY_MS = 86_400_000;
/** Their faults tell cells of sheets. */
const REFUSED_KEPT_DAYS = 30;

/** Removes imports that were refused long ago. */
export async function clearImports(
  database: Database,
  program: ProgramId,
  now: number,
): Promise<void> {
  await database.inProgram(program, (tx) =>
    tx.query(
      "DELETE FROM sheet_import WHERE program_id = $1 AND state = 'refused' AND made_at < $2",
      [program, toTimestamp(now - REFUSED_KEPT_DAYS * DAY_MS)],
    ),
  );
}
