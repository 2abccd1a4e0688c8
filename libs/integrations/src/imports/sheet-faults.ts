import type { RowFault } from '#lib/recording';
import type { Columns, Field } from './columns.js';
import type { ReadSheet } from './read-sheet.js';
import type { HeadedFault } from './sheet-import.js';
import type { SheetFault } from './sheet-table.js';

/** What was understood of a sheet, and what is wrong with it. */
export interface UnderstoodSheet extends Omit<ReadSheet, 'faults'> {
  /** In the order of the rows. */
  readonly faults: readonly HeadedFault[];
}

/** Faults of the rows beside those of the cells, each with its column. */
export function withFaults(sheet: ReadSheet, faults: readonly RowFault[]): UnderstoodSheet {
  const more = faults.map(({ row, pointer, message }): SheetFault => {
    const column = columnOf(sheet.columns, pointer);
    return { row, ...(column === undefined ? {} : { column }), message };
  });
  const all = [...sheet.faults, ...more].sort((a, b) => a.row - b.row);
  return { ...sheet, faults: all.map((fault) => ({ ...fault, ...headOf(sheet, fault.column) })) };
}

function headOf({ head }: ReadSheet, column: number | undefined) {
  const text = column === undefined ? undefined : head[column - 1];
  return text === undefined || text === '' ? {} : { head: text };
}

function columnOf(columns: Columns | undefined, pointer: string): number | undefined {
  const [, named = ''] = pointer.split('/');
  const column = columns?.at.get((named === 'owner' ? 'ownerName' : named) as Field);
  return column === undefined ? undefined : column + 1;
}
