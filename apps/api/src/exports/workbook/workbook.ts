import type { Readable } from 'node:stream';
import { type Packing, zipped } from '#lib/platform';
import { type Cell, cellsOf, type Column, type ExportTable } from '../export-table.js';
import { xmlText } from './cells.js';
import { aboutSheet, SheetRows } from './sheet.js';
import { STYLES } from './styles.js';

/** What a workbook says of itself: a line each; what is a link opens. */
export interface About {
  /** What it is, in a few words. */
  readonly title: string;
  /** When it was written: an instant. */
  readonly at: string;
  readonly lines: readonly (readonly [
    name: string,
    cell: Cell,
    as?: Column<unknown>[2] | 'link',
  ])[];
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** What the name of a sheet may have. */
const LONGEST_NAME = 31;

/**
 * Rows as a workbook, written while they are read: the table first, on as many sheets as it needs, then
 * a sheet that says what it is.
 * @param name of the first sheet
 * @param about asked for once the rows are read
 * @source ECMA-376, part 1 (SpreadsheetML) and part 2 (packaging)
 */
export function workbookOf(
  rows: ExportTable,
  name: string,
  about: (rows: number) => About,
): Readable {
  return zipped(parts(rows, name, about));
}

async function* parts(
  rows: ExportTable,
  name: string,
  about: (rows: number) => About,
): AsyncGenerator<Packing> {
  yield part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml'], CORE]));
  const table = new SheetRows(rows.columns, cellsOf(rows));
  let sheets = 0;
  do {
    sheets += 1;
    yield { name: `xl/worksheets/sheet${sheets}.xml`, pieces: table.sheet() };
  } while (table.more);
  const told = about(table.written);
  const links = told.lines.flatMap(([, , as], index) => (as === 'link' ? [index] : []));
  const lines = told.lines.map(
    ([line, cell, as]) => [line, cell, as === 'link' ? undefined : as] as const,
  );
  const last = sheets + 1;
  yield { name: `xl/worksheets/sheet${last}.xml`, pieces: aboutSheet(lines, links) };
  yield part(`xl/worksheets/_rels/sheet${last}.xml.rels`, linksXml(told, links));
  const names = Array.from({ length: sheets }, (_, at) => (at === 0 ? name : `${name} ${at + 1}`));
  yield part('xl/workbook.xml', workbookXml([...names, 'About']));
  yield part('xl/_rels/workbook.xml.rels', relations([...sheetsAt(last), STYLED]));
  yield part('xl/styles.xml', STYLES);
  yield part('docProps/core.xml', coreXml(told));
  yield part('[Content_Types].xml', typesXml(last));
}

const part = (name: string, xml: string): Packing => ({ name, pieces: [HEAD, xml] });

type Relation = readonly [kind: string, target: string];
const CORE: Relation = ['core-properties', 'docProps/core.xml'];
const STYLED: Relation = ['styles', 'styles.xml'];

const sheetsAt = (sheets: number) =>
  Array.from(
    { length: sheets },
    (_, at): Relation => ['worksheet', `worksheets/sheet${at + 1}.xml`],
  );

function relations(all: readonly Relation[], more = ''): string {
  const each = all.map(([kind, target], at) => {
    const of = kind === 'core-properties' ? `${PACKAGE}/relationships/metadata` : OFFICE;
    return `<Relationship Id="rId${at + 1}" Type="${of}/${kind}" Target="${target}"${more}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function linksXml({ lines }: About, links: readonly number[]): string {
  const all = links.map((at): Relation => ['hyperlink', xmlText(String(lines[at]?.[1]))]);
  return relations(all, ' TargetMode="External"');
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map((name, at) => {
    const named = xmlText(name.slice(0, LONGEST_NAME));
    return `<sheet name="${named}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join('')}</sheets></workbook>`;
}

function coreXml({ title, at }: About): string {
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dc:creator>Waymark</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created></cp:coreProperties>`;
}

function typesXml(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${each.join('')}</Types>`;
}
