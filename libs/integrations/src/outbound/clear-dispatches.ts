import type { ProgramId } from '#lib/domain';
import { type Database, toTimestamp } from '#lib/platform';

const KEPT_MS = 30 * 86_400_000;
const BATCH = 5_000;

/** Removes deliveries to subscriptions that were made longer ago than they are kept. @returns how many */
export async function clearDispatches(
  database: Database,
  program: ProgramId,
  now: number,
): Promise<number> {
  for (let cleared = 0; ; ) {
    const rows = await database.inProgram(program, (tx) =>
      tx.query(
        `DELETE FROM subscription_delivery WHERE program_id = $1 AND (subscription, id) IN (
           SELECT subscription, id FROM subscription_delivery
            WHERE program_id = $1 AND made_at < $2 LIMIT ${BATCH}) RETURNING 1`,
        [program, toTimestamp(now - KEPT_MS)],
      ),
    );
    cleared += rows.length;
    if (rows.length < BATCH) return cleared;
  }
}
