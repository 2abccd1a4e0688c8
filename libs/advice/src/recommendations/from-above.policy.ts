import type { MilestoneKey, UnitKey } from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';
import { askingsOf, readingsOf } from '../readings.js';
import { type Ask, type RecommendationPolicy, saying } from './next-step.js';

/** What a unit lives under rather than makes is best recorded above it, once for everybody below. */
export const fromAbove: RecommendationPolicy = {
  id: 'from-above',
  source:
    'The models read organisation-wide milestones with `scope: up`. That the topmost unit is named is ours.',
  apply: (steps, known) => {
    const top = topmost(known);
    if (top === null) return steps;
    return steps.map((step) => {
      if (!step.asks.some((ask) => readsFromAbove(ask, step.milestone))) return step;
      return saying({ ...step, level: top }, REASON);
    });
  },
};

const REASON = 'Recorded at a unit above, it holds for every unit below it, this one too.';

/** Whether a criterion that is missing looks for a milestone at the units above as well. */
export function readsFromAbove({ model, missing }: Ask, milestone: MilestoneKey): boolean {
  return readingsOf(model)
    .filter(({ criterion }) => criterion.id === missing.criterion)
    .flatMap(({ criterion }) => askingsOf(criterion.when))
    .some(
      ({ leaf, ofUnitsBelow }) =>
        !ofUnitsBelow && leaf.milestone === milestone && leaf.scope === 'up',
    );
}

/** The root above the unit now; null when it is one itself. */
function topmost(known: KnownUnit): UnitKey | null {
  const above = known.evaluator.expressions.tree
    .ancestry(known.unit)
    .filter(({ from, until }) => from <= known.now && known.now < until);
  return above[above.length - 1]?.unit ?? null;
}
