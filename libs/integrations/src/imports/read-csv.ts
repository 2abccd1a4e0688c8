import { Readable } from 'node:stream';
import { CsvError, type InfoRecord, parse } from 'csv-parse';
import { decodeText } from './decode-text.js';
import { requireTable } from './no-table.js';
import {
  type HeadPlace,
  SHEET_LIMITS,
  type SheetRow,
  type SheetTable,
  SheetUnreadable,
  tableOf,
  tooLong,
  tooWide,
} from './sheet-table.js';

const DELIMITERS = [',', ';', '\t'] as const;
type Delimiter = (typeof DELIMITERS)[number];

/** So many characters are parsed before others get their turn. */
const PIECE = 65_536;

/**
 * Reads CSV: fields parted by commas, semicolons or tabs, in UTF-8, UTF-16 with a mark, or
 * Windows-1252; which of them is found out and told.
 * @throws SheetUnreadable
 */
export async function readCsv(bytes: Uint8Array, head?: HeadPlace): Promise<SheetTable> {
  requireTable(bytes);
  const { text, encoding } = decodeText(bytes);
  const delimiter = delimiterOf(text);
  const parser = Readable.from(pieces(text)).pipe(
    parse({
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      max_record_size: SHEET_LIMITS.row,
    }),
  );
  const rows: SheetRow[] = [];
  try {
    let next = 1;
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      // a cell may hold line breaks: a row stands where it begins
      rows.push({ row: next, cells: record.map((cell) => cell.trim()) });
      next = info.lines + 1;
      if (record.length > SHEET_LIMITS.columns) throw tooWide(rows.length);
      if (rows.length > SHEET_LIMITS.rows + 1) throw tooLong();
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    throw new SheetUnreadable(
      'This is not CSV: look for a quote that is not closed, or a row without end, near here.',
      typeof lines === 'number' && lines > 0 ? lines : 1,
    );
  }
  return tableOf(rows, { format: 'csv', encoding, delimiter }, head);
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: InfoRecord;
}

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/** The mark that parts the first row that has any, looked for outside of quotes. */
function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 10_000).replaceAll(/"[^"]*"/g, '""');
  const lines = head.split(/\r?\n/);
  // a title above the table has none
  const line = lines.find((one) => DELIMITERS.some((mark) => one.includes(mark))) ?? '';
  const counted = DELIMITERS.map((mark) => [mark, line.split(mark).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
