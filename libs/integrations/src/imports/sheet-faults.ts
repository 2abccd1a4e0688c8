import type { ImportedRow, RowFault, Sought } from '#lib/recording';
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
  const more = faults.map(({ row, pointer, ...fault }): SheetFault => {
    const column = columnOf(sheet.columns, pointer);
    return { row, ...(column === undefined ? {} : { column }), ...fault };
  });
  const all = [...sheet.faults, ...more].sort((a, b) => a.row - b.row);
  return { ...sheet, faults: all.map((fault) => ({ ...fault, ...headOf(sheet, fault.column) })) };
}

/** Only so many keys that are not there are looked up for one sheet. */
const MOST_SOUGHT = 50;

/**
 * Faults that say what was probably meant, where something is near.
 * @param find one hint for each that is sought, empty where there is none
 */
export async function withMeant<Sheet extends Pick<UnderstoodSheet, 'rows' | 'faults'>>(
  sheet: Sheet,
  find: (sought: readonly Sought[], rows: readonly ImportedRow[]) => Promise<readonly string[]>,
): Promise<Sheet> {
  const sought = new Map<string, Sought>();
  for (const fault of sheet.faults) {
    if (sought.size === MOST_SOUGHT) break;
    if (fault.sought) sought.set(nameOf(fault.sought), fault.sought);
  }
  if (sought.size === 0) return sheet;
  const found = await find([...sought.values()], sheet.rows);
  const hints = new Map([...sought.keys()].map((name, index) => [name, found[index] ?? '']));
  const faults = sheet.faults.map(({ sought: missing, ...fault }): HeadedFault => {
    const hint = missing === undefined ? '' : (hints.get(nameOf(missing)) ?? '');
    return hint === '' ? fault : { ...fault, message: `${fault.message} ${hint}` };
  });
  return { ...sheet, faults };
}

const nameOf = ({ kind, written }: Sought) => `${kind} ${written}`;

function headOf({ head }: ReadSheet, column: number | undefined) {
  const text = column === undefined ? undefined : head[column - 1];
  return text === undefined || text === '' ? {} : { head: text };
}

function columnOf(columns: Columns | undefined, pointer: string): number | undefined {
  const [, named = ''] = pointer.split('/');
  const column = columns?.at.get((named === 'owner' ? 'ownerName' : named) as Field);
  return column === undefined ? undefined : column + 1;
}
