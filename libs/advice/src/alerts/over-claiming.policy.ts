import {
  FOREVER,
  type MaturityModel,
  type MilestoneFact,
  type MilestoneKey,
  type Span,
} from '#lib/domain';
import type { AlertPolicy, Finding } from '../finding.js';
import { type KnownUnit, titleOf } from '../known-unit.js';
import { becauseOf, endOfValidity } from '../milestones.js';
import { type Reading, reads, readingsOf } from '../readings.js';
import { joined, without } from '../spans.js';

interface Claim extends Span {
  readonly milestone: MilestoneKey;
  readonly fact: MilestoneFact;
}

/**
 * Milestones of later stages are recorded without evidence while earlier gates are missing. A
 * milestone that belongs to a stage within reach in any model the unit follows claims nothing.
 */
export const overClaiming: AlertPolicy = {
  id: 'over-claiming',
  source:
    'Altimeter, discussion: most believe they are further along than they are until one looks. That one model within reach excuses a milestone is ours.',
  find(known) {
    const claims = claimsOf(known);
    return joined(claims).map(({ from, until }): Finding => {
      const own = claims.filter((claim) => claim.from < until && from < claim.until);
      const seen = Math.min(Math.max(known.now, from), until - 1);
      const present = own.filter((claim) => claim.from <= seen && seen < claim.until);
      const titles = [...new Set(present.map(({ milestone }) => titleOf(known, milestone)))];
      return {
        episode: new Date(from).toISOString(),
        from,
        until,
        severity: 'warning',
        summary: `Recorded without evidence, though gates of earlier stages are missing: ${titles.join(', ')}.`,
        because: present.map(({ milestone, fact }) => becauseOf(known, milestone, fact)),
        changesAt: own.flatMap((claim) => [claim.from, claim.until]),
      };
    });
  },
};

function claimsOf(known: KnownUnit): readonly Claim[] {
  return [...known.facts.facts].flatMap(([milestone, facts]) => {
    if (!facts.some((fact) => isBare(known, fact))) return [];
    const within = withinReach(known, milestone);
    if (!within) return [];
    return facts.flatMap((fact, index) => {
      if (!isBare(known, fact)) return [];
      const next = facts[index + 1]?.at ?? FOREVER;
      const until = Math.min(next, endOfValidity(known.dictionary, milestone, fact.freshFrom));
      return without({ from: fact.at, until }, within).map((span) => ({
        ...span,
        milestone,
        fact,
      }));
    });
  });
}

/** Achieved, with nothing to show for it. */
function isBare(known: KnownUnit, fact: MilestoneFact): boolean {
  if (fact.outcome !== 'achieved') return false;
  const event = known.events.get(fact.id);
  return event?.type === 'milestone.achieved' && (event.data.evidence ?? []).length === 0;
}

/** When a stage that asks for the milestone was reached or next; undefined when no gate asks for it. */
function withinReach(known: KnownUnit, milestone: MilestoneKey): readonly Span[] | undefined {
  const asking = known.models.flatMap((model) =>
    readingsOf(model)
      .filter(
        ({ rung, criterion }) =>
          rung !== null && reads(criterion.when, milestone, known.dictionary),
      )
      .map((reading) => ({ model, reading })),
  );
  if (!asking.some(({ reading }) => !reading.criterion.supporting)) return undefined;
  return asking.flatMap(({ model, reading }) => reachOf(known, model, reading));
}

function reachOf(known: KnownUnit, model: MaturityModel, reading: Reading): readonly Span[] {
  const line =
    model.policy === 'dimensions'
      ? model.dimensions.findIndex(({ id }) => id === reading.dimension)
      : -1;
  return known.evaluator.timeline(model, known.unit).filter(({ ordinal, levels }) => {
    const reached = line < 0 ? (ordinal ?? 0) : (levels?.[line] ?? 0);
    return reached + 1 >= (reading.rung ?? 0);
  });
}
