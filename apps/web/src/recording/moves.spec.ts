import { expect, test } from 'vitest';
import type { Schemas } from '#lib/client';
import { movesOf, othersText } from './moves.js';

type Standing = Schemas['Standing'];

const at = (ordinal: number, since = '2024-01-01T00:00:00Z'): Standing => ({
  ...{ model: 'lithium', modelVersion: 1, policy: 'gates', since },
  ...{ stage: { ordinal, id: `s${ordinal}`, name: `Stage ${ordinal}` } },
  ...{ next: null, ahead: [], met: [] },
});
const rises = { unit: 'a', before: [at(1)], after: [at(2)] };
const falls = { unit: 'b', before: [at(3)], after: [at(2)] };
const stays = { unit: 'c', before: [at(2)], after: [at(2, '2023-01-01T00:00:00Z')] };
const same = { unit: 'd', before: [at(2)], after: [at(2)] };

test('only what moves is listed, falls first; what differs otherwise is counted', () => {
  const moves = movesOf([stays, rises, same, falls]);
  expect(moves.moved.map(({ unit }) => unit)).toEqual(['b', 'a']);
  expect(moves.others).toBe(1);
});

test('a score moves where there is no stage', () => {
  const scored = (score: number) => ({ ...at(1), policy: 'scored' as const, stage: null, score });
  const moves = movesOf([{ unit: 'a', before: [scored(2)], after: [scored(1.5)] }]);
  expect(moves.moved.map(({ change }) => change.moves)).toEqual(['falls']);
});

test('what differs otherwise is said in a line', () => {
  expect(othersText(movesOf([rises, same]))).toBeUndefined();
  expect(othersText(movesOf([rises, stays, stays]))).toBe(
    '2 others change in what they are missing or in a date, not in their stage.',
  );
  expect(othersText(movesOf([rises, stays]))).toMatch(/^1 other changes in what it is missing/);
  expect(othersText(movesOf([stays]))).toMatch(/^1 standing changes in what it is missing/);
});
