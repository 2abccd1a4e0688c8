import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeWorkbook from 'write-excel-file/node';
import { readSheetOf, type SheetWish } from './read-sheet.js';
import { readWorkbook } from './read-workbook.js';
import { SHEET_LIMITS, SheetUnreadable } from './sheet-table.js';

const FACTS = 'unit,milestone,date\n';
const read = (text: string | Uint8Array, wish: Partial<SheetWish> = {}) =>
  readSheetOf({ bytes: typeof text === 'string' ? Buffer.from(text) : text, ...wish });
const firstDate = async (text: string, wish?: Partial<SheetWish>) => {
  const { rows, faults } = await read(`${FACTS}${text}`, wish);
  return (
    faults[0]?.message ??
    (rows[0] as { fact?: { data: { occurredAt: string } } }).fact?.data.occurredAt
  );
};

describe('a sheet as CSV', () => {
  it('tells what it guessed and what stands in its columns, where one is missing, too', async () => {
    const { guess, samples, columns, faults } = await read('Team,milestone,Colour\na,x,\nb,,red\n');
    expect(guess.kind).toBe('milestones');
    expect([...guess.at]).toEqual([
      ['unit', 0],
      ['milestone', 1],
    ]);
    expect(samples).toEqual([['a', 'b'], ['x'], ['red']]);
    expect([columns, faults]).toMatchObject([undefined, [{ row: 1 }]]);
  });

  it.each([
    ['UTF-8', Buffer.from('unit,name,kind\na,Größe,team\n'), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from('\uFEFFunit,name,kind\na,Größe,team\n'), 'utf-8'],
    ['UTF-16', Buffer.from('\uFEFFunit,name,kind\na,Größe,team\n', 'utf16le'), 'utf-16'],
    ['Windows-1252', Buffer.from('unit,name,kind\na,Größe,team\n', 'latin1'), 'windows-1252'],
  ])('is read in %s', async (_, bytes, encoding) => {
    const sheet = await read(bytes);
    expect(sheet.faults).toEqual([]);
    expect(sheet.read).toMatchObject({ encoding });
    expect(sheet.rows[0]).toMatchObject({ unit: 'a', wish: { name: 'Größe' } });
  });

  it.each([',', ';', '\t'])('is parted by %j, whatever stands in quotes', async (mark) => {
    const head = ['unit', 'name', '"kind;,; of;"'].join(mark);
    const { read: how, head: heads } = await read(`${head}\n`, { kind: 'units' });
    expect(how).toMatchObject({ delimiter: mark });
    expect(heads).toEqual(['unit', 'name', 'kind;,; of;']);
  });

  it('counts rows as an editor does, over blank ones and breaks in cells', async () => {
    const { faults } = await read('\nunit,name,kind\n\na,"two\nlines",team\nB!,x,team\n');
    expect(faults.map(({ row, column }) => [row, column])).toEqual([[6, 1]]);
  });

  it('takes the apostrophe off that keeps a text from being a formula', async () => {
    const { rows } = await read("unit,name,kind\na,'=1+1,team\nb,'quoted',team\n");
    expect(rows.map((row) => (row as { wish: { name: string } }).wish.name)).toEqual([
      '=1+1',
      "'quoted'",
    ]);
  });

  it.each<[string, string | Uint8Array]>([
    ['nothing', ''],
    ['blanks', '\n , \n'],
    ['a quote that is not closed', 'unit,name\n"a,b\n'],
    ['too many columns', `${'a,'.repeat(SHEET_LIMITS.columns)}a\n`],
    ['too many rows', `unit,name,kind\n${'a,b,c\n'.repeat(SHEET_LIMITS.rows + 1)}`],
    ['an archive that is none', Buffer.from('PK\u0003\u0004 and nothing')],
  ])('is refused when it is %s', async (_, text) => {
    await expect(read(text)).rejects.toThrow(SheetUnreadable);
  });
});

describe('days', () => {
  it.each([
    ['a,m.x,2014-03-01', '2014-03-01'],
    ['a,m.x,2014-03-01 00:00:00', '2014-03-01'],
    ['a,m.x,2014', '2014'],
    ['a,m.x,Q2 2014', '2014-Q2'],
    ['a,m.x,3.4.2014', '2014-04-03'],
    ['a,m.x,12/2013', '2013-12'],
    ['a,m.x,2014/5/6', '2014-05-06'],
    ['a,m.x,May 2014', '2014-05'],
    ['a,m.x,Dez. 2014', '2014-12'],
    ['a,m.x,6. März 2014', '2014-03-06'],
    ['a,m.x,3/4/2014\na,m.x,25/4/2014', '2014-04-03'],
    ['a,m.x,3/4/2014\na,m.x,4/25/2014', '2014-03-04'],
  ])('in %j are read as they must be', async (rows, day) => {
    expect(await firstDate(rows)).toBe(day);
  });

  it('that could be read in two ways are a fault, until it is said', async () => {
    expect(await firstDate('a,m.x,3/4/2014')).toBe(
      '"3/4/2014" could be 3 April or 4 March. Say which comes first in this column (dates: dmy or mdy), or write 2014-04-03 or 2014-03-04.',
    );
    expect(await firstDate('a,m.x,4/4/2014')).toBe('2014-04-04');
    expect(await firstDate('a,m.x,3/4/2014', { dates: 'mdy' })).toBe('2014-03-04');
    expect(await firstDate('a,m.x,1/25/2014\na,m.x,25/1/2014')).toContain('begin with the day');
    expect(await firstDate('a,m.x,1/2/14')).toContain('two digits');
    expect(await firstDate('a,m.x,soon')).toContain('Not a date');
    expect(await firstDate('a,m.x,31.2.2014')).toBe('"31.2.2014" is not a date that exists.');
  });
});

