import type { Sought } from '#lib/recording';

/** A sheet as it lies in its file: texts, blank cells empty. */
export interface SheetTable {
  readonly head: readonly string[];
  /** Where the head stands, from 1. */
  readonly headRow: number;
  /** The rows below the head that say something. */
  readonly rows: readonly SheetRow[];
  /** How the file was read, to be told. */
  readonly read: ReadAs;
}

export interface SheetRow {
  /** Where it stands: from 1, as spreadsheets and editors count. */
  readonly row: number;
  readonly cells: readonly string[];
}

export type ReadAs =
  | {
      readonly format: 'csv';
      readonly encoding: 'utf-8' | 'utf-16' | 'windows-1252';
      readonly delimiter: ',' | ';' | '\t';
    }
  /** `sheet` as it was named; null: the first. `sheets` are those that there are, in their order. */
  | {
      readonly format: 'xlsx';
      readonly sheet: string | null;
      readonly sheets: readonly string[];
    };

/** What is wrong with one cell, row, or the file as a whole. */
export interface SheetFault {
  /** From 1. */
  readonly row: number;
  /** From 1; absent: the whole row. */
  readonly column?: number;
  readonly message: string;
  /** What is said of several that differ in what they name only. */
  readonly like?: string;
  /** Where it names what is not there. */
  readonly sought?: Sought;
}

/** A file that cannot be read as a table at all. */
export class SheetUnreadable extends Error {
  readonly code = 'sheet-unreadable';
  readonly faults: readonly {
    readonly pointer: string;
    readonly message: string;
    readonly line: number;
  }[];

  constructor(message: string, line = 1) {
    super(message);
    this.faults = [{ pointer: '', message, line }];
  }
}

/** How large a sheet may be. */
export const SHEET_LIMITS = {
  rows: 100_000,
  columns: 200,
  /** Characters of a row. */
  row: 100_000,
  /** Bytes of a workbook, unpacked. */
  unpacked: 200 * 1024 * 1024,
} as const;

/** Which of the rows that say anything names the columns, from 0. */
export type HeadPlace = (rows: readonly SheetRow[]) => number;

/**
 * The head and what lies below it.
 * @throws SheetUnreadable when there is none, or the table is too large
 */
export function tableOf(
  rows: readonly SheetRow[],
  read: ReadAs,
  headAt: HeadPlace = () => 0,
): SheetTable {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (filled.length === 0)
    throw new SheetUnreadable('The sheet is empty. Its first row names the columns.');
  const at = headAt(filled);
  const head = filled[at];
  if (!head) throw new SheetUnreadable('No row names the columns.');
  const below = filled.slice(at + 1);
  if (below.length > SHEET_LIMITS.rows) throw tooLong();
  const wide = filled.find(({ cells }) => cells.length > SHEET_LIMITS.columns);
  if (wide) throw tooWide(wide.row);
  return { head: head.cells, headRow: head.row, rows: below, read };
}

/** A table with too many rows. */
export function tooLong(): SheetUnreadable {
  const most = SHEET_LIMITS.rows.toLocaleString('en');
  return new SheetUnreadable(
    `The sheet has more than ${most} rows. Split it up.`,
    SHEET_LIMITS.rows + 1,
  );
}

/** A row with too many cells. */
export function tooWide(row: number): SheetUnreadable {
  const message = `The sheet has more than ${SHEET_LIMITS.columns} columns. Leave only the table in it.`;
  return new SheetUnreadable(message, row);
}
