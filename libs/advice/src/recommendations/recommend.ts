import type { MilestoneKey, UnitKey } from '#lib/domain';
import { adviceId } from '../advice-id.js';
import { type KnownUnit, titleOf } from '../known-unit.js';
import { factsOf } from '../milestones.js';
import { advances } from './advances.policy.js';
import { fromAbove } from './from-above.policy.js';
import { handsOff90Days } from './hands-off-90-days.policy.js';
import { integrationJoins } from './integration-joins.policy.js';
import { keyMoveFirst } from './key-move-first.policy.js';
import { missingNext } from './missing-next.policy.js';
import type { Advance, NextStep, RecommendationPolicy } from './next-step.js';
import { notInPlace } from './not-in-place.policy.js';
import { prerequisites } from './prerequisites.policy.js';
import { ranking } from './ranking.policy.js';

/** The rules that find what a unit misses and what achieving it would do. */
const FINDING: readonly RecommendationPolicy[] = [missingNext, notInPlace, keyMoveFirst, advances];

/** Every rule about next steps, in the order in which they speak. */
export const RECOMMENDATION_POLICIES: readonly RecommendationPolicy[] = [
  ...FINDING,
  handsOff90Days,
  integrationJoins,
  fromAbove,
  prerequisites,
  ranking,
];

/** A next step for a unit, with its reasons. */
export interface Recommendation {
  readonly id: string;
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
  /** 1 is the first. */
  readonly rank: number;
  readonly title: string;
  readonly why: readonly string[];
  readonly keyMove: boolean;
  readonly advances: readonly Advance[];
  readonly effort: 'S' | 'M' | 'L' | 'XL' | null;
  /** The unit above at whose level it is best recorded. */
  readonly level: UnitKey | null;
}

/** What a unit misses for its next stages and what each milestone would do, before it is ranked as advice. */
export function missingSteps(known: KnownUnit): readonly NextStep[] {
  return applied(FINDING, [], known);
}

/**
 * The next steps of a unit in their order; none while it has no standing.
 * @param missing what `missingSteps` found, where it was asked already
 */
export function recommend(
  known: KnownUnit,
  missing: readonly NextStep[] = missingSteps(known),
): readonly Recommendation[] {
  const steps = applied(RECOMMENDATION_POLICIES.slice(FINDING.length), missing, known);
  return steps.map(({ milestone, entry, why, keyMove, level, ...step }, index) => ({
    id: adviceId(known.program, 'recommendation', known.unit, episodeOf(known, milestone)),
    unit: known.unit,
    milestone,
    rank: index + 1,
    title: titleOf(known, milestone),
    why,
    keyMove,
    advances: step.advances,
    effort: entry?.effort ?? null,
    level,
  }));
}

/** Once a milestone was achieved and is gone again, advising it is a new matter. */
function episodeOf(known: KnownUnit, milestone: MilestoneKey): string {
  const last = factsOf(known, milestone).findLast(({ outcome }) => outcome === 'achieved');
  return `${milestone} ${last?.id ?? 'first'}`;
}

function applied(
  policies: readonly RecommendationPolicy[],
  steps: readonly NextStep[],
  known: KnownUnit,
): readonly NextStep[] {
  return policies.reduce((had, policy) => policy.apply(had, known), steps);
}