describe('a head', () => {
  it.each([
    ['Team,Name,Type,Reports to', 'units'],
    ['Unit,Belongs to', 'units'],
    ['Einheit,Übergeordnete Einheit', 'units'],
    ['Unit key,Activity,Completed on', 'milestones'],
    ['unit,practice,in place?,assessed on', 'assessments'],
    ['unit,milestone,deadline', 'targets'],
    ['unit,model,stage,target date', 'targets'],
  ])('%s tells that these are %s', async (head, kind) => {
    expect((await read(`${head}\n`)).columns?.kind).toBe(kind);
  });

  it('that tells nothing, or lacks a column, is a fault that says what to do', async () => {
    expect((await read('a,b\n')).faults[0]?.message).toContain('(kind: units, ');
    const { faults } = await read('team,milestone\n', { kind: 'milestones' });
    expect(faults[0]?.message).toContain('occurredAt');
    const wrong = await read('a,b\n', { kind: 'units', columns: { a: 'colour', z: 'unit' } });
    expect(wrong.faults.map(({ message }) => message).join()).toMatch(/no "colour".*no column "z"/);
  });

  it('is taken as it is said before it is guessed', async () => {
    const columns = { id: 'unit', unit: 'name', kind: null };
    const { columns: understood } = await read('unit,id,kind\n', { kind: 'units', columns });
    expect([...(understood?.at ?? [])]).toEqual([
      ['name', 0],
      ['unit', 1],
    ]);
    expect(understood?.passedOver).toEqual(['kind']);
  });
});

describe('a sheet as a workbook', () => {
  const cell = (value: string | number | Date) =>
    value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value };
  const workbook = (rows: readonly (readonly (string | number | Date)[])[], name = 'Facts') =>
    writeWorkbook(
      [{ sheet: name, data: rows.map((row) => row.map(cell)) }] as never,
      {} as never,
    ).toBuffer();

  it('is read with days that are days there, from the sheet that is named', async () => {
    const bytes = await workbook([
      ['unit', 'milestone', 'date', 'degree'],
      ['a', 'm.x', new Date(Date.UTC(2014, 2, 1)), 0.5],
    ]);
    const { rows, faults, read: how } = await read(bytes, { sheet: 'Facts' });
    expect(faults).toEqual([]);
    expect(how).toMatchObject({ sheets: ['Facts'] });
    expect(rows[0]).toMatchObject({
      row: 2,
      fact: { data: { occurredAt: '2014-03-01', degree: 0.5 } },
    });
    await expect(read(bytes, { sheet: 'Other' })).rejects.toThrow('no sheet "Other"');
  });

  it('is read with times to the second, as its cells show them', async () => {
    const times = ['9:05', '10:10', '11:20', '13:45', '14:30', '23:59', '0:00', '0:01', '12:00'];
    const instants = [...times, '18:40'].map((time) => `2024-05-06T${time.padStart(5, '0')}:00Z`);
    const rows = instants.map((at) => ['a', 'm.x', new Date(at)]);
    const read = await readWorkbook(await workbook([['unit', 'milestone', 'date'], ...rows]));
    expect(read.rows.map(({ cells }) => cells[2])).toEqual(
      instants.map((at) => at.replace('T00:00:00Z', '')),
    );
  });

  it('is refused before it is unpacked beyond bounds', async () => {
    const bytes = archiveOf('xl/worksheets/sheet1.xml', Buffer.alloc(SHEET_LIMITS.unpacked + 1));
    expect(bytes.length).toBeLessThan(1_000_000);
    await expect(read(bytes)).rejects.toThrow('200 MB');
  });

  it('is refused when a cell stands far out', async () => {
    for (const place of ['A1048576', 'XFD1']) {
      const xml = `<worksheet><sheetData><row><c r="${place}"><v>1</v></c></row></sheetData></worksheet>`;
      const bytes = archiveOf('xl/worksheets/sheet1.xml', Buffer.from(xml));
      await expect(read(bytes)).rejects.toThrow('more than');
    }
  });
});

/** An archive of one file. */
function archiveOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(content.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(content.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe('what is no table', () => {
  const UTF16 = Buffer.from('unit,milestone,date\na,b,2012\n', 'utf16le');

  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), /old kind \(\.xls\).*as CSV/],
    ['a PDF', '%PDF-1.7\n1 0 obj\n', /This is a PDF\. Save/],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /a picture/],
    ['a web page that is called .xls', '\n<html><table><tr><td>unit</td></tr></table>', /web page/],
    ['a compressed sheet', Buffer.from('1f8b0800', 'hex'), /compressed/],
    ['UTF-16 without a mark', UTF16, /no text that can be read/],
    ['nothing', '', /is empty/],
    ['blank lines', '\n ,\n', /is empty/],
  ])('%s is told in one fault', async (_, file, message) => {
    const refused = await read(file).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(SheetUnreadable);
    expect((refused as SheetUnreadable).faults).toMatchObject([
      { line: 1, message: expect.stringMatching(message) },
    ]);
  });

  it('a head alone is told in one fault', async () => {
    const { faults } = await read('unit,milestone,date\n');
    expect(faults).toEqual([{ row: 1, message: expect.stringMatching(/one row only/) }]);
  });

  it('two columns of one name are told where one of them would be lost', async () => {
    const { faults } = await read('unit,milestone,date,note,date\na,b.c,2012,x,2013\n');
    expect(faults).toEqual([
      { row: 1, column: 5, message: expect.stringContaining('named "date"') },
    ]);
    const spare = await read('unit,milestone,date,x,x\na,b.c,2012,1,2\n');
    expect(spare.faults).toEqual([]);
  });
});
