import type { Terminal } from '../terminal.js';
import { fit, shorten, widthOf, wrap } from '../text/width.js';

/** What is wrong in a sheet, where a spreadsheet counts it; equal faults of a column as one. */
export interface SheetFaults {
  /** The first of them. */
  readonly rows: readonly number[];
  readonly column?: number | undefined;
  readonly head?: string | undefined;
  readonly message: string;
  /** What the first of the different cells hold. */
  readonly cells?: readonly string[];
  readonly count: number;
}

/** A column as spreadsheets name it: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

const MOST = 50;
const ROWS_SHOWN = 8;
const CELL_SHOWN = 24;

/** Faults as a table of the first row, column and what to do about it. @param all how many there are, shown or not */
export function sheetFaultLines(
  { paint, columns }: Pick<Terminal, 'paint' | 'columns'>,
  faults: readonly SheetFaults[],
  all: number,
): readonly string[] {
  const shown = faults.slice(0, MOST);
  const widest = Math.max(3, ...shown.map(({ rows }) => String(rows[0] ?? '').length));
  const room = Math.max(20, columns - widest - 12);
  const lines = shown.flatMap((one) => {
    const { rows, column, message } = one;
    const place = `  ${fit(String(rows[0] ?? ''), widest, 'right')}  ${fit(column === undefined ? '' : columnName(column), 6)}  `;
    const below = ' '.repeat(widthOf(place));
    const [first = '', ...more] = wrap(message, room);
    const times = one.count > 1 ? wrap(timesText(one), room).map((line) => paint.faint(line)) : [];
    return [`${place}${first}`, ...[...more, ...times].map((line) => below + line)];
  });
  const head = paint.faint(`  ${fit('Row', widest, 'right')}  Column  What is wrong`);
  const rest = all - shown.reduce((told, { count }) => told + count, 0);
  const left = rest > 0 ? [paint.faint(`  … and ${rest.toLocaleString('en')} more`)] : [];
  return [head, ...lines, ...left];
}

/** How often, in which rows, and what stands there. */
function timesText({ count, head, rows, cells = [] }: SheetFaults): string {
  const more = count > Math.min(rows.length, ROWS_SHOWN) ? ', …' : '';
  const where = `rows ${rows.slice(0, ROWS_SHOWN).join(', ')}${more}`;
  const of = `${count.toLocaleString('en')} cells${head ? ` of ${head}` : ''}`;
  const such = cells.map((cell) => `"${shorten(cell, CELL_SHOWN)}"`).join(', ');
  return `${of}, ${where}${such ? `; such as ${such}` : ''}`;
}

/** How a sheet was understood. */
export interface UnderstoodSheet {
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string | null;
  readonly kind: string | null;
  readonly columns: readonly {
    readonly head: string;
    readonly field: string | null;
    readonly samples: readonly string[];
  }[];
  readonly dates: string | null;
  readonly headRow: number;
  readonly rows: number;
  readonly leftOut: readonly { readonly row: number; readonly text: string }[];
  readonly names: readonly { readonly written: string; readonly key: string }[];
  readonly nameCount: number;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
};

/** What was guessed of a sheet, so that somebody can see whether it was guessed right. */
export function understoodLines(
  { paint, columns }: Pick<Terminal, 'paint' | 'columns'>,
  sheet: UnderstoodSheet,
): readonly string[] {
  const { format, encoding, delimiter, kind, dates } = sheet;
  const how = [
    format.toUpperCase(),
    ...(encoding && encoding !== 'utf-8' ? [encoding] : []),
    ...(delimiter ? [`with ${DELIMITERS[delimiter] ?? delimiter}`] : []),
    ...(sheet.sheet ? [`sheet ${sheet.sheet}`] : []),
    ...(dates ? [`days as ${dates === 'dmy' ? '31.12.' : '12/31'}`] : []),
    ...(sheet.headRow > 1 ? [`head in row ${sheet.headRow}`] : []),
  ].join(', ');
  const read = sheet.columns.flatMap(({ head, field }) => {
    if (field === null) return [];
    return head === field ? [head] : [`${head} is ${field}`];
  });
  const unread = sheet.columns
    .filter(({ field, samples }) => field === null && samples.length > 0)
    .map(({ head }) => `${head || 'A column without a name'} is not read`);
  const rows = sheet.rows === 1 ? 'one row' : `${sheet.rows.toLocaleString('en')} rows`;
  return [
    `  ${paint.title(kind ?? 'rows of no known kind')}  ${paint.faint(`${rows}, ${how}`)}`,
    ...inLines(read, columns - 2).map((line) => `  ${line}`),
    ...inLines(unread, columns - 2).map((line) => paint.warn(`  ${line}`)),
    ...namesLines(sheet, columns - 2).map((line) => paint.faint(`  ${line}`)),
    ...sheet.leftOut.map(({ row, text }) => paint.faint(`  Row ${row} is not read: ${text}`)),
  ];
}

const NAMES_SHOWN = 5;

/** Names that were read as keys. */
function namesLines({ names, nameCount }: UnderstoodSheet, room: number): readonly string[] {
  if (nameCount === 0) return [];
  const shown = names.slice(0, NAMES_SHOWN).map(({ written, key }) => `"${written}" is ${key}`);
  const more = nameCount - shown.length;
  return inLines(
    [...shown, ...(more > 0 ? [`and ${more.toLocaleString('en')} more names`] : [])],
    room,
  );
}

/** Entries beside each other, as many as fit. */
function inLines(entries: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const entry of entries) {
    const longer = line === '' ? entry : `${line} · ${entry}`;
    if (line !== '' && widthOf(longer) > columns) {
      lines.push(line);
      line = entry;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}
