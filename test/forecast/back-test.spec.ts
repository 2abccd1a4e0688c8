import { describe, expect, it } from 'vitest';
import { backTestDemo } from '../../bench/forecast/demo.js';
import { backTest } from '../../bench/forecast/generated.js';
import { KINDS } from '../../bench/forecast/histories.js';
import { scoreOf } from '../../bench/forecast/score.js';
import { backTestShares } from '../../bench/forecast/shares.js';

/** What is said to happen in 80 of 100 cases may happen in so many. */
const LEAST = 0.75;
const MOST = 0.85;

const LEARNABLE = KINDS.filter(({ name }) => !/gets faster|crises|falls|everything/.test(name));

describe('what was forecast and what then happened', () => {
  it.each(LEARNABLE.map((kind) => [kind.name, kind] as const))(
    'in generated histories (%s) lies from P10 to P90 in 75 to 85 of 100 cases',
    (_, kind) => {
      const { all } = backTest(kind, Math.max(1, Math.round(1200 / kind.units)));
      expect(all.forecasts).toBeGreaterThan(1_000);
      expect(all.covered).toBeGreaterThan(LEAST);
      expect(all.covered).toBeLessThan(MOST);
    },
    120_000,
  );

  it('is covered a little too widely where units fall and come back, and no worse where everybody speeds up or slows down', () => {
    for (const kind of KINDS.filter((one) => !LEARNABLE.includes(one))) {
      const { all } = backTest(kind, 5);
      expect(all.covered, kind.name).toBeGreaterThan(LEAST);
      expect(all.covered, kind.name).toBeLessThan(0.88);
    }
  }, 120_000);

  it('in the demo, by what was known then, lies from P10 to P90 in 75 to 85 of 100 cases', () => {
    const months = Array.from({ length: 13 }, (_, index) => 6 + 3 * index);
    // the story of the demo, and others of the same cast that can be told: one alone is little
    const stories = ['quillhaven', 'a', 'b', 'c', 'd', 'g', 'h', 'i'];
    const found = stories.map((seed) => [
      ...backTestDemo(Date.UTC(2026, 10), months, seed).values(),
    ]);
    const judged = found.map((models) => models.flatMap((one) => one.judged));
    for (const some of [judged[0] ?? [], judged.flat()]) {
      // what had happened before and was recorded later counts, too; it is rare
      const { forecasts, covered } = scoreOf(some);
      expect(forecasts).toBeGreaterThan(1_500);
      expect(covered).toBeGreaterThan(LEAST);
      expect(covered).toBeLessThan(MOST);
      expect(some.filter(({ past }) => past).length / forecasts).toBeLessThan(0.06);
    }
    // most gates there have been passed by fewer than ten
    const refused = found.flat().reduce((sum, one) => sum + one.refused, 0);
    expect(refused).toBeGreaterThan(judged.flat().length);
  }, 240_000);

  it('for shares of many units, with what is assumed of their common fate, lies in the band about as often', () => {
    const judged = LEARNABLE.filter(({ units }) => units === 200).map((kind) =>
      backTestShares(kind, 6),
    );
    const all = judged.reduce((sum, { forecasts }) => sum + forecasts, 0);
    const covered = judged.reduce((sum, one) => sum + one.covered * one.forecasts, 0) / all;
    expect(all).toBeGreaterThan(100);
    expect(covered).toBeGreaterThan(LEAST);
    expect(covered).toBeLessThan(0.92);
  }, 120_000);
});
