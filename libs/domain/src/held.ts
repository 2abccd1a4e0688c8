import { addDuration, type Duration } from './duration.js';
import type { MilestoneFact } from './facts.js';
import { FOREVER, type EventId, type Instant } from './ids.js';
import type { Span } from './spans.js';

/** A stretch in which one event makes a milestone held, or not applicable. */
export interface Holding extends Span {
  readonly event: EventId;
}

/** What is asked of a milestone beyond being achieved. */
export interface Asked {
  readonly degree: number;
  readonly within?: Duration;
  readonly heldFor?: Duration;
}

/**
 * The stretches in which a milestone is held by its facts alone.
 * @param facts of one unit and milestone, in order
 * @param validity of the milestone; absent: it does not run out
 * @source model-format: Held, Expressions
 */
export function holdings(
  facts: readonly MilestoneFact[],
  validity: Duration | undefined,
  asked: Asked,
): readonly Holding[] {
  const found: Holding[] = [];
  let since: Instant | undefined;
  let runEnds: Instant = FOREVER;
  facts.forEach((fact, index) => {
    if (fact.outcome !== 'achieved' || fact.degree < asked.degree) {
      since = undefined;
      return;
    }
    if (since === undefined || fact.at >= runEnds) since = fact.at;
    runEnds = validity ? addDuration(fact.freshFrom, validity) : FOREVER;
    const next = facts[index + 1]?.at ?? FOREVER;
    const from = asked.heldFor ? Math.max(fact.at, addDuration(since, asked.heldFor)) : fact.at;
    const fresh = asked.within ? addDuration(fact.freshFrom, asked.within) : FOREVER;
    const until = Math.min(next, runEnds, fresh);
    if (from < until) found.push({ from, until, event: fact.id });
  });
  return found;
}

/** The stretches in which a unit's own last fact says that a milestone does not apply. */
export function notApplicable(facts: readonly MilestoneFact[]): readonly Holding[] {
  return facts.flatMap((fact, index) => {
    const until = facts[index + 1]?.at ?? FOREVER;
    return fact.outcome === 'not-applicable' && fact.at < until
      ? [{ from: fact.at, until, event: fact.id }]
      : [];
  });
}

/** The degree held at each of its facts, with validity: stretches of one degree above 0. */
export function degrees(
  facts: readonly MilestoneFact[],
  validity: Duration | undefined,
): readonly (Holding & { readonly degree: number })[] {
  return facts.flatMap((fact, index) => {
    const until = Math.min(
      facts[index + 1]?.at ?? FOREVER,
      validity ? addDuration(fact.freshFrom, validity) : FOREVER,
    );
    return fact.outcome === 'achieved' && fact.at < until
      ? [{ from: fact.at, until, event: fact.id, degree: fact.degree }]
      : [];
  });
}
