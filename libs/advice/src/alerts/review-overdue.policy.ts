import { addDuration, FOREVER } from '#lib/domain';
import type { AlertPolicy, Finding } from '../finding.js';
import { day, titleOf } from '../known-unit.js';
import { becauseOf, endOfValidity } from '../milestones.js';

/** A milestone that is held was not looked at again within the time its dictionary entry names. */
export const reviewOverdue: AlertPolicy = {
  id: 'review-overdue',
  source:
    "The dictionary's `reviewEvery`, which is ours: nothing stops, somebody should look again.",
  find(known) {
    return [...known.facts.facts].flatMap(([milestone, facts]) => {
      const every = known.dictionary.get(milestone)?.reviewEvery;
      if (!every) return [];
      return facts.flatMap((fact, index): Finding[] => {
        if (fact.outcome !== 'achieved') return [];
        const from = Math.max(fact.at, addDuration(fact.freshFrom, every));
        const next = facts[index + 1]?.at ?? FOREVER;
        const until = Math.min(next, endOfValidity(known.dictionary, milestone, fact.freshFrom));
        if (from >= until) return [];
        return [
          {
            episode: fact.id,
            from,
            until,
            severity: 'warning',
            summary: `${titleOf(known, milestone)}: last recorded on ${day(fact.at)}, to be looked at again by ${day(from)}. Record it anew, or that it lapsed.`,
            because: [becauseOf(known, milestone, fact)],
          },
        ];
      });
    });
  },
};
