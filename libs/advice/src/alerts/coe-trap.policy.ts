import type { MilestoneKey, Span } from '#lib/domain';
import type { AlertPolicy, Finding, Severity } from '../finding.js';
import { day, type KnownUnit } from '../known-unit.js';
import {
  becauseOf,
  covers,
  factsOf,
  held,
  lastFact,
  monthsAfter,
  trueSpans,
} from '../milestones.js';
import { without } from '../spans.js';

export const COE = 'coe.formed' as MilestoneKey;
const DELEGATED = 'operations.delegated' as MilestoneKey;
/** Ours. */
const TRAP_AFTER_MONTHS = 18;
/** Ours: so many units below that lean on one centre make it critical. */
const CRITICAL_FROM = 10;

/**
 * A centre of excellence is old and still does everything itself. Once operations are delegated the
 * watch goes on while most units that lean on it hold nothing of their own.
 */
export const coeTrap: AlertPolicy = {
  id: 'coe-trap',
  source:
    'Altimeter, pitfall at stage 4 and its discussion. The 18 months, what counts as leaning and the ten units that make it critical are ours.',
  find(known) {
    if (factsOf(known, COE).length === 0) return [];
    const delegated = trueSpans(known, held(DELEGATED));
    return trueSpans(known, held(COE), known.byFact).flatMap((run) => trap(known, run, delegated));
  },
};

function trap(known: KnownUnit, run: Span, delegated: readonly Span[]): readonly Finding[] {
  const { leaning, idle } = known.below;
  const fact = lastFact(known, COE, run.from);
  if (!fact) return [];
  const from = monthsAfter(run.from, TRAP_AFTER_MONTHS);
  const present = delegated.find((span) => covers([span], known.now));
  // delegation does not end the watch while most units that lean on the centre are idle
  const watched = present && idle * 2 > leaning;
  const over = delegated.filter((span) => !watched || span !== present);
  const severity: Severity = leaning >= CRITICAL_FROM ? 'critical' : 'warning';
  return without({ from, until: run.until }, over).map((span) => ({
    episode: span.from === from ? fact.id : `${fact.id} ${new Date(span.from).toISOString()}`,
    ...span,
    severity,
    summary:
      watched && covers([span], known.now)
        ? `Operations are delegated since ${day(present.from)}, yet ${idle} of ${leaning} units below still hold only what the centre of excellence gives them.`
        : `The centre of excellence was formed on ${day(run.from)} and operations are not delegated to the units.${lean(leaning)}`,
    because: [becauseOf(known, COE, fact)],
    changesAt: delegated.flatMap((one) => [one.from, one.until]),
  }));
}

function lean(units: number): string {
  if (units === 0) return '';
  return units === 1 ? ' 1 unit below leans on it.' : ` ${units} units below lean on it.`;
}
