import type { Instant, MilestoneKey } from '#lib/domain';
import type { KnownUnit } from './known-unit.js';
import { factsOf, held, trueSpans } from './milestones.js';

const HUBS = ['hub.launched', 'internal-hub.launched'] as unknown as readonly MilestoneKey[];
const HANDS_OFF_MS = 90 * 86_400_000;

/** The 90 days after the launch of a hub, in which nothing major is to be changed. */
export interface HandsOff {
  readonly hub: MilestoneKey;
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * When the unit is to keep its hands off a hub of its own.
 * @source Lithium, discussion: change nothing major for 90 days after the launch of a community
 */
export function handsOffTimes(known: KnownUnit): readonly HandsOff[] {
  return HUBS.filter((hub) => factsOf(known, hub).length > 0).flatMap((hub) =>
    trueSpans(known, held(hub), known.byFact).map(({ from }) => ({
      hub,
      from,
      until: from + HANDS_OFF_MS,
    })),
  );
}

/** Whether a milestone is so much work that it changes something major. */
export function isMajor(known: KnownUnit, milestone: MilestoneKey): boolean {
  const effort = known.dictionary.get(milestone)?.effort;
  return effort === 'L' || effort === 'XL';
}
