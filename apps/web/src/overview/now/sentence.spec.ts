import { describe, expect, it } from 'vitest';
import type { Schemas } from '#lib/client';
import { halfwayUp, sentenceOf } from './sentence.js';

const stages = ['Not started', 'Started', 'Sponsored', 'Operational', 'Extended', 'World class'];

/** A rollup with so many units at each stage from "Not started" up. */
function rollup(...counts: readonly number[]): Schemas['Rollup'] {
  return {
    unit: 'group',
    model: 'lithium',
    modelVersion: 1,
    asOf: '2026-11-22T00:00:00Z',
    knownAt: '2026-11-22T00:00:00Z',
    position: 1,
    below: 10,
    units: counts.reduce((sum, count) => sum + count, 0),
    distribution: counts.map((units, ordinal) => ({
      stage: { ordinal, id: `s${ordinal}`, name: stages[ordinal] ?? '' },
      units,
    })),
    median: null,
    mean: null,
    leading: [],
    lagging: [],
    own: null,
    fromChildren: null,
  };
}

describe('the sentence that heads the overview', () => {
  it('says how many are half-way up or above', () => {
    expect(halfwayUp(rollup(0, 7, 18, 21, 6, 2))).toEqual({
      ordinal: 3,
      of: 5,
      name: 'Operational',
      units: 29,
    });
    expect(sentenceOf(rollup(0, 7, 18, 21, 6, 2))).toBe(
      'More than half of the 54 units are at stage 3 of 5 or above',
    );
  });

  it.each([
    [[3, 2, 1, 0, 0, 0], 'None of 6 units is at stage 3 of 5 or above'],
    [[0, 0, 0, 2, 1, 0], 'All 3 units are at stage 3 of 5 or above'],
    [[0, 0, 0, 1, 0, 0], 'The one unit is at stage 3 of 5 or above'],
    [[1, 1, 0, 1, 1, 0], 'Half of the 4 units are at stage 3 of 5 or above'],
    [[1, 1, 0, 1, 0, 0], '1 of 3 units is at stage 3 of 5 or above'],
    [[4, 4, 1, 1, 0, 0], '1 of 10 units is at stage 3 of 5 or above'],
    [[0, 0, 0, 0, 0, 0], 'No unit follows this model here'],
  ])('%j: %s', (counts, words) => {
    expect(sentenceOf(rollup(...counts))).toBe(words);
  });

  it('tells of checklists and scores as what they are', () => {
    const plain = { ...rollup(), units: 5 };
    expect(sentenceOf({ ...plain, meanChecked: 0.7143 })).toBe(
      '71 % of the checklist is in place in 5 units, on average',
    );
    expect(sentenceOf({ ...plain, meanScore: 1.256 })).toBe('The mean score of 5 units is 1.26');
  });
});
