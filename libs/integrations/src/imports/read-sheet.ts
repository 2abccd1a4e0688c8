import {
  type Columns,
  type ColumnWish,
  type Head,
  type SheetKind,
  understandHead,
} from './columns.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import type { DateOrder } from './sheet-dates.js';
import type { ReadAs, SheetFault, SheetTable } from './sheet-table.js';
import { type Understood, understandRows } from './understand-rows.js';

/** A file, and what is said about it; what is left out is found out. */
export interface SheetWish {
  readonly bytes: Uint8Array;
  readonly kind?: SheetKind | undefined;
  readonly columns?: ColumnWish | undefined;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
  readonly dates?: DateOrder | undefined;
}

/** A sheet as it was understood. */
export interface ReadSheet extends Understood {
  readonly read: ReadAs;
  /** Absent when the head could not be understood. */
  readonly columns?: Columns;
  readonly head: readonly string[];
  /** What is understood of it, though it may lack something. */
  readonly guess: Head;
  /** By column, what stands in it: the first few cells that are not blank. */
  readonly samples: readonly (readonly string[])[];
  /** How many rows say something. */
  readonly total: number;
}

/**
 * Reads a sheet (CSV or XLSX) row by row; what it cannot read it tells by row and column.
 * @throws SheetUnreadable when it is no table at all
 */
export async function readSheetOf(wish: SheetWish): Promise<ReadSheet> {
  const { bytes, kind, columns: wanted = {}, sheet, dates } = wish;
  const table = isZip(bytes) ? await readWorkbook(bytes, sheet) : await readCsv(bytes);
  const { read, head } = table;
  const understood = understandHead(table, kind, wanted);
  const { at } = understood;
  const told = {
    ...{ read, head, samples: samplesOf(table), total: table.rows.length },
    guess: { kind: understood.kind, at },
  };
  if ('faults' in understood) {
    return { ...told, rows: [], faults: understood.faults, dates: undefined };
  }
  const { rows, faults, ...more } = await understandRows(table, understood, dates);
  return {
    ...told,
    columns: understood,
    rows,
    ...more,
    faults: told.total === 0 ? [NO_ROWS] : faults,
  };
}

const NO_ROWS: SheetFault = {
  row: 1,
  message:
    'The sheet has one row only. The first row names the columns; what is to be imported stands below it.',
};

const SAMPLES = { ofRows: 50, cells: 3, characters: 100 } as const;

function samplesOf({ head, rows }: SheetTable): ReadSheet['samples'] {
  const first = rows.slice(0, SAMPLES.ofRows);
  return head.map((_, column) =>
    first
      .map(({ cells }) => (cells[column] ?? '').slice(0, SAMPLES.characters))
      .filter((cell) => cell !== '')
      .slice(0, SAMPLES.cells),
  );
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
