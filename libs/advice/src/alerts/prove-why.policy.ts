import type { Instant, MilestoneKey } from '#lib/domain';
import type { AlertPolicy, Finding } from '../finding.js';
import { day, type KnownUnit, titleOf } from '../known-unit.js';
import { becauseOf, factsOf, held, lastFact, monthsAfter, trueSpans } from '../milestones.js';

const BEGINNINGS = ['sponsor.approved', 'hub.launched'] as unknown as readonly MilestoneKey[];
const REPORTED = 'business-value.reported' as MilestoneKey;
const WARN_AFTER_MONTHS = 9;
const FRESH_MONTHS = 12;
/** A year on, the question has been asked. */
const STANDS_FOR_MONTHS = 12;

/** Nine months after the effort began or a hub was launched, nobody has reported what it is worth. */
export const proveWhy: AlertPolicy = {
  id: 'prove-why',
  source:
    "Lithium: a year after launch somebody demands a proof of why it was done. The year is the source's; nine months, a report being fresh for twelve and the year it stands for are ours.",
  find(known) {
    const found = BEGINNINGS.flatMap((milestone) => warnings(known, milestone));
    found.sort((a, b) => a.from - b.from);
    // one warning at a time: the earlier of two that overlap
    return found.filter(
      (finding, index) =>
        !found
          .slice(0, index)
          .some(({ from, until }) => from <= finding.from && finding.from < until),
    );
  },
};

function warnings(known: KnownUnit, milestone: MilestoneKey): readonly Finding[] {
  if (factsOf(known, milestone).length === 0) return [];
  const reports = reportsOf(known);
  return trueSpans(known, held(milestone), known.byFact).flatMap((run): Finding[] => {
    const from = monthsAfter(run.from, WARN_AFTER_MONTHS);
    const fact = lastFact(known, milestone, run.from);
    const fresh = reports.some((at) => at <= from && monthsAfter(at, FRESH_MONTHS) > from);
    const reported = reports.find((at) => at > from) ?? run.until;
    const until = Math.min(run.until, reported, monthsAfter(from, STANDS_FOR_MONTHS));
    if (!fact || fresh || from >= until) return [];
    return [
      {
        episode: fact.id,
        from,
        until,
        severity: 'warning',
        summary: `${titleOf(known, milestone)} since ${day(run.from)} and no fresh report of its business value: show it before somebody asks why it was done.`,
        because: [becauseOf(known, milestone, fact)],
      },
    ];
  });
}

function reportsOf(known: KnownUnit): readonly Instant[] {
  return factsOf(known, REPORTED)
    .filter(({ outcome }) => outcome === 'achieved')
    .map(({ at }) => at);
}
