import type { MilestoneKey } from '#lib/domain';
import { type KnownUnit, titleOf } from '../known-unit.js';
import { covers, heldAsRead, lastFact, trueSpans } from '../milestones.js';
import { type RecommendationPolicy, saying } from './next-step.js';

/** A step whose prerequisite is missing says so; the ranking puts it below. */
export const prerequisites: RecommendationPolicy = {
  id: 'prerequisites',
  source: "The dictionary's `dependsOn`, which is ours and for advice only.",
  apply: (steps, known) =>
    steps.map((step) => {
      const waitsFor = (step.entry?.dependsOn ?? []).filter((key) => isMissing(known, key));
      if (waitsFor.length === 0) return step;
      const titles = waitsFor.map((key) => titleOf(known, key)).join(' and ');
      return saying({ ...step, waitsFor }, `Comes better after ${titles}, still missing here.`);
    }),
};

/** Neither held here, or above where a model looks there, nor recorded as not applicable. */
function isMissing(known: KnownUnit, milestone: MilestoneKey): boolean {
  if (lastFact(known, milestone, known.now)?.outcome === 'not-applicable') return false;
  return !covers(trueSpans(known, heldAsRead(known, milestone)), known.now);
}
