import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Terminal } from './terminal.js';

export function recording(terminal: () => Terminal): void {
  describe('recording', () => {
    test('a preview records nothing and says what would change', async () => {
      const { says, json } = terminal();
      const { position } = await json('status', 'germany');
      const one = await says(
        'log',
        'germany',
        'steering-committee.formed',
        '--on',
        '2026-10',
        '--preview',
      );
      expect(one).toMatch(
        /Nothing is recorded[\s\S]*▲ altimeter +4 of 6 Formalized → 5 of 6 Strategic/,
      );
      const two = await json(
        'log',
        'germany',
        'steering-committee.formed',
        'engagement-strategy.defined',
        '--on',
        '2026-10',
        '--preview',
      );
      expect(two.before.length).toBe(two.after.length);
      const supposed = await says(
        'what-if',
        'germany',
        '--achieve',
        'engagement-strategy.defined@2027-06',
      );
      expect(supposed).toMatch(/▲ crawl-walk-run-fly +1 of 4 Crawling → 3 of 4 Running/);
      expect((await json('status', 'germany')).position).toBe(position);
      const handed = await says('what-if', 'iberia', '--lapse', 'sponsor.approved');
      expect(handed.replace(/\s+/g, ' ')).toMatch(
        /No standing changes\. Management sponsor approved: counts by Europe, Middle East & Africa since Apr 18, 2023 \(event \d+\)/,
      );
    });

    test('milestones are recorded with note and evidence, and lapse', async () => {
      const { run, says, json } = terminal();
      const done = await run([
        'log',
        'germany',
        'steering-committee.formed',
        '--on',
        '2026-10',
        '--note',
        'Meets monthly',
        '--evidence',
        'Minutes=https://intranet.example.com/minutes?a=b',
      ]);
      expect(done.err).toBe('');
      expect(done.out).toMatch(
        /^✓ Steering committee formed achieved at germany, Oct 2026 {2}event \d+\n {2}▲ altimeter +4 of 6/,
      );
      const { items } = await json(
        'history',
        'germany',
        '--milestone',
        'steering-committee.formed',
        '--limit',
        '5',
      );
      const fact = items.find(({ kind }: { kind: string }) => kind === 'event').event;
      expect(fact).toMatchObject({
        occurredAt: '2026-10',
        data: {
          note: 'Meets monthly',
          evidence: [{ title: 'Minutes', url: 'https://intranet.example.com/minutes?a=b' }],
        },
      });
      const told = await says('history', 'germany', '--milestone', 'steering-committee.formed');
      expect(told.replace(/\s+/g, '')).toContain(
        '“Meetsmonthly”DemoadministratorMinutes:https://intranet.example.com/minutes?a=b',
      );
      const again = ['log', 'germany', 'steering-committee.formed', '--on', '2026-10'];
      expect((await says(...again, '--preview')).replace(/\s+/g, ' ')).toContain(
        `achieved already since Oct 2026 (event ${fact.position})`,
      );
      for (const unfit of [
        ['--lapse', '--evidence', 'https://intranet.example.com/minutes'],
        ['--lapse', '--degree', '0.5'],
        ['--reason', 'Dissolved'],
      ]) {
        expect(await run([...again, ...unfit])).toMatchObject({ code: 2, out: '' });
      }
      const lapsed = await json(
        'log',
        'germany',
        'steering-committee.formed',
        '--lapse',
        '--on',
        '2026-11-20',
        '--reason',
        'Dissolved',
      );
      expect(lapsed.recorded[0].event).toMatchObject({
        type: 'milestone.lapsed',
        data: { reason: 'Dissolved' },
      });
    });

    test('what was recorded in error is corrected or taken back, by its number', async () => {
      const { run, says, json } = terminal();
      const fact = ['log', 'communications', 'steering-committee.formed', '--on', '2026-10'];
      const [{ event: wrong }] = (await json(...fact, '--note', 'Meets monthly')).recorded;
      const number = String(wrong.position);
      const why = ['--because', 'The month of the decision'];
      const other = ['--on', '2026-09', '--no-note', ...why];
      const looked = await says('correct', number, ...other, '--preview');
      expect(looked).toContain('Nothing is recorded');
      expect(looked).toMatch(/^ +when: Oct 2026 → Sep 2026\n +note: “Meets monthly” → none$/m);
      const same = await run(['correct', number, '--on', '2026-10', ...why, '--yes']);
      expect(same.err).toContain(`That changes nothing in event ${number}.`);
      // nobody can be asked in a pipe, and nothing is recorded then
      expect(await run(['correct', number, ...other])).toMatchObject({ code: 2, out: '' });
      expect(await run(['correct', number, ...why, '--yes'])).toMatchObject({ code: 2, out: '' });
      expect((await json('status', 'communications')).position).toBe(wrong.position);
      const done = await says('correct', number, ...other, '--yes');
      expect(done).toMatch(/“Meets monthly” [\s\S]*✓ Event \d+ is corrected: event \d+ counts/);
      const right = Number(/event (\d+) counts/.exec(done)?.[1]);
      expect(
        (await json('history', 'communications', '--from', '2026-09-01', '--limit', '9')).items,
      ).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            event: expect.objectContaining({
              position: right,
              occurredAt: '2026-09',
              data: { milestone: 'steering-committee.formed' },
            }),
          }),
        ]),
      );
      const again = await run(['retract', number, ...why, '--yes']);
      expect(again.err).toContain(
        `Event ${number} is corrected already, by event ${right - 1}: event ${right} counts instead.`,
      );
      const back = await says('retract', String(right), '--because', 'Another unit', '--yes');
      expect(back).toContain(`✓ Event ${right} is retracted, by event ${right + 1}.`);
      const told = (await says('history', 'communications', '--limit', '9')).replace(/\s+/g, ' ');
      const what = 'Steering committee formed achieved';
      expect(told).toContain(`retracted: ${what}, Sep 2026 (event ${right}) “Another unit”`);
      expect(told).toContain(`corrected: ${what}, Oct 2026 (event ${number}, now event ${right})`);
      expect(told).toContain(`achieved (retracted by event ${right + 1})`);
      const watched = [
        'watch',
        '--unit',
        'communications',
        '--since',
        String(right),
        '--limit',
        '1',
      ];
      expect((await says(...watched)).replace(/\s+/g, ' ')).toContain(
        `retracted: ${what}, Sep 2026 (event ${right}) “Another unit”`,
      );
    });

    test('of several, none is recorded when one is not known', async () => {
      const { run, json } = terminal();
      const { position } = await json('status', 'france');
      const { code, err } = await run([
        'log',
        'france',
        'steering-committee.formed',
        'hub.lanched',
        '--on',
        '2026-10',
      ]);
      expect(code).toBe(1);
      expect(err).toContain('Did you mean hub.launched?');
      expect((await json('status', 'france')).position).toBe(position);
    });

    test('a model comes in as a sheet: looked at first, then added, and the same makes nothing', async () => {
      const { home, run, says, json } = terminal();
      const sheet = join(home, 'steps.csv');
      const rows = (first: string) =>
        `stage,criterion,milestone,key move\nUnaware,,,\nListening,${first},listening.started,yes\n`;
      await writeFile(sheet, rows('Somebody reads what customers write.'));
      const words = ['models', 'import', sheet, '--from', 'sheet', '--title', 'Our steps'];
      expect(await says(...words, '--dry-run')).toMatch(
        /^Nothing is added[\s\S]*✓ Our steps {2}steps, version 1: new/,
      );
      expect(await says(...words)).toContain('Nobody follows steps yet.');
      expect(await says(...words)).toContain('nothing changed');
      await writeFile(sheet, rows('Somebody answers as well.'));
      expect((await json(...words)).models[0]).toMatchObject({ version: 2, outcome: 'next' });
      const diff = await says('models', 'diff', 'steps');
      expect(diff).toMatch(
        /- Somebody reads what customers write\.[\s\S]*\+ Somebody answers as well\./,
      );
      const lower = 'Unaware,Somebody answers as well.,listening.started,yes\nListening,,,\n';
      await writeFile(sheet, `stage,criterion,milestone,key move\n${lower}`);
      const strangers = await run([...words, '--team', 'Team Z=france']);
      expect(strangers).toMatchObject({ code: 1 });
      expect(strangers.err).toContain('The files tell nothing of "Team Z"');
      expect((await json(...words)).models[0]).toMatchObject({ version: 3, outcome: 'next' });
      expect(await says('models', 'diff', 'steps', '--from', '2', '--to', '3')).toContain(
        '→ Somebody answers as well. (key move): moved from "Listening" to "Unaware"',
      );
      await writeFile(sheet, 'stage,criterion,milestone\nOne,Two,not a key at all!\n');
      const wrong = await run(words);
      expect(wrong.code).toBe(1);
      expect(wrong.out).toMatch(/✗ steps\.csv:\d+:\d+/);
      expect((await run(['models', 'import', home, '--from', 'xml'])).code).toBe(2);
    });
  });
}
