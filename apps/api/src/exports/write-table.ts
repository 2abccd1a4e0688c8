import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { printable } from '../board-packs/printable.js';
import { HttpProblem } from '../http/http-problem.js';
import type { Cell, ExportTable } from './export-table.js';

/** A workbook is made in memory: a longer one is refused, and offered as CSV. */
export const MOST_WORKBOOK_ROWS = 50_000;
/** What a cell of a workbook can hold. */
const LONGEST = 32_000;

/** Rows as CSV, UTF-8 with a byte order mark, so that spreadsheets read it as what it is; cells that would be formulas are texts. */
export function csvOf(rows: ExportTable): Readable {
  const lines = stringify({
    bom: true,
    header: true,
    columns: rows.columns.map(([head]) => head),
    escape_formulas: true,
    record_delimiter: 'windows',
  });
  // whoever leaves early ends the reading; whatever fails breaks off what is sent
  pipeline(Readable.from(cellsOf(rows)), lines, () => undefined);
  return lines;
}

/** Items as JSON Lines, sent in pieces of some length. */
export function jsonLinesOf(rows: ExportTable): Readable {
  return Readable.from(piecesOf(rows), { objectMode: false });
}

const PIECE = 32_768;

async function* piecesOf({ items, view }: ExportTable): AsyncGenerator<string> {
  let piece = '';
  for await (const item of items) {
    piece += `${JSON.stringify(view(item))}\n`;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/**
 * Rows as a workbook of one sheet, every text typed as text.
 * @param signal ends the reading; undefined is answered then
 * @throws HttpProblem `too-large` beyond `MOST_WORKBOOK_ROWS`
 */
export async function workbookOf(
  rows: ExportTable,
  signal?: AbortSignal,
): Promise<Buffer | undefined> {
  const data: SheetData = [
    rows.columns.map(([head]) => ({ type: String, value: head, fontWeight: 'bold' as const })),
  ];
  for await (const cells of cellsOf(rows)) {
    if (signal?.aborted) return undefined;
    if (data.length > MOST_WORKBOOK_ROWS) {
      const most = MOST_WORKBOOK_ROWS.toLocaleString('en');
      throw new HttpProblem(
        'invalid',
        `A workbook holds at most ${most} rows here. Ask for .csv or .jsonl, or narrow it with ?under=.`,
      );
    }
    data.push(cells.map(typed));
  }
  return writeExcelFile(data, { stickyRowsCount: 1 }).toBuffer();
}

function typed(cell: Cell) {
  if (cell === null) return null;
  if (typeof cell === 'number') return { type: Number, value: cell };
  return { type: String, value: printable(cell).slice(0, LONGEST) };
}

async function* cellsOf({ columns, items }: ExportTable): AsyncGenerator<Cell[]> {
  for await (const item of items) yield columns.map(([, cell]) => cell(item));
}
