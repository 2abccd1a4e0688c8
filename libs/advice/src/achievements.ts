import { FOREVER, type Instant, type MilestoneKey } from '#lib/domain';
import type { KnownUnit } from './known-unit.js';
import { covers, held, heldAsRead, trueSpans } from './milestones.js';

const DAY = 86_400_000;

/** That a unit has achieved a milestone by facts of its own: precedents for the others. */
export interface Achievement {
  readonly milestone: MilestoneKey;
  /** For the first time. */
  readonly at: Instant;
  /**
   * How long it took from when it could be begun: from the last of its prerequisites, without any
   * from the unit's first achievement. Null where there is nothing to count from.
   */
  readonly days: number | null;
  /** Whether it is held now, by facts. */
  readonly held: boolean;
}

/** What a unit has achieved by now. */
export function achievementsOf(known: KnownUnit): readonly Achievement[] {
  const first = new Map<MilestoneKey, Instant>();
  for (const [milestone, facts] of known.facts.facts) {
    const achieved = facts.find(({ outcome, at }) => outcome === 'achieved' && at <= known.now);
    if (achieved) first.set(milestone, achieved.at);
  }
  const earliest = Math.min(...first.values());
  return [...first].map(([milestone, at]) => {
    const needed = known.dictionary.get(milestone)?.dependsOn ?? [];
    // a prerequisite may be held by a unit above
    const ready = needed.map((key) => trueSpans(known, heldAsRead(known, key))[0]?.from ?? FOREVER);
    const from = needed.length > 0 ? Math.max(...ready) : earliest;
    // a prerequisite that came later, or never, tells nothing; nor does the unit's first achievement
    const tells = needed.length > 0 ? from <= at : from < at;
    return {
      milestone,
      at,
      days: tells ? Math.round((at - from) / DAY) : null,
      held: covers(trueSpans(known, held(milestone), known.byFact), known.now),
    };
  });
}
