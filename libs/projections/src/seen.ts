import type { UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { UnknownUnit } from './errors.js';
import { inSight, type Viewer } from './sight.js';

/**
 * The units from which a list goes down: `under` where it is given (and was found to be in sight), else
 * the topmost ones in sight; null: all there are.
 */
export function topsOf({ sight }: Viewer, under?: UnitKey | null): readonly UnitKey[] | null {
  if (under !== undefined && under !== null) return [under];
  return sight === 'everything' ? null : sight;
}

/**
 * A condition on a column of units: one of the units `$n` (an array) or any below them by the tree as
 * it is now; all where `$n` is null. The program is `$1`.
 */
export function belowAny(n: number, column = 'unit'): string {
  return `($${n}::text[] IS NULL OR ${column} IN (
    WITH RECURSIVE below AS (
      SELECT unit FROM unit WHERE program_id = $1 AND unit = ANY ($${n})
      UNION
      SELECT child.unit FROM below JOIN unit AS child ON child.program_id = $1 AND child.parent = below.unit
    ) SELECT unit FROM below))`;
}

/**
 * Requires that a unit is registered and in sight.
 * @param pointer which part of the request named it, where it is not the path
 * @throws UnknownUnit
 */
export async function requireSeen(
  tx: Tx,
  viewer: Viewer,
  unit: UnitKey,
  pointer?: string,
): Promise<void> {
  const registered = await tx.query('SELECT FROM unit WHERE program_id = $1 AND unit = $2', [
    viewer.program,
    unit,
  ]);
  const seen = registered.length > 0 && (await inSight(tx, viewer, [unit])).has(unit);
  if (!seen) throw new UnknownUnit(unit, pointer);
}
