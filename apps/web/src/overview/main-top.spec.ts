import { expect, test } from 'vitest';
import { mainOf } from './main-top.js';

const top = (unit: string, children?: number) => ({
  unit,
  ...(children === undefined ? {} : { children }),
});

test.each([
  ['none', [], undefined],
  ['the only one, whatever is below it', [top('a')], 'a'],
  ['the one with most below it', [top('a', 2), top('b', 6)], 'b'],
  ['nobody, where others have more together', [top('a', 3), top('b', 2), top('c', 2)], undefined],
  ['nobody, where nothing is below any', [top('a', 0), top('b', 0)], undefined],
])('heads the overview: %s', (_, tops, unit) => {
  expect(mainOf(tops)?.unit).toBe(unit);
});
