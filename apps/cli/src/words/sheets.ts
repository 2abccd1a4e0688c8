import type { Terminal } from '../terminal.js';
import { fit, widthOf, wrap } from '../text/width.js';

/** What is wrong in a sheet, where a spreadsheet counts it. */
export interface SheetFault {
  readonly row: number;
  readonly column?: number | undefined;
  readonly message: string;
}

/** A column as spreadsheets name it: 1 is A, 27 is AA. */
export function columnName(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return `${before > 0 ? columnName(before) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

const MOST = 50;

/** Faults as a table of row, column and what to do about it. @param all how many there are, shown or not */
export function sheetFaultLines(
  { paint, columns }: Pick<Terminal, 'paint' | 'columns'>,
  faults: readonly SheetFault[],
  all = faults.length,
): readonly string[] {
  const shown = faults.slice(0, MOST);
  const widest = Math.max(3, ...shown.map(({ row }) => String(row).length));
  const indent = widest + 12;
  const lines = shown.flatMap(({ row, column, message }) => {
    const place = `  ${fit(String(row), widest, 'right')}  ${fit(column === undefined ? '' : columnName(column), 6)}  `;
    const [first = '', ...more] = wrap(message, Math.max(20, columns - indent));
    return [`${place}${first}`, ...more.map((line) => ' '.repeat(widthOf(place)) + line)];
  });
  const head = paint.faint(`  ${fit('Row', widest, 'right')}  Column  What is wrong`);
  const rest = all - shown.length;
  const left = rest > 0 ? [paint.faint(`  … and ${rest.toLocaleString('en')} more`)] : [];
  return [head, ...lines, ...left];
}

/** How a sheet was understood. */
export interface UnderstoodSheet {
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: string | null;
  readonly kind: string | null;
  readonly columns: readonly { readonly head: string; readonly field: string | null }[];
  readonly dates: string | null;
  readonly rows: number;
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
  ].join(', ');
  const read = sheet.columns.map(({ head, field }) =>
    field === null
      ? `${head || '(no name)'} is not read`
      : head === field
        ? head
        : `${head} is ${field}`,
  );
  const rows = sheet.rows === 1 ? 'one row' : `${sheet.rows.toLocaleString('en')} rows`;
  return [
    `  ${paint.title(kind ?? 'rows of no known kind')}  ${paint.faint(`${rows}, ${how}`)}`,
    ...inLines(read, columns - 2).map((line) => `  ${line}`),
  ];
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
