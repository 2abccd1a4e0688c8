import {
  addDuration,
  type Dictionary,
  type Expression,
  type Expressions,
  FOREVER,
  type Instant,
  type MilestoneFact,
  type MilestoneKey,
  type Span,
  spansWhere,
} from '#lib/domain';
import type { Because } from './finding.js';
import type { KnownUnit } from './known-unit.js';
import { readsUp } from './readings.js';

type Leaf = Extract<Expression, { form: 'milestone' }>;

const leaves = new Map<string, Leaf>();

/** "This milestone is held", for the unit itself or, with `up`, for it or any unit above it. */
export function held(milestone: MilestoneKey, scope: 'self' | 'up' = 'self'): Leaf {
  const name = `${scope} ${milestone}`;
  let leaf = leaves.get(name);
  if (!leaf) leaves.set(name, (leaf = { form: 'milestone', milestone, degree: 1, scope }));
  return leaf;
}

/** "This milestone is held", looked for above where a model that the unit follows does so. */
export function heldAsRead(known: KnownUnit, milestone: MilestoneKey): Leaf {
  const up = known.models.some((model) => readsUp(model, milestone));
  return held(milestone, up ? 'up' : 'self');
}

/** The stretches over which an expression is true for the unit. */
export function trueSpans(
  known: KnownUnit,
  expression: Expression,
  expressions: Expressions = known.evaluator.expressions,
): readonly Span[] {
  return spansWhere(expressions.truth(known.unit, expression), (truth) => truth === 'true');
}

/** The stretches in which one of the spans covers an instant. */
export function covers(spans: readonly Span[], at: Instant): boolean {
  return spans.some(({ from, until }) => from <= at && at < until);
}

/** What the unit's own facts say of a milestone, in order. */
export function factsOf(known: KnownUnit, milestone: MilestoneKey): readonly MilestoneFact[] {
  return known.facts.facts.get(milestone) ?? [];
}

/** The last fact of the unit about a milestone at or before an instant. */
export function lastFact(
  known: KnownUnit,
  milestone: MilestoneKey,
  at: Instant,
): MilestoneFact | undefined {
  return factsOf(known, milestone).findLast((fact) => fact.at <= at);
}

/** A fact as a reason. */
export function becauseOf(
  known: KnownUnit,
  milestone: MilestoneKey,
  { id, at }: { readonly id: MilestoneFact['id']; readonly at: Instant },
): Because {
  return {
    kind: 'event',
    event: id,
    milestone,
    unit: known.unit,
    at: new Date(at).toISOString(),
  };
}

/** When a time in months has passed since an instant. */
export function monthsAfter(instant: Instant, months: number): Instant {
  return addDuration(instant, { iso: `P${months}M`, months, rest: 0 });
}

/** When a milestone achieved at an instant stops being valid; `FOREVER` when it never does. */
export function endOfValidity(
  dictionary: Dictionary,
  milestone: MilestoneKey,
  achievedAt: Instant,
): Instant {
  const validity = dictionary.get(milestone)?.validity;
  return validity ? addDuration(achievedAt, validity) : FOREVER;
}
