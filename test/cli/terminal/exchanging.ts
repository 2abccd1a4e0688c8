import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Terminal } from './terminal.js';

/** A sheet of so many aims, spread over some units. */
const manyAims = (count: number, units: readonly string[]) =>
  [
    'unit,target,milestone',
    ...Array.from(
      { length: count },
      (_, index) => `${units[index % units.length]},aim-${index},hub.launched`,
    ),
  ].join('\n');

export function exchanging(terminal: () => Terminal): void {
  const file = async (name: string, text: string) => {
    const path = join(terminal().home, name);
    await writeFile(path, text);
    return path;
  };

  describe('tables in', () => {
    const sheet =
      'Team;Practice;Achieved on;Wer\ngermany;engagement-strategy.defined;2026-09-01;Ada\n';

    test('a dry run tells how a sheet was understood and what would change', async () => {
      const { says, json } = terminal();
      const path = await file('facts.csv', sheet);
      const said = await says('import', path, '--dry-run');
      expect(said).toContain('milestones  one row, CSV, with semicolons');
      expect(said).toContain('Team is unit · Practice is milestone · Achieved on is occurredAt');
      expect(said).toContain('Wer is not read');
      expect(said).toContain('Nothing is imported. It would become: 1 new, 0 changed');
      expect(said).toMatch(/germany\n {2}[▲·] \S+/);
      const before = await json('status', 'germany');
      await json('import', path, '--dry-run');
      expect((await json('status', 'germany')).position).toBe(before.position);
    });

    test('a sheet is imported, listed and taken back', async () => {
      const { run, says, json } = terminal();
      const path = await file('notes.csv', sheet);
      const said = await says('import', path, '--map', 'Wer=note');
      expect(said).toContain('Wer is note');
      const [, id = ''] = /--undo (\S+)/.exec(said) ?? [];
      expect(await says('import', '--list')).toContain(id);
      expect(await says('import', path, '--map', 'Wer=note')).toContain('0 new, 0 changed, 1 as');
      expect(await says('import', '--undo', id, '--dry-run')).toContain('It would be: 1');
      expect((await json('import', '--undo', id)).taken).toHaveLength(1);
      const again = await run(['import', '--undo', id]);
      expect(again).toMatchObject({ code: 1, out: '' });
      expect(again.err).toContain('was undone on Nov 22, 2026 already');
    });

    test('faults are told by row and column, and nothing is recorded', async () => {
      const wrong = await file(
        'wrong.csv',
        'unit,milestone,date\nnordics,hub.lunched,2026\n,x,someday\n',
      );
      const { run } = terminal();
      for (const words of [
        ['import', wrong, '--dry-run'],
        ['import', wrong],
      ]) {
        const { code, out } = await run(words);
        expect(code).toBe(1);
        expect(out).toMatch(/Row {2}Column {2}What is wrong/);
        expect(out).toMatch(/^ +2 {2}B {7}\S.*hub\.lunched/m);
        expect(out).toMatch(/^ +3 {2}C {7}\S/m);
      }
      const asked = await run(['import', wrong, '--json']);
      expect(asked.code).toBe(1);
      expect(JSON.parse(asked.out)).toMatchObject({ status: 422 });
    });

    test('a long sheet is waited for', async () => {
      const { run, says } = terminal();
      const lines = (await says('export', 'units')).trim().split('\r\n').slice(1);
      const sheet = manyAims(
        2_100,
        lines.map((line) => line.split(',')[0] ?? ''),
      );
      const { code, out, err } = await run(['import', await file('long.csv', sheet)]);
      const [, id = ''] = /--undo (\S+)/.exec(out) ?? [];
      expect([code, err], out).toEqual([0, '']);
      expect(out).toContain('Imported: 2,100 new');
      expect(await says('import', '--list')).toMatch(new RegExp(`${id} +long\\.csv`));
      expect(await says('import', '--undo', id)).toContain('Taken back: 2,100');
      const nowhere = 'nowhere,aim,hub.launched\n';
      const faulty = await file('faulty.csv', `${sheet}\n${nowhere}${nowhere}`);
      const refused = await run(['import', faulty]);
      expect(refused.code).toBe(1);
      expect(refused.out).toMatch(/^ +2102 {2}A {7}\S.*nowhere/m);
      expect(refused.out).toContain('2 cells of unit, rows 2102, 2103');
    }, 120_000);

    test.each([
      [['import'], 'Import what?'],
      [['import', 'nothing.csv'], 'cannot be read: there is no such file'],
      [['import', tmpdir()], 'is a folder'],
      [['import', 'facts.pdf'], 'neither CSV nor a workbook'],
      [['import', '-', '--map', 'Team'], 'names no field'],
    ])('%j ends with 2', async (words, says) => {
      const { code, err } = await terminal().run(words);
      expect(code).toBe(2);
      expect(err).toContain(says);
    });
  });

  describe('tables out', () => {
    test.each([
      ['units', 'unit,name,kind,parent'],
      ['milestones', 'unit,name,milestone,milestoneTitle,occurredAt'],
      ['assessments', 'unit,name,milestone,milestoneTitle,outcome'],
      ['targets', 'unit,name,target,title,milestone'],
      ['standings', 'unit,name,model'],
      ['heatmap', 'unit,name,kind,parent,depth,model'],
      ['distribution', 'unit,name,kind,parent,depth,model'],
      ['roadmap', 'unit,name,target,title'],
      ['recommendations', 'unit,name,rank,milestone'],
      ['alerts', 'id,rule,severity'],
    ])('%s', async (what, head) => {
      const said = await terminal().says('export', what, '--under', 'iberia');
      expect(said.replace('\uFEFF', '').startsWith(head)).toBe(true);
    });

    test('for another time, of one model, as another format', async () => {
      const { says } = terminal();
      const said = await says(
        'export',
        'standings',
        '--as',
        'jsonl',
        '--under',
        'germany',
        '--model',
        'lithium',
        '--as-of',
        '2025-01-01',
      );
      const lines = said
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      const [own] = lines.filter(({ unit }) => unit === 'germany');
      const then = JSON.parse(
        await says('status', 'germany', '--model', 'lithium', '--as-of', '2025-01-01', '--json'),
      );
      expect(own.stage).toEqual(then.items[0].stage);
      expect((await says('export', 'log', '--as', 'csv')).split('\r\n')[0]).toContain(
        'position,recordedAt',
      );
      expect(await says('export', 'roadmap', '--as', 'ics')).toMatch(/^BEGIN:VCALENDAR/);
    });

    test('into a file, as its name says, and never over one that is there', async () => {
      const { home, run, says, json } = terminal();
      const path = join(home, 'units.xlsx');
      await says('export', 'units', '-o', path);
      expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
      const again = await run(['export', 'units', '-o', path]);
      expect(again).toMatchObject({ code: 2, out: '' });
      expect(again.err).toContain('is there already');
      const told = await json('export', 'units', '-o', join(home, 'units.csv'));
      expect(told).toMatchObject({ what: 'units', format: 'csv' });
      const csv = await readFile(told.file, 'utf8');
      expect(Buffer.byteLength(csv)).toBe(told.bytes);
      expect(await says('import', told.file, '--dry-run')).toContain('0 new, 0 changed');
    });

    test('says what there is instead', async () => {
      const { run } = terminal();
      const wrong = await run(['export', 'audit', '--as', 'xlsx']);
      expect(wrong).toMatchObject({ code: 2 });
      expect(wrong.err).toContain('There is: jsonl');
      const pdf = await run(['export', 'units', '-o', 'units.pdf']);
      expect([pdf.code, pdf.err]).toEqual([2, expect.stringContaining('no units as pdf')]);
      const odd = await run(['export', 'units', '--as', 'xlsx', '-o', 'units.csv']);
      expect([odd.code, odd.err]).toEqual([2, expect.stringContaining('end in .xlsx')]);
      expect((await run(['export', 'units', '-o', '-'])).out).toContain('unit,name,kind');
      const narrowed = await run(['export', 'alerts', '--as-of', '2025-01-01']);
      expect(narrowed).toMatchObject({ code: 1 });
      expect(narrowed.err).toContain('--as-of: ');
    });
  });
}
