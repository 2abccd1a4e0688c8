import { readSheet, SheetNotFoundError } from 'read-excel-file/universal';
import { ArchiveRefused, unpacked } from '#lib/platform';
import {
  type HeadPlace,
  SHEET_LIMITS,
  type SheetTable,
  SheetUnreadable,
  tableOf,
  tooLong,
  tooWide,
} from './sheet-table.js';

/** Characters of the list of sheets that are looked through for their names. */
const MOST_NAMES = 100_000;

const NO_WORKBOOK = 'This is no workbook. Save it as .xlsx, or as CSV.';

/**
 * Reads one sheet of a workbook (XLSX): the first, or the one that is named. Of formulas it takes the
 * value that was saved with them. What would unpack into more than it may is refused before it is read.
 * @throws SheetUnreadable
 */
export async function readWorkbook(
  bytes: Uint8Array,
  named?: string,
  head?: HeadPlace,
): Promise<SheetTable> {
  const sheets = await sheetsOf(bytes);
  const { buffer } = new Uint8Array(bytes);
  const rows = await readRows(buffer, named);
  return tableOf(
    rows.map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) })),
    { format: 'xlsx', sheet: named ?? null, sheets },
    head,
  );
}

async function readRows(buffer: ArrayBuffer, named: string | undefined) {
  try {
    return await readSheet(buffer, named ?? 1);
  } catch (error) {
    const missing = named !== undefined && error instanceof SheetNotFoundError;
    throw new SheetUnreadable(missing ? `There is no sheet "${named}".` : NO_WORKBOOK);
  }
}

const SECOND_MS = 1000;

/** Days of spreadsheets have no time zone: they are taken as they read. */
function textOf(cell: unknown): string {
  if (cell instanceof Date) {
    // a time is kept as a fraction of a day, which is off by up to a millisecond: 14:30 as 14:29:59.999
    const at = new Date(Math.round(cell.getTime() / SECOND_MS) * SECOND_MS);
    if (Number.isNaN(at.getTime())) return '';
    const text = at.toISOString();
    return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.replace('.000Z', 'Z');
  }
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
    ? String(cell).trim()
    : '';
}

/** The sheets of a workbook that is modest. @throws SheetUnreadable for one that is not */
async function sheetsOf(bytes: Uint8Array): Promise<readonly string[]> {
  let sheets: readonly string[] = [];
  try {
    for await (const file of unpacked(bytes, SHEET_LIMITS.unpacked)) {
      if (/^xl\/worksheets\/[^/]+\.xml$/.test(file.name)) requireSmall(file.bytes);
      if (file.name === 'xl/workbook.xml') sheets = sheetNames(Buffer.from(file.bytes).toString());
    }
    return sheets;
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error;
    throw new SheetUnreadable(
      error.why === 'no-archive'
        ? NO_WORKBOOK
        : 'The workbook is damaged, or holds more than 200 MB. Leave only the sheet in it.',
    );
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" },
};

function sheetNames(xml: string): readonly string[] {
  return [...xml.slice(0, MOST_NAMES).matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname="([^"]*)"/g)].map(
    ([, name = '']) =>
      name.replaceAll(/&(\w+);/g, (all, entity: string) => ENTITIES[entity] ?? all),
  );
}

/** Cells say where they stand, and a reader makes room for all that lies before: none may stand far out. */
function requireSmall(xml: Uint8Array): void {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1');
  const places = /<(?:\w+:)?(?:c|row)\b[^>]*?\sr\s*=\s*["']([A-Za-z]*)([0-9]*)["']/g;
  for (const [, letters = '', digits = ''] of text.matchAll(places)) {
    if (letters.length > 0 && columnOf(letters) > SHEET_LIMITS.columns) throw tooWide(1);
    if (Number(digits) > SHEET_LIMITS.rows + 1) throw tooLong();
  }
  let rows = 0;
  let cells = 0;
  for (const [tag] of text.matchAll(/<(?:\w+:)?(?:row|c)\b/g)) {
    if (tag.endsWith('c')) cells += 1;
    else [rows, cells] = [rows + 1, 0];
    if (cells > SHEET_LIMITS.columns) throw tooWide(rows);
    if (rows > SHEET_LIMITS.rows + 1) throw tooLong();
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.slice(0, 6).toUpperCase()) {
    column = column * 26 + letter.charCodeAt(0) - 64;
  }
  return column;
}
