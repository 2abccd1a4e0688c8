import type { ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { everAbove } from '#lib/projections';

/** Some units and those above them, each before its parent, since units above count what those below hold. */
export async function withThoseAbove(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
): Promise<readonly UnitKey[]> {
  if (units.length === 0) return [];
  const all = await everAbove(tx, program, units);
  const rows = await tx.query<{ unit: UnitKey; parent: UnitKey | null }>(
    'SELECT unit, parent FROM unit WHERE program_id = $1 AND unit = ANY ($2) ORDER BY unit',
    [program, all],
  );
  const parents = new Map(rows.map(({ unit, parent }) => [unit, parent]));
  const depths = new Map<UnitKey, number>();
  const depth = (unit: UnitKey): number => {
    const kept = depths.get(unit);
    if (kept !== undefined) return kept;
    depths.set(unit, 0);
    const parent = parents.get(unit) ?? null;
    const found = parent === null ? 0 : depth(parent) + 1;
    depths.set(unit, found);
    return found;
  };
  return rows.map(({ unit }) => unit).sort((a, b) => depth(b) - depth(a));
}

/** Every unit of a program, each before its parent. */
export async function everybody(tx: Tx, program: ProgramId): Promise<readonly UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>('SELECT unit FROM unit WHERE program_id = $1', [
    program,
  ]);
  return withThoseAbove(
    tx,
    program,
    rows.map(({ unit }) => unit),
  );
}
