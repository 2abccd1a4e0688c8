import { isUnitKey } from './cell-reader.js';
import { type Columns, neededBy } from './columns.js';
import type { SheetRow } from './sheet-table.js';

/** A row that is none of the table's, and is not read. */
export interface LeftOut {
  readonly row: number;
  /** What its first cell says. */
  readonly text: string;
}

const TOTAL = /^(?:grand |sub-?)?(?:total|sum|summe|gesamt)\b/i;
/** So many rows at the end may be of another kind. */
const AT_MOST = 10;

/**
 * Parts the rows of a table from what people write below it: totals, and remarks in a single cell.
 * A row that could be meant as one of the table's stays, with its faults.
 */
export function withoutLast(
  rows: readonly SheetRow[],
  columns: Columns,
): { readonly rows: readonly SheetRow[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut: LeftOut[] = [];
  let end = rows.length;
  for (; end > 1 && leftOut.length < AT_MOST; end -= 1) {
    const last = rows[end - 1];
    if (!last || !isBelow(last, columns)) break;
    leftOut.unshift({ row: last.row, text: said(last)[0]?.slice(0, 100) ?? '' });
  }
  return { rows: leftOut.length === 0 ? rows : rows.slice(0, end), leftOut };
}

function isBelow(row: SheetRow, { kind, at }: Columns): boolean {
  const cells = said(row);
  const cellOf = (column: number | undefined) => row.cells[column ?? -1] ?? '';
  const unit = cellOf(at.get('unit'));
  if (isUnitKey(unit)) return false;
  const needed = neededBy(kind);
  const lacks = needed.some((field) => cellOf(at.get(field)) === '');
  if (TOTAL.test(cells[0] ?? '')) return lacks || kind === 'units';
  return needed.length > 1 && cells.length === 1;
}

const said = ({ cells }: SheetRow) => cells.filter((cell) => cell !== '');
