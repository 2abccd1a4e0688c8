import type { ProgramId } from '#lib/domain';
import { type Database, toTimestamp } from '#lib/platform';
import { KEPT_DAYS } from './deliveries.js';

const DAY_MS = 86_400_000;
const BATCH = 5_000;

const CLEAR = `
WITH gone AS (
  DELETE FROM delivery WHERE program_id = $1 AND (source, id) IN (
    SELECT source, id FROM delivery WHERE program_id = $1 AND received_at < $2 LIMIT ${BATCH})
  RETURNING source, received_at, polled),
last AS (SELECT source, max(received_at) AS received_at FROM gone WHERE NOT polled GROUP BY source),
remembered AS (
  UPDATE source s SET last_cleared_at = greatest(s.last_cleared_at, last.received_at)
    FROM last WHERE s.program_id = $1 AND s.id = last.source)
SELECT count(*) AS cleared FROM gone`;

/** Removes what came, or was refused, longer ago than deliveries are kept. @returns how many deliveries there were */
export async function clearDeliveries(
  database: Database,
  program: ProgramId,
  now: number,
): Promise<number> {
  const before = toTimestamp(now - KEPT_DAYS * DAY_MS);
  await database.inProgram(program, (tx) =>
    tx.query('DELETE FROM source_refusal WHERE program_id = $1 AND last_at < $2', [
      program,
      before,
    ]),
  );
  for (let cleared = 0; ; ) {
    const [row] = await database.inProgram(program, (tx) =>
      tx.query<{ cleared: number }>(CLEAR, [program, before]),
    );
    cleared += row?.cleared ?? 0;
    if ((row?.cleared ?? 0) < BATCH) return cleared;
  }
}
