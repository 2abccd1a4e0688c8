import { nearest } from '../../nearest.js';
import type { Trouble } from '../trouble.js';
import type { Table } from './table.js';

/** The columns that are read, as their heads are compared: small letters and digits alone. */
const COLUMNS = {
  stage: 'stage',
  criterion: 'criterion',
  milestone: 'milestone',
  keymove: 'key move',
  supporting: 'supporting',
  needs: 'needs',
  motto: 'motto',
  title: 'title',
  means: 'means',
} as const;
type Column = keyof typeof COLUMNS;
const NEEDED: readonly Column[] = ['stage', 'criterion', 'milestone', 'keymove'];

/** One row below the head. */
export interface SheetRow {
  /** From 0. */
  readonly row: number;
  text(column: Column): string;
  /** `yes`, `no`, `x` and the like; blank is no. */
  flag(column: Column): boolean;
  fault(column: Column, message: string): void;
  warn(column: Column, message: string): void;
}

/** The rows of a table that say something; faults where the head or a flag cannot be read. */
export function rowsOf(table: Table, trouble: Trouble): readonly SheetRow[] {
  const head = table.rows.findIndex((row) => row.some((cell) => cell !== ''));
  const columns = columnsOf(table, Math.max(head, 0), trouble);
  if (trouble.faults.length > 0) return [];
  return table.rows.flatMap((cells, row) => {
    if (row <= head || cells.every((cell) => cell === '')) return [];
    const at = (column: Column) => ({ in: table, path: [row, columns.get(column) ?? 0] });
    const text = (column: Column) => cells[columns.get(column) ?? -1] ?? '';
    return {
      row,
      text,
      flag: (column) => flagOf(text(column)) ?? wrongFlag(() => trouble.fault(at(column), FLAG)),
      fault: (column, message) => trouble.fault(at(column), message),
      warn: (column, message) => trouble.warn(at(column), message),
    } satisfies SheetRow;
  });
}

const FLAG = 'Write `yes` or `no`, or leave it blank.';

function wrongFlag(tell: () => void): boolean {
  tell();
  return false;
}

function flagOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (['yes', 'y', 'true', 'x', '1', '✓'].includes(word)) return true;
  return ['', 'no', 'n', 'false', '0', '-'].includes(word) ? false : undefined;
}

function columnsOf(table: Table, head: number, trouble: Trouble): ReadonlyMap<Column, number> {
  const columns = new Map<Column, number>();
  for (const [index, given] of (table.rows[head] ?? []).entries()) {
    if (given === '') continue;
    const spot = { in: table, path: [head, index] };
    const name = given.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    if (!Object.hasOwn(COLUMNS, name)) {
      const near = nearest(name, Object.keys(COLUMNS)) as Column | undefined;
      const meant = near ? ` Did you mean "${COLUMNS[near]}"?` : '';
      trouble.warn(spot, `The column "${given.slice(0, 100)}" is not read.${meant}`);
    } else if (columns.has(name as Column)) {
      trouble.fault(spot, `There is another column "${given}". Take one out.`);
    } else columns.set(name as Column, index);
  }
  for (const column of NEEDED) {
    if (columns.has(column)) continue;
    const wanted = NEEDED.map((one) => COLUMNS[one]).join(', ');
    const message = `There is no column "${COLUMNS[column]}". The first row names the columns: ${wanted}.`;
    trouble.fault({ in: table, path: [head, 0] }, message);
  }
  return columns;
}
