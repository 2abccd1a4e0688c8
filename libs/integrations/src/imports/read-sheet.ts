import {
  type Columns,
  type ColumnWish,
  type Head,
  type SheetKind,
  understandHead,
} from './columns.js';
import { headIn } from './head-row.js';
import { readCsv } from './read-csv.js';
import { readWorkbook } from './read-workbook.js';
import { type LeftOut, withoutLast } from './last-rows.js';
import { type FindNamed, keysByName, type NamedCell, namedCells } from './named-cells.js';
import type { DateOrder } from './sheet-dates.js';
import { sameFacts } from './same-facts.js';
import {
  type HeadPlace,
  type ReadAs,
  type SheetFault,
  type SheetTable,
  SheetUnreadable,
} from './sheet-table.js';
import { type Understood, understandRows } from './understand-rows.js';

/** A file, and what is said about it; what is left out is found out. */
export interface SheetWish {
  readonly bytes: Uint8Array;
  /** What its file is called. */
  readonly file?: string | undefined;
  readonly kind?: SheetKind | undefined;
  readonly columns?: ColumnWish | undefined;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
  readonly dates?: DateOrder | undefined;
  /** Which row names the columns, as the spreadsheet counts it. */
  readonly head?: number | undefined;
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
  /** Which row names the columns; those above it are not read. */
  readonly headRow: number;
  /** How many rows of the table say something. */
  readonly total: number;
  /** Rows below the table, and what rows say about a fact that one before them tells. */
  readonly leftOut: readonly LeftOut[];
  /** Names that were read as keys. */
  readonly named: readonly NamedCell[];
}

/**
 * Reads a sheet (CSV or XLSX) row by row; what it cannot read it tells by row and column.
 * @param find keys by names, where names stand instead of them
 * @throws SheetUnreadable when it is no table at all
 */
export async function readSheetOf(wish: SheetWish, find: FindNamed = NOBODY): Promise<ReadSheet> {
  const { bytes, kind, columns: wanted = {}, sheet, dates } = wish;
  const place = placeOf(wish);
  const table = isZip(bytes)
    ? await readWorkbook(bytes, sheet, place)
    : await readCsv(bytes, place);
  const { read, head } = table;
  const understood = understandHead(table, kind, wanted);
  const { at } = understood;
  const told = {
    ...{ read, head, samples: samplesOf(table), total: table.rows.length },
    ...{ headRow: table.headRow, leftOut: [], named: [], rows: [], partial: [] },
    guess: { kind: understood.kind, at },
  };
  if ('faults' in understood) {
    const faults = understood.faults.map((fault) => ({ ...fault, row: table.headRow }));
    return { ...told, faults, dates: undefined };
  }
  const { rows, leftOut } = withoutLast(table.rows, understood);
  const within = { ...table, rows };
  const named = await namedCells(within, understood, find);
  const inRows = await understandRows(within, understood, { dates, named: keysByName(named) });
  return {
    ...{ ...told, columns: understood, total: rows.length, named },
    leftOut: [...sameFacts(inRows.rows), ...leftOut],
    ...inRows,
    faults: rows.length === 0 ? [NO_ROWS] : inRows.faults,
  };
}

/** The head where it is said to be, or where it is found. @throws SheetUnreadable for a blank row */
function placeOf({ head, columns = {} }: SheetWish): HeadPlace {
  if (head === undefined) return (rows) => headIn(rows, Object.keys(columns));
  return (rows) => {
    const at = rows.findIndex(({ row }) => row === head);
    if (at === -1) throw new SheetUnreadable(`Row ${head} is blank: it names no columns.`, head);
    return at;
  };
}

const NOBODY: FindNamed = (sought) => Promise.resolve(sought.map(() => undefined));

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
