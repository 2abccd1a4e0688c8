import { expect, it } from 'vitest';
import { nearest } from './nearest.js';

it.each([
  ['titel', ['id', 'title', 'policy'], 'title'],
  ['hub.lanched', ['hub.launched', 'internal-hub.launched'], 'hub.launched'],
  ['atleast', ['all', 'any', 'atLeast'], 'atLeast'],
  ['sponsor', ['hub.launched'], undefined],
  ['x', ['id'], undefined],
])('%s among %j means %s', (written, known, meant) => {
  expect(nearest(written, known)).toBe(meant);
});
