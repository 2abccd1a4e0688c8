import { describe, expect, test } from 'vitest';
import { lineDiff } from './line-diff.js';

const SIGNS = { both: ' ', first: '-', second: '+' } as const;
const shown = (first: string, second: string) =>
  lineDiff(first, second)
    .map((line) => SIGNS[line.in] + line.text)
    .join('|');

describe('two texts beside each other', () => {
  test.each([
    ['a\nb\nc\n', 'a\nb\nc', ' a| b| c'],
    ['a\nb\nc', 'a\nx\nc', ' a|-b|+x| c'],
    ['', 'a\nb', '+a|+b'],
    ['a\nb', '', '-a|-b'],
    ['a\nb\nc\nd', 'b\nd\ne', '-a| b|-c| d|+e'],
    ['a\na', 'a\na\na', ' a| a|+a'],
  ])('%j and %j', (first, second, wanted) => {
    expect(shown(first, second)).toBe(wanted);
  });

  test('keep every line where they are too long to be compared', () => {
    const long = (letter: string) => Array.from({ length: 3000 }, (_, line) => letter + line);
    const [first, second] = [long('a'), long('b')];
    const lines = lineDiff(first.join('\n'), second.join('\n'));
    expect(lines.map(({ text }) => text)).toEqual([...first, ...second]);
  });
});
