import type { ImportedRow, RowOf } from './imported-row.js';
import { parentsFirst } from './unit-rows.js';

/** How many rows go into one append: others who write wait for so long at most. */
const ROWS_AT_ONCE = 500;

/**
 * The rows of a sheet, all of one kind, in the order in which they are recorded group by group: a unit
 * after the one it comes under, all else unit by unit. The same for the same rows.
 */
export function inRecordingOrder(rows: readonly ImportedRow[]): readonly ImportedRow[] {
  if (rows[0]?.kind === 'unit') {
    return parentsFirst(rows.filter((row): row is RowOf<'unit'> => row.kind === 'unit'));
  }
  const byUnit = new Map<string, ImportedRow[]>();
  for (const row of rows) {
    const own = byUnit.get(row.unit);
    if (own) own.push(row);
    else byUnit.set(row.unit, [row]);
  }
  return [...byUnit.values()].flat();
}

/** Cuts rows into groups, between two units where that can be. */
export function* groupsOf(rows: readonly ImportedRow[]): Generator<readonly ImportedRow[]> {
  for (let from = 0; from < rows.length; ) {
    const most = Math.min(from + ROWS_AT_ONCE, rows.length);
    let to = most;
    // what is known of a unit is read once, where its rows lie in one group
    while (to < rows.length && to > from && rows[to - 1]?.unit === rows[to]?.unit) to -= 1;
    if (to === from) to = most;
    yield rows.slice(from, to);
    from = to;
  }
}
