import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { STILL_KNOWN, timestamp } from '../rows.js';

/** The units right below one at an instant, retired ones left out, as known at the head of the transaction. */
export async function childrenAt(
  tx: Tx,
  program: ProgramId,
  unit: UnitKey,
  at: Instant,
): Promise<readonly UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(
    `SELECT unit FROM unit_state
      WHERE program_id = $1 AND parent = $2 AND known_until = $3
        AND valid_from <= $4 AND valid_until > $4 AND NOT retired
      ORDER BY unit`,
    [program, unit, STILL_KNOWN, timestamp(at)],
  );
  return rows.map((row) => row.unit);
}

/** The units right below some at an instant, by these, retired ones left out, as known at the head of the transaction. */
export async function childrenOf(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  at: Instant,
): Promise<ReadonlyMap<UnitKey, readonly UnitKey[]>> {
  const rows = await tx.query<{ parent: UnitKey; units: readonly UnitKey[] }>(
    `SELECT parent, array_agg(unit) AS units FROM unit_state
      WHERE program_id = $1 AND parent = ANY ($2::text[]) AND known_until = $3
        AND valid_from <= $4 AND valid_until > $4 AND NOT retired
      GROUP BY parent`,
    [program, units, STILL_KNOWN, timestamp(at)],
  );
  return new Map(rows.map((row) => [row.parent, row.units]));
}

/** The units that lie right below one at some time after an instant, retired ones included, as known at the head of the transaction. */
export async function everUnder(
  tx: Tx,
  program: ProgramId,
  unit: UnitKey,
  after: Instant,
): Promise<readonly UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(
    `SELECT DISTINCT unit FROM unit_state
      WHERE program_id = $1 AND parent = $2 AND known_until = $3 AND valid_until > $4
      ORDER BY unit`,
    [program, unit, STILL_KNOWN, timestamp(after)],
  );
  return rows.map((row) => row.unit);
}
