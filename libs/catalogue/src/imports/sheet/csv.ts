import { CsvError, parse } from 'csv-parse/sync';
import type { Fault } from '../../read/fault.js';
import { IMPORT_LIMITS, wholeFile } from '../import-file.js';
import { Table } from './table.js';

/** Of one row. */
const MOST_CHARACTERS = 100_000;
const MOST_COLUMNS = 700;

/** Reads CSV in UTF-8, its fields parted by commas, semicolons or tabs. */
export function readCsv(path: string, bytes: Uint8Array): Table | Fault {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return wholeFile(path, 'The file is not UTF-8. Save it as "CSV UTF-8".');
  }
  const delimiter = delimiterOf(text);
  const wide = text
    .split('\n')
    .findIndex((row) => row.split(delimiter, MOST_COLUMNS + 1).length > MOST_COLUMNS);
  if (wide >= 0) {
    const message = `The sheet has more than ${MOST_COLUMNS} columns. Leave only the table in it.`;
    return { ...wholeFile(path, message), line: wide + 1 };
  }
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      trim: true,
      to: IMPORT_LIMITS.rows + 1,
      max_record_size: MOST_CHARACTERS,
    });
    if (rows.length > IMPORT_LIMITS.rows) {
      const message = `The sheet has more than ${IMPORT_LIMITS.rows} rows. Split it up.`;
      return { ...wholeFile(path, message), line: IMPORT_LIMITS.rows + 1 };
    }
    return new Table(path, rows);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as { lines?: unknown };
    const at = typeof lines === 'number' && lines > 0 ? lines : 1;
    const message =
      'This is not CSV: look for a quote that is not closed, or a row without end, near here.';
    return { ...wholeFile(path, message), line: at };
  }
}

/** The mark that parts the head of the table. */
function delimiterOf(text: string): string {
  const head =
    text
      .slice(0, 4000)
      .split(/\r?\n/)
      .find((line) => line.trim() !== '') ?? '';
  const counted = [',', ';', '\t'].map((mark) => [mark, head.split(mark).length] as const);
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
