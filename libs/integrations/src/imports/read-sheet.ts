import { type Columns, type ColumnWish, type SheetKind, understandHead } from './columns.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import type { DateOrder } from './sheet-dates.js';
import type { ReadAs, SheetFault } from './sheet-table.js';
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
  const total = table.rows.length;
  const columns = understandHead(table, kind, wanted);
  if (isFaulty(columns)) return { read, head, total, rows: [], faults: columns, dates: undefined };
  return { read, head, total, columns, ...(await understandRows(table, columns, dates)) };
}

function isFaulty(columns: Columns | readonly SheetFault[]): columns is readonly SheetFault[] {
  return Array.isArray(columns);
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;
