import { readSheet } from 'read-excel-file/universal';
import { ArchiveRefused, unpacked } from '#lib/platform';
import type { Fault } from '../../read/fault.js';
import { IMPORT_LIMITS, wholeFile } from '../import-file.js';
import { Table } from './table.js';

/** Reads the first sheet of a workbook (XLSX). What would unpack into more than it may is refused before it is read. */
export async function readWorkbook(path: string, bytes: Uint8Array): Promise<Table | Fault> {
  const refused = await checkUnpacked(bytes);
  if (refused !== undefined) return wholeFile(path, refused);
  try {
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return new Table(
      path,
      rows.map((row) => row.map(textOf)),
    );
  } catch {
    return wholeFile(path, NO_WORKBOOK);
  }
}

const NO_WORKBOOK = 'This is no workbook. Save it as .xlsx, or as CSV.';

function textOf(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell).trim()
    : '';
}

/** @returns why the workbook is not read; undefined: it may be */
async function checkUnpacked(bytes: Uint8Array): Promise<string | undefined> {
  try {
    for await (const file of unpacked(bytes, IMPORT_LIMITS.unpacked)) {
      if (!/^xl\/worksheets\/[^/]+\.xml$/.test(file.name) || isSmall(file.bytes)) continue;
      return `The sheet has more than ${IMPORT_LIMITS.rows} rows or ${MOST_COLUMNS} columns. Leave only the table in it.`;
    }
    return undefined;
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    return error.why === 'no-archive'
      ? NO_WORKBOOK
      : 'The workbook is damaged, or holds more than 10 MB. Leave only the sheet in it.';
  }
}

const MOST_COLUMNS = 700;

/** Rows and cells say where they stand; a reader makes room for all that lies before. */
function isSmall(xml: Uint8Array): boolean {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
  for (const [, , place] of text.matchAll(/\sr\s*=\s*(["'])(.*?)\1/g)) {
    const [, row] = /^[A-Za-z]{0,2}([0-9]{1,5})$/.exec(place as string) ?? [];
    if (row === undefined || Number(row) > IMPORT_LIMITS.rows) return false;
  }
  // those that do not say stand one beside the other
  const rows = text.split(/<(?:\w+:)?row\b/);
  return (
    rows.length <= IMPORT_LIMITS.rows + 1 &&
    rows.every((row) => (row.match(/<(?:\w+:)?c\b/g)?.length ?? 0) <= MOST_COLUMNS)
  );
}
