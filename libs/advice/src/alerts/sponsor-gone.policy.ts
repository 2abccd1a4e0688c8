import { type EventId, FOREVER, type Instant, type MilestoneKey, type UnitKey } from '#lib/domain';
import type { AlertPolicy, Finding } from '../finding.js';
import { day, type KnownUnit, type Resting } from '../known-unit.js';
import { becauseOf, covers, factsOf, held, trueSpans } from '../milestones.js';
import { restingOn } from '../resting.js';

export const SPONSOR = 'sponsor.approved' as MilestoneKey;

/** A stretch in which a unit that had a sponsor of its own has none, nor has anybody above it. */
export interface SponsorLapse {
  /** The event by which the sponsor was approved. */
  readonly approved: EventId;
  readonly from: Instant;
  readonly until: Instant;
}

/** When the unit's own sponsor went and none above it remained; waivers do not bring one back. */
export function sponsorLapses(known: KnownUnit): readonly SponsorLapse[] {
  if (factsOf(known, SPONSOR).length === 0) return [];
  const line = trueSpans(known, held(SPONSOR, 'up'), known.byFact);
  return trueSpans(known, held(SPONSOR), known.byFact).flatMap(({ until: from }) => {
    if (from === FOREVER || covers(line, from)) return [];
    const [approved] = known.byFact.proof(known.unit, held(SPONSOR), from - 1).by;
    if (!approved) return [];
    const until = line.find((span) => span.from > from)?.from ?? FOREVER;
    return [{ approved, from, until }];
  });
}

/**
 * The sponsor is gone while anything above the first stage rests on the approval: at the unit itself
 * or anywhere below it. Raised once, where the sponsor was recorded.
 */
export const sponsorGone: AlertPolicy = {
  id: 'sponsor-gone',
  source:
    'Lithium, move to stage 2; change-management research (Prosci) puts sponsorship first. That a waiver does not bring a sponsor back is part of the rule.',
  find(known) {
    return sponsorLapses(known).flatMap((lapse): Finding[] => {
      const { approved, from, until } = lapse;
      const resting =
        restingOn(approved, known.unit, from - 1, known) ?? known.below.resting.get(approved);
      if (!resting) return [];
      const { title: _, ...stage } = resting;
      const ended = factsOf(known, SPONSOR).filter((fact) => fact.at === from);
      return [
        {
          episode: approved,
          from,
          until,
          severity: 'critical',
          summary: `The management sponsor is gone since ${day(from)}, and ${whoRests(known, resting)} rested on that sponsor.`,
          because: [
            ...ended.map((fact) => becauseOf(known, SPONSOR, fact)),
            { kind: 'stage', ...stage },
          ],
        },
      ];
    });
  },
};

function whoRests({ unit }: KnownUnit, resting: Resting): string {
  const where = unit === resting.unit ? '' : whereRests(resting.unit);
  return `stage ${resting.ordinal}, ${resting.name},${where} in ${resting.title}`;
}

/** @param below the unit that is named; null: none is */
function whereRests(below: UnitKey | null): string {
  return ` of ${below ?? 'a unit'}, below it,`;
}

/** A summary of this rule without the key of the unit that rested on the sponsor, for those who do not see that one. */
export function withoutResting(summary: string, below: UnitKey): string {
  return summary.replace(whereRests(below), whereRests(null));
}
