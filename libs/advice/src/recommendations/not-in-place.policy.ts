import type { MilestoneKey } from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';
import { covers, held, lastFact, trueSpans } from '../milestones.js';
import { askingsOf, readingsOf } from '../readings.js';
import { asksOfUnit } from './missing-next.policy.js';
import type { NextStep, RecommendationPolicy } from './next-step.js';

/**
 * A milestone that is held is no next step, nor is one recorded as not applicable. One that is held
 * but has to be fresh is: recording it anew helps. Of what units below must have they are told themselves.
 */
export const notInPlace: RecommendationPolicy = {
  id: 'not-in-place',
  source: 'Waymark: what is in place, or does not apply, is not advised.',
  apply: (steps, known) =>
    steps.flatMap((step) => {
      const asks = step.asks.filter((ask) => asksOfUnit(ask, step.milestone));
      if (asks.length === 0 || isOut(known, step.milestone)) return [];
      if (!isHeld(known, step.milestone)) return [{ ...step, asks }];
      const stale = { ...step, asks: asks.filter((ask) => wantsFresh(known, ask, step.milestone)) };
      return stale.asks.length > 0 ? [stale] : [];
    }),
};

function isHeld(known: KnownUnit, milestone: MilestoneKey): boolean {
  return covers(trueSpans(known, held(milestone)), known.now);
}

function isOut(known: KnownUnit, milestone: MilestoneKey): boolean {
  return lastFact(known, milestone, known.now)?.outcome === 'not-applicable';
}

function wantsFresh(
  known: KnownUnit,
  { model, missing }: NextStep['asks'][number],
  milestone: MilestoneKey,
) {
  return readingsOf(model)
    .filter(({ criterion }) => criterion.id === missing.criterion)
    .flatMap(({ criterion }) => askingsOf(criterion.when))
    .some(
      ({ leaf, ofUnitsBelow }) =>
        !ofUnitsBelow &&
        leaf.milestone === milestone &&
        leaf.within !== undefined &&
        !covers(trueSpans(known, leaf), known.now),
    );
}
