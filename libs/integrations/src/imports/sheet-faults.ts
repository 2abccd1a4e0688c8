import type { ImportedRow, RowFault, Sought } from '#lib/recording';
import type { Columns, Field } from './columns.js';
import type { ReadSheet } from './read-sheet.js';
import type { SheetFault } from './sheet-table.js';

/** A fault, with the head of its column. */
export interface HeadedFault extends SheetFault {
  readonly head?: string;
}

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
  const all = [...sheet.faults, ...more].sort(
    (a, b) => a.row - b.row || (a.column ?? 0) - (b.column ?? 0),
  );
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

/** Equal faults of a column, told as one. */
export interface FaultGroup {
  /** From 1; absent: whole rows. */
  readonly column?: number;
  readonly head?: string;
  readonly message: string;
  /** What the first of the different cells hold, where they are different. */
  readonly cells: readonly string[];
  readonly count: number;
  /** Where the first of them stand. */
  readonly rows: readonly number[];
}

/** As much of the faults of a sheet as is told. */
export interface ToldFaults {
  /** The first of them. */
  readonly faults: readonly Omit<HeadedFault, 'like'>[];
  /** All of them, the most frequent first; of many groups the first. */
  readonly faultGroups: readonly FaultGroup[];
  readonly faultCount: number;
}

/** So many faults of an import are kept and told one by one. */
const MOST_FAULTS = 5000;
const MOST_GROUPS = 200;
const ROWS_TOLD = 20;
const CELLS_TOLD = 5;

/** What is told of the faults of a sheet, however many they are. */
export function toldFaults(faults: readonly HeadedFault[]): ToldFaults {
  const groups = new Map<string, HeadedFault[]>();
  for (const fault of faults) {
    const name = `${fault.column ?? ''} ${fault.like ?? fault.message}`;
    const group = groups.get(name);
    if (group) group.push(fault);
    else groups.set(name, [fault]);
  }
  const byCount = [...groups.values()].sort((a, b) => b.length - a.length);
  return {
    faults: faults.slice(0, MOST_FAULTS).map(alone),
    faultGroups: byCount.slice(0, MOST_GROUPS).flatMap((group) => groupOf(group)),
    faultCount: faults.length,
  };
}

/** A fault without what is said of several. */
function alone(fault: HeadedFault): Omit<HeadedFault, 'like'> {
  const { row, column, head, message } = fault;
  return {
    row,
    ...(column === undefined ? {} : { column }),
    ...(head === undefined ? {} : { head }),
    message,
  };
}

function groupOf(group: readonly HeadedFault[]): readonly FaultGroup[] {
  const [first] = group;
  if (!first) return [];
  const { column, head, message, like = message } = first;
  const alike = group.every((fault) => fault.message === message);
  const cells = alike ? [] : group.map((fault) => /"([^"]*)"/.exec(fault.message)?.[1] ?? '');
  return [
    {
      ...(column === undefined ? {} : { column }),
      ...(head === undefined ? {} : { head }),
      message: alike ? message : like,
      cells: [...new Set(cells)].filter((cell) => cell !== '').slice(0, CELLS_TOLD),
      count: group.length,
      rows: [...new Set(group.map(({ row }) => row))].slice(0, ROWS_TOLD),
    },
  ];
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
