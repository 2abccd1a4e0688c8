import { stringify } from 'csv-stringify';
import { pipeline, Readable } from 'node:stream';
import { cellsOf, type ExportTable } from './export-table.js';

/**
 * Rows as CSV in UTF-8; cells that would be formulas are texts.
 * @param bom whether a byte order mark begins it, without which Excel reads another encoding
 */
export function csvOf(rows: ExportTable, { bom = true } = {}): Readable {
  const lines = stringify({
    bom,
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
