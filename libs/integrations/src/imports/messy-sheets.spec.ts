import { describe, expect, it } from 'vitest';
import { readSheetOf, type SheetWish } from './read-sheet.js';

describe('a sheet as people keep them', () => {
  const NAMES: Readonly<Record<string, string>> = {
    ...{ 'Kundendienst Zürich': 'zurich-care', 'Hub launched': 'hub.launched' },
  };
  const messy = (text: string, wish: Partial<SheetWish> = {}) =>
    readSheetOf({ bytes: Buffer.from(text), ...wish }, (sought) =>
      Promise.resolve(sought.map(({ written }) => NAMES[written])),
    );

  it('has a title above its head, gaps between its rows, a total and a remark below, and names for keys', async () => {
    const sheet = await messy(
      [
        'Customer service: what happened;;;;',
        ';;;;',
        ' Country ;Milestone;Achieved on;Remarks;Owner of the row',
        'Kundendienst Zürich ;Hub launched;3/4/2025;Began, slowly\u00a0;Zoë',
        ';;;;',
        'desk;sponsor.approved;25/3/2025;;',
        'desk;training.established;45748;;Zoë',
        'Total;3;;;',
        'As of the last board meeting;;;;',
      ].join('\n'),
    );
    expect(sheet.faults).toEqual([]);
    expect([sheet.headRow, sheet.total, sheet.dates]).toEqual([3, 3, 'dmy']);
    expect(
      sheet.rows.map((one) => [one.row, one.unit, one.kind === 'fact' && one.fact.data]),
    ).toMatchObject([
      [4, 'zurich-care', { milestone: 'hub.launched', occurredAt: '2025-04-03' }],
      [6, 'desk', { occurredAt: '2025-03-25' }],
      [7, 'desk', { occurredAt: '2025-04-01' }],
    ]);
    expect(sheet.leftOut).toEqual([
      { row: 8, text: 'Total' },
      { row: 9, text: 'As of the last board meeting' },
    ]);
    expect(sheet.named.map(({ written, key }) => [written, key])).toEqual(Object.entries(NAMES));
  });

  it('tells which rows tell a fact once more and say something else about it', async () => {
    const rows = ['hub.launched,2015,First', 'hub.launched,2015,Second', 'hub.launched,2015,'];
    const sheet = await messy(
      ['unit,milestone,date,note', ...rows.map((row) => `desk,${row}`)].join('\n'),
    );
    expect(sheet.leftOut).toEqual([{ row: 3, text: 'the same fact as row 2, its note: Second' }]);
  });

  it('is about teams where both they and their regions have a column', async () => {
    const { guess } = await messy(
      'Region,Team,Milestone,Finished on\nemea,desk,hub.launched,2015\n',
    );
    expect([...guess.at]).toEqual([
      ['unit', 1],
      ['milestone', 2],
      ['occurredAt', 3],
    ]);
  });

  it('has a head that says otherwise where it stands, and rows that could be meant stay', async () => {
    const text = 'Org;What\nUnit;Milestone;Date\ndesk;;\ntotal;hub.launched;2015\ndesk;;\n';
    const { headRow, leftOut, faults } = await messy(text);
    expect([headRow, leftOut]).toEqual([2, []]);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [3, 2],
      [3, 3],
      [5, 2],
      [5, 3],
    ]);
    expect((await messy(text, { head: 1, kind: 'units' })).head).toEqual(['Org', 'What']);
    await expect(messy(text, { head: 9 })).rejects.toThrow(/Row 9 is blank/);
  });

  it('names the units above others by their names in the sheet itself', async () => {
    const sheet = await messy(
      ['unit,name,kind,parent', 'ch,Schweiz,region,', 'zh,Zürich,team,schweiz '].join('\n'),
    );
    expect(sheet.rows[1]).toMatchObject({ wish: { parent: 'schweiz' } });
    const named = await messy(
      ['unit,name,kind,parent', 'ch,La Suisse,region,', 'zh,Zürich,team,La suisse'].join('\n'),
    );
    expect(named.rows[1]).toMatchObject({ wish: { parent: 'ch' } });
    const both = [
      'unit,name,kind,parent',
      'a,Twin A,region,',
      'b,Twin A,region,',
      'c,C,team,Twin A',
    ];
    expect((await messy(both.join('\n'))).faults).toMatchObject([{ row: 4, column: 4 }]);
  });
});
