import { buffer, text } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { unpacked } from '#lib/platform';
import type { Cell, ExportTable } from '../export-table.js';
import { SheetRows } from './sheet.js';
import { type About, workbookOf } from './workbook.js';

type Row = readonly Cell[];

const COLUMNS = [
  ['unit', (row) => (row as Row)[0] ?? null],
  ['day', (row) => (row as Row)[1] ?? null, 'day'],
  ['instant', (row) => (row as Row)[2] ?? null, 'instant'],
  ['note', (row) => (row as Row)[3] ?? null],
] as const satisfies ExportTable['columns'];

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items;
}

const table = (rows: readonly Row[]): ExportTable => ({
  columns: COLUMNS,
  items: each(rows),
  view: (row) => row as object,
});

const LINK =
  'https://waymark.example/?asOf=2026-01-01T00%3A00%3A00Z&knownAt=2026-01-02T00%3A00%3A00Z';
const about = (rows: number): About => ({
  ...{ title: 'Standings, <Contoso>', at: '2026-01-02T00:00:00Z' },
  lines: [
    ['Rows', rows],
    ['As of (UTC)', '2026-01-01T12:30:00Z', 'instant'],
    ['In the dashboard', LINK, 'link'],
  ],
});

const written = (rows: readonly Row[]) => buffer(workbookOf(table(rows), 'Standings', about));

async function fileIn(workbook: Buffer, named: string): Promise<string> {
  for await (const { name, bytes } of unpacked(workbook, 10_000_000)) {
    if (name === named) return Buffer.from(bytes).toString();
  }
  throw new Error(`There is no ${named}.`);
}

describe('a workbook', () => {
  const rows: readonly Row[] = [
    ['emea', '2012-03-01', '2012-03-01T10:15:30.123Z', 'Ä & <b> "ü"\nsecond line'],
    ['=1+1', '2012-Q1', '2012-03-01T00:00:00Z', 0.25],
    ['2012-03-01', '1899-01-01', null, -3],
  ];

  it('holds numbers, days and instants as such, and everything else as the text it is', async () => {
    const sheets = await readExcelFile((await written(rows)).buffer as ArrayBuffer);
    expect(sheets).toEqual([
      {
        sheet: 'Standings',
        data: [
          ['unit', 'day', 'instant', 'note'],
          ['emea', new Date('2012-03-01'), new Date(rows[0]?.[2] as string), rows[0]?.[3]],
          ['=1+1', '2012-Q1', new Date('2012-03-01'), 0.25],
          ['2012-03-01', '1899-01-01', null, -3],
        ],
      },
      {
        sheet: 'About',
        data: [
          ['Rows', 3],
          ['As of (UTC)', new Date('2026-01-01T12:30:00Z')],
          ['In the dashboard', LINK],
        ],
      },
    ]);
  });

  it('keeps its head in sight, filters all rows, and is as wide as what it holds', async () => {
    const workbook = await written([...rows, ['x'.repeat(40), null, null, 'y'.repeat(400)]]);
    const sheet = await fileIn(workbook, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('ySplit="1" topLeftCell="A2"');
    expect(sheet).toContain('<autoFilter ref="A1:D5"/>');
    expect([...sheet.matchAll(/ width="(\d+)"/g)].map(([, width]) => Number(width))).toEqual([
      43, 13, 27, 60,
    ]);
    const core = await fileIn(workbook, 'docProps/core.xml');
    expect(core).toContain('<dc:title>Standings, &lt;Contoso&gt;</dc:title>');
    expect(await fileIn(workbook, 'xl/worksheets/_rels/sheet2.xml.rels')).toContain(
      LINK.replaceAll('&', '&amp;'),
    );
  });

  it('goes on on another sheet where one is full', async () => {
    const long = new SheetRows(COLUMNS, each(Array.from({ length: 25 }, (_, at) => [at])), 11);
    const counts: number[] = [];
    while (long.more) {
      const xml = await text(Readable.from(long.sheet()));
      counts.push(xml.split('<row ').length - 1);
    }
    expect(counts).toEqual([11, 11, 6]);
    expect(long.written).toBe(25);
  });
});
