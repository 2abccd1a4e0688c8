import { DAY } from '#lib/domain';
import { historyOf, type HistoryKind } from './histories.js';
import { judge, type Judged, type Score, scoreOf } from './score.js';

/** Days from the beginning at which everybody is forecast. */
export const CUTS = [900, 1200, 1500, 1800, 2100];

/** Forecasts generated histories of one kind, next stage and next two, and looks at what then happened. */
export function backTest(
  kind: HistoryKind,
  seeds: number,
): { all: Score; next: Score; two: Score; refused: number } {
  const judged: Judged[] = [];
  let refused = 0;
  for (let seed = 0; seed < seeds; seed++) {
    const truth = historyOf(kind, seed);
    const found = judge(
      { known: () => truth, truth, cuts: CUTS.map((day) => day * DAY), goals: [1, 2] },
      `${kind.name} ${seed}`,
    );
    for (const one of found.judged) judged.push(one);
    refused += found.refused;
  }
  return {
    next: scoreOf(judged.filter(({ steps }) => steps === 1)),
    two: scoreOf(judged.filter(({ steps }) => steps === 2)),
    all: scoreOf(judged),
    refused,
  };
}
