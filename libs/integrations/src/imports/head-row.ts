import { knownHeads } from './columns.js';
import type { SheetRow } from './sheet-table.js';

/** The head stands among the first so many rows that say anything. */
const LOOKED_AT = 20;

/**
 * Which of the rows names the columns: the first, unless a title stands above the table. A title
 * fills fewer cells than the head below it, of which two at least have usual names.
 * @param rows those that say anything
 * @param wished heads that somebody named
 */
export function headIn(rows: readonly SheetRow[], wished: readonly string[]): number {
  const [first] = rows;
  if (!first) return 0;
  const named = new Set(wished);
  const known = (row: SheetRow) =>
    row.cells.some((cell) => named.has(cell)) ? row.cells.length : knownHeads(row.cells);
  const width = filled(first);
  if (width > 1 && known(first) > 1) return 0;
  const below = rows.slice(0, LOOKED_AT);
  const usual = below.findIndex((row) => filled(row) > width && known(row) > 1);
  if (usual > 0) return usual;
  // one cell alone names no table, where others lie beside each other below it
  return width > 1
    ? 0
    : Math.max(
        0,
        below.findIndex((row) => filled(row) > 1),
      );
}

const filled = ({ cells }: SheetRow) => cells.filter((cell) => cell !== '').length;
