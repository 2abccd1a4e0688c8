import { describe, expect, test } from 'vitest';
import { eventually } from '../../e2e/support/eventually.js';
import type { Terminal } from './terminal.js';

const COLOUR = /\u001b\[/;
const widest = (text: string) =>
  Math.max(...text.split('\n').map((line) => Array.from(line).length));

export function looking(terminal: () => Terminal): void {
  describe('a unit’s status', () => {
    test('reads well in 80 columns', async () => {
      const said = await terminal().says('status', 'motor-insurance', '--as-of', '2026-11-01');
      expect(widest(said)).toBeLessThanOrEqual(80);
      await expect(said).toMatchFileSnapshot('./status.txt');
    });

    test('fits a narrow terminal, and one line a model', async () => {
      for (const words of [
        ['status', 'germany'],
        ['status', 'germany', '--brief'],
        ['status', 'apac', '--proof'],
      ]) {
        const { out, code } = await terminal().run(words, { env: { COLUMNS: '46' } });
        expect(code).toBe(0);
        expect(out).toContain(words[1] === 'apac' ? 'Asia Pacific' : 'Germany');
        if (words.includes('--proof')) expect(out).toMatch(/^ +or [a-z.-]+$/m);
        if (!words.includes('--brief')) expect(widest(out)).toBeLessThanOrEqual(46);
      }
    });

    test('has colours where they are wanted, and never against NO_COLOR', async () => {
      const words = ['status', 'usa', '--brief'];
      const coloured = await terminal().run(words, { env: { FORCE_COLOR: '1' } });
      expect(coloured.out).toMatch(COLOUR);
      for (const [more, env] of [
        [[], { FORCE_COLOR: '1', NO_COLOR: '1' }],
        [['--no-color'], { FORCE_COLOR: '1' }],
        [[], {}],
      ] as const) {
        const plain = await terminal().run([...words, ...more], { env });
        expect(plain.out).not.toMatch(COLOUR);
        expect(plain.out).toContain('6 of 6');
      }
    });

    test('is the api’s own answer for machines, then and now', async () => {
      const { api, key, json } = terminal();
      const then = '2024-06-01';
      const answer = await fetch(
        `${api.url}/api/v1/units/germany/standings?asOf=${then}&knownAt=${then}`,
        {
          headers: { authorization: `Bearer ${key}` },
        },
      );
      expect(await json('status', 'germany', '--as-of', then, '--known-at', then)).toEqual(
        await answer.json(),
      );
      const one = await json('status', 'germany', '--model', 'lithium');
      expect(one.items.map(({ model }: { model: string }) => model)).toEqual(['lithium']);
    });

    test('says dates as the reader writes them, for people alone', async () => {
      const { out } = await terminal().run(['status', 'usa', '-b'], {
        env: { LC_ALL: 'de_DE.UTF-8' },
      });
      expect(out).toContain('31.07.2025');
    });
  });

  describe('the rest of what is to see', () => {
    test('units are a tree with stages', async () => {
      const said = await terminal().says('units', '--under', 'emea');
      expect(said).toMatch(/^├─ Germany +germany .*████░░ 4 Formalized$/m);
      expect(said).toMatch(/^│ {2}├─ Germany: customer sup.* germany-support/m);
      expect(widest(said)).toBeLessThanOrEqual(80);
      const { items, next } = await terminal().json('units', '--kind', 'region');
      expect(items.map(({ unit }: { unit: string }) => unit).sort()).toEqual([
        'americas',
        'apac',
        'emea',
      ]);
      expect(next).toBeNull();
    });

    test('a history tells facts and stages on one timeline', async () => {
      const said = await terminal().says('history', 'motor-insurance', '--limit', '100');
      expect(said).toMatch(/▼ lithium: \d \w+ → 1 of 5 Getting started/);
      expect(said).toMatch(/· Management sponsor approved: lapsed/);
      const handed = await terminal().says('history', 'iberia', '--limit', '100');
      expect(handed).toMatch(
        /▲ lithium: 1 [^\n]+ Sponsored\n +by Europe, Middle East & Africa: Management sponsor\n +approved: achieved \(event \d+\)/,
      );
      expect(widest(handed)).toBeLessThanOrEqual(80);
      expect(await terminal().says('status', 'iberia', '--proof')).toMatch(
        /sponsor is in place\. \(by Europe, +Apr 18, 2023 {2}event \d+$/m,
      );
      const { items } = await terminal().json('history', 'motor-insurance', '--limit', '3');
      expect(items).toHaveLength(3);
    });

    test('a rollup shows the parts in every model, and one model in full', async () => {
      const parts = await terminal().says('rollup', 'emea');
      expect(parts).toMatch(/^ {2}Germany +4 +\S 4 of 6/m);
      const whole = await terminal().says('rollup', 'quillhaven');
      expect(widest(whole)).toBeLessThanOrEqual(80);
      expect(whole).toContain('social-empl…');
      const one = await terminal().says(
        'rollup',
        'emea',
        '--model',
        'lithium',
        '--as-of',
        '2026-11-01',
      );
      const { distribution, units } = await terminal().json(
        'rollup',
        'emea',
        '-m',
        'lithium',
        '--as-of',
        '2026-11-01',
      );
      for (const { stage, units: count } of distribution) {
        const share = `${Math.round((count / units) * 100)} %`;
        expect(one).toMatch(
          new RegExp(`^${stage.ordinal} ${stage.name} .*\\b${count} +${share}$`, 'm'),
        );
      }
      const then = ['--as-of', '2026-11-01'];
      expect(await terminal().says('rollup', 'emea', '--blockers', ...then)).toMatch(
        / operations\.delegated +\d+/,
      );
      expect(await terminal().says('rollup', 'emea', '--moves')).toMatch(/^act +where /m);
    });

    test('a roadmap tells what is late, of a unit and of all below', async () => {
      const own = await terminal().says('roadmap', 'germany');
      expect(own).toMatch(/^(at-risk|on-track|late) +Strategic .* Q4 2026 +\+92 d/m);
      expect(own).toMatch(/^status +target +due +reached +slip/m);
      expect(own).toMatch(/^done +Business systems integrated +Q3 2025 +Sep 18, 2025/m);
      expect(await terminal().says('roadmap', 'germany', '--status', 'late')).toMatch(
        /^Nothing is late at germany\. \d targets: \d done/,
      );
      const below = await terminal().says('roadmap', 'emea', '--below', '--status', 'late');
      const { items } = await terminal().json('roadmap', 'emea', '--below', '--status', 'late');
      expect(items.length).toBeGreaterThan(0);
      for (const { unit } of items) expect(below).toContain(unit);
      expect(below).toMatch(/targets: \d+ done/);
    });

    test('what is ahead counts once every stage below it is reached', async () => {
      const said = await terminal().says('status', 'middle-east', '--model', 'altimeter');
      expect(said.replace(/\s+/g, ' ')).toContain(
        '4 Formalized and 6 Converged ask is met; each counts once every stage below it is reached',
      );
    });

    test('alerts and advice come from the worker', async () => {
      // the worker goes on while both are asked
      await eventually(async () => {
        const { items } = await terminal().json('alerts', '--limit', '500');
        const said = await terminal().says('alerts', '--limit', '500');
        const told = items.filter(({ unitName }: { unitName: string }) => said.includes(unitName));
        return (items.length > 0 && told.length === items.length) || undefined;
      }, 50_000);
      await eventually(async () => {
        const said = await terminal().says('alerts', '--limit', '1');
        const warnings = ['alerts', '--severity', 'warning', '--limit', '500'];
        const { items } = await terminal().json(...warnings);
        return said.includes(`${items.length} warning`) || undefined;
      }, 50_000);
      await eventually(async () => {
        const { items } = await terminal().json('advice', '--limit', '1');
        return items[0];
      }, 50_000);
      expect(await terminal().says('advice', '--limit', '1')).toMatch(
        /^1\. [a-z-]+: \S.*\n {3}[a-z-]+\.[a-z-]+\n {3}[▲△] /,
      );
    }, 110_000);

    test('models are listed and checked, each fault with its place', async () => {
      expect(await terminal().says('models')).toMatch(/^★ {2}altimeter .*Six stages/m);
      expect(await terminal().says('models', 'milestones', 'hub')).toContain('hub.launched');
      expect(await terminal().says('models', 'check', 'models/lithium.yaml')).toContain(
        'lithium, version 1, has no faults',
      );
      const yaml =
        'model: mine\nversion: 1\ntitle: Mine\npolicy: gates\nstages:\n  - id: one\n    name: One\n    criteria:\n      - id: a\n        says: A thing.\n        when: { achieved: nothing.known }\n';
      const wrong = await terminal().run(['models', 'check', '-'], { input: yaml });
      expect(wrong.code).toBe(1);
      expect(wrong.out).toMatch(/^ {2}✗ -:\d+:\d+ {2}\//m);
      const { items } = JSON.parse(
        (await terminal().run(['models', 'check', '-', '--json'], { input: yaml })).out,
      );
      expect(items[0]).toMatchObject({ ok: false });
      expect(items[0].faults[0].line).toBeGreaterThan(0);
    });

    test('the log is verified and taken out', async () => {
      expect(await terminal().says('verify')).toMatch(/The log is sound: \d+ events/);
      expect(await terminal().json('verify')).toMatchObject({ ok: true });
      const log = (await terminal().says('export', 'log')).trim().split('\n');
      expect(log.length).toBeGreaterThan(2_000);
      expect(() => log.map((line) => JSON.parse(line))).not.toThrow();
      expect(await terminal().says('export', 'roadmap.ics', '--under', 'germany')).toMatch(
        /^BEGIN:VCALENDAR/,
      );
    });
  });
}
