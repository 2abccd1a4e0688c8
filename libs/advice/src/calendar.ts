import { type Expression, FOREVER, type Instant, type MilestoneKey } from '#lib/domain';
import { handsOffTimes } from './hub-launch.js';
import type { KnownUnit } from './known-unit.js';
import { held, heldAsRead } from './milestones.js';
import { readingsOf } from './readings.js';

/**
 * The next instant at which standings, held milestones and next steps of a unit may be others
 * without any new fact: a validity or waiver ends, something has been held for long enough.
 */
export function nextChange(known: KnownUnit): Instant {
  const { expressions } = known.evaluator;
  let next: Instant = FOREVER;
  const mark = (at: Instant) => {
    if (at > known.now && at < next) next = at;
  };
  const watch = (expression: Expression) => {
    const { starts } = expressions.truth(known.unit, expression);
    // most never change again: the last step says so
    if ((starts[starts.length - 1] as Instant) > known.now) starts.forEach(mark);
    if (expression.form === 'units' || expression.form === 'milestone') return;
    for (const part of expression.of) watch(part);
  };
  for (const model of known.models) {
    for (const { criterion } of readingsOf(model)) watch(criterion.when);
    for (const { from, until } of known.evaluator.timeline(model, known.unit)) {
      mark(from);
      mark(until);
    }
  }
  for (const key of prerequisitesOf(known)) watch(heldAsRead(known, key));
  for (const key of known.facts.facts.keys()) watch(held(key));
  for (const { until } of handsOffTimes(known)) mark(until);
  for (const { from, until } of expressions.tree.lives(known.unit)) {
    mark(from);
    mark(until);
  }
  return next;
}

function prerequisitesOf(known: KnownUnit): ReadonlySet<MilestoneKey> {
  const missing = known.standings.flatMap(({ next }) => next?.missing ?? []);
  return new Set(
    missing
      .flatMap(({ milestones }) => milestones)
      .flatMap((key) => known.dictionary.get(key)?.dependsOn ?? []),
  );
}
