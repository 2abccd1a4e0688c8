import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/**
 * How many requirements of levels 1 and 2 each section has; they come first in every section.
 * @source OWASP ASVS 5.0.0
 */
const SECTIONS: Readonly<Record<string, readonly number[]>> = {
  1: [2, 9, 11, 3, 2],
  2: [3, 3, 4, 1],
  3: [0, 2, 4, 6, 5, 0, 2],
  4: [3, 1, 2, 4],
  5: [1, 3, 2, 3],
  6: [3, 12, 4, 4, 5, 3, 0, 4],
  7: [3, 4, 2, 5, 2, 2],
  8: [2, 3, 1, 1],
  9: [3, 4],
  10: [2, 2, 4, 11, 5, 2, 3],
  11: [2, 3, 3, 4, 1, 1],
  12: [3, 2, 4],
  13: [1, 5, 2, 5],
  14: [2, 4, 3],
  15: [3, 3, 7, 0],
  16: [1, 5, 4, 3, 3],
  17: [1, 4, 2],
};
const WANTED = Object.entries(SECTIONS).flatMap(([chapter, sections]) =>
  sections.flatMap((count, at) =>
    Array.from({ length: count }, (_, n) => `${chapter}.${at + 1}.${n + 1}`),
  ),
);

describe('docs/security.md', () => {
  let text: string;
  let rows: readonly (readonly [numbers: string, state: string, by: string])[];
  beforeAll(async () => {
    text = await readFile(join(ROOT, 'docs/security.md'), 'utf8');
    rows = [...text.matchAll(/^\| (\d[\d., –]*) \| ([^|]*) \| ([^|]*)\|$/gm)].map(
      ([, numbers = '', state = '', by = '']) => [numbers, state.trim(), by.trim()],
    );
  });

  test('answers every requirement of ASVS 5.0, level 2, once and in order', () => {
    expect(WANTED).toHaveLength(253);
    expect(rows.flatMap(([numbers]) => expanded(numbers))).toEqual(WANTED);
  });

  test('answers in the words it explains, and says by what it is met', () => {
    for (const [numbers, state, by] of rows) {
      expect(['met', 'partly', 'not met', 'operator', '–'], numbers).toContain(state);
      if (state !== 'operator') expect(by.length, numbers).toBeGreaterThan(3);
    }
  });

  test('names what is not met where one looks first', () => {
    const short = text.split('## Not met, in short')[1]?.split('\n## ')[0] ?? '';
    for (const [numbers, state] of rows) {
      if (state === 'not met') expect(short).toContain(numbers);
    }
  });

  test('names files that exist', () => {
    const named = [...text.matchAll(/`((?:apps|libs|test|bench|models|docs|\.ci)\/[^`\s]+)`/g)];
    const linked = [...text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g)];
    const files = [
      ...named.map(([, path]) => path as string),
      ...linked.map(([, path]) => join('docs', path as string)),
    ];
    expect(files.length).toBeGreaterThan(80);
    expect([...new Set(files)].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

/** `1.2.6–1.2.8, 1.3.1` → each of them. */
function expanded(numbers: string): readonly string[] {
  return numbers.split(', ').flatMap((range) => {
    const [first = '', last = first] = range.split('–');
    const section = first.slice(0, first.lastIndexOf('.'));
    const at = (number: string) => Number(number.slice(number.lastIndexOf('.') + 1));
    expect(last.startsWith(`${section}.`), range).toBe(true);
    return Array.from(
      { length: at(last) - at(first) + 1 },
      (_, n) => `${section}.${at(first) + n}`,
    );
  });
}
