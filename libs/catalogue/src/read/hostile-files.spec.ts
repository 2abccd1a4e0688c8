import { describe, expect, it } from 'vitest';
import { parseModel } from '../parse-model.js';
import { builtIns } from '../shared-catalogue.js';
import { MOST_FAULTS } from './fault.js';
import { LIMITS } from './limits.js';

const MILLION = 1_000_000;
const full = (text: string) => text.repeat(Math.floor(LIMITS.bytes / text.length) - 1);

function aliasBomb(levels: number, width: number): string {
  const lines = ['a0: &a0 [x, x]'];
  for (let level = 1; level <= levels; level++) {
    const parts = Array(width)
      .fill(`*a${level - 1}`)
      .join(', ');
    lines.push(`a${level}: &a${level} [${parts}]`);
  }
  return lines.join('\n');
}

/** A text so many times, `N` being the number of each. */
function numbered(count: number, text: string): string {
  return Array.from({ length: count }, (_, index) => text.replaceAll('N', String(index))).join(
    ', ',
  );
}

const HOSTILE: Readonly<Record<string, string | Uint8Array>> = {
  'an alias bomb': aliasBomb(30, 9),
  'an alias bomb of few, wide levels': aliasBomb(5, 200),
  'more aliases than anybody needs': `a: &a x\nb: [${'*a,'.repeat(2000)}]`,
  'ten megabytes': 'x'.repeat(10 * MILLION),
  'ten megabytes of bytes': new Uint8Array(10 * MILLION),
  'lists nested 1,000 deep': '['.repeat(1000) + ']'.repeat(1000),
  'maps nested 1,000 deep': '{a: '.repeat(1000) + '}'.repeat(1000),
  'blocks nested 1,000 deep': Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:\n`).join(
    '',
  ),
  'dashes nested 1,000 deep': '- '.repeat(1000),
  'expressions nested 1,000 deep': `id: x\nwhen: ${'{ all: [ '.repeat(1000)}${'] }'.repeat(1000)}`,
  'nesting through aliases': aliasBomb(200, 1),
  'an alias inside what it stands for': 'a: &a [*a]',
  'an alias of nothing': 'a: *nothing',
  'five megabytes of open brackets': full('['),
  'five megabytes of entries': full('- a\n'),
  'five megabytes of wrong escapes': `"${full('\\x')}"`,
  'an open quote of five megabytes': `"${full('a')}`,
  'a block text of five megabytes': `a: |\n${full(' x\n')}`,
  'five megabytes of comments': full('#\n'),
  'thousands of milestones that are nearly right': `id: x\nstages:\n- criteria:\n  - when: { all: [ ${numbered(15_000, '{ milestone: listening.startN }')}] }`,
  'thousands of keys that are nearly right': numbered(20_000, 'titlN: x').replaceAll(', ', '\n'),
  'thousands of stages that are none': `policy: gates\nstages: [${numbered(60_000, 'N')}]`,
  'thousands of needs that are none': `policy: gates\nstages: [${numbered(8000, '{ needs: { atleas: N } }')}]`,
  'thousands of criteria in one stage': `policy: gates\nstages: [{ criteria: [${numbered(8000, '{ id: aN }')}] }]`,
  'thousands of entries that imply one another': `milestones: [${numbered(2000, '{ key: a.kN, impliedBy: [a.kN, a.k0, a.k1, a.k2] }')}]`,
  'a NUL': 'id: a\0b',
  'half a character': Buffer.from([0x61, 0x3a, 0x20, 0xff, 0xfe]),
  'a tag that makes something else of it': 'id: !!js/function x',
  'two documents': 'id: a\n---\nid: b',
  'a key called __proto__': '__proto__: { policy: gates }',
  'a list as a key': '? [a]\n: b',
  'a merge key': 'a: &a { id: x }\n<<: *a',
};

describe('a hostile file is refused within a second, memory staying flat', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, hostile) => {
    parseModel('id: warm', { known: new Map() });
    const heap = process.memoryUsage().heapUsed;
    const began = process.cpuUsage();
    const parsed = parseModel(hostile, { known: builtIns().dictionary, file: 'hostile.yaml' });
    const { user, system } = process.cpuUsage(began);
    const grown = process.memoryUsage().heapUsed - heap;
    expect(parsed.ok).toBe(false);
    if (parsed.ok) return;
    expect(parsed.faults.length).toBeLessThanOrEqual(MOST_FAULTS + 1);
    for (const fault of parsed.faults) {
      expect(fault).toMatchObject({ file: 'hostile.yaml' });
      expect(fault.line).toBeGreaterThan(0);
      expect(fault.message.length).toBeLessThan(600);
    }
    expect((user + system) / 1000, 'milliseconds of this process alone').toBeLessThan(1000);
    expect(grown).toBeLessThan(150 * MILLION);
  });
});

describe('a large honest file', () => {
  it('is read when it keeps the limits', () => {
    const item = (index: number) =>
      `      - { id: i${index}, says: ${'word '.repeat(100)}, milestone: hub.launched }\n`;
    const groups = Array.from(
      { length: 5 },
      (_, group) =>
        `  - id: g${group}\n    items:\n${Array.from({ length: 500 }, (__, i) => item(group * 500 + i)).join('')}`,
    ).join('');
    const own = 'milestones: [{ key: hub.launched, title: Hub, means: A hub is open. }]';
    const yaml = `id: large\nversion: 1\ntitle: Large\npolicy: scored\n${own}\ngroups:\n${groups}`;
    const parsed = parseModel(yaml, { known: new Map() });
    expect(parsed).toMatchObject({ ok: true });
  });
});
