import type { Evaluator } from './evaluate.js';
import type { EventId, Instant, UnitKey } from './ids.js';
import type { Criterion, MaturityModel } from './model.js';
import { valueAt } from './spans.js';

/**
 * The events on which those criteria of a model rest that became true for a unit at an instant, or
 * rested until then those that ceased to be.
 */
export function turnedOn(
  evaluator: Evaluator,
  model: MaturityModel,
  unit: UnitKey,
  at: Instant,
): ReadonlySet<EventId> {
  return new Set(
    model.policy === 'scored'
      ? itemsTurned(evaluator, model, unit, at)
      : criteriaOf(model).flatMap((criterion) => criterionTurned(evaluator, criterion, unit, at)),
  );
}

function criteriaOf(model: Exclude<MaturityModel, { policy: 'scored' }>): readonly Criterion[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap(({ criteria }) => criteria);
    case 'dimensions':
      return model.dimensions.flatMap(({ levels }) => levels.flatMap(({ criteria }) => criteria));
    case 'checklist':
      return model.items;
  }
}

function criterionTurned(
  { expressions }: Evaluator,
  { when }: Criterion,
  unit: UnitKey,
  at: Instant,
): readonly EventId[] {
  const truth = expressions.truth(unit, when);
  const [was, is] = [valueAt(truth, at - 1) === 'true', valueAt(truth, at) === 'true'];
  return was === is ? [] : expressions.proof(unit, when, is ? at : at - 1).by;
}

/** Items tell only by the whole standing what gives them all of their worth. */
function itemsTurned(
  evaluator: Evaluator,
  model: MaturityModel,
  unit: UnitKey,
  at: Instant,
): readonly EventId[] {
  const met = (instant: Instant) => evaluator.standing(model, unit, instant)?.met ?? [];
  const [before, after] = [met(at - 1), met(at)];
  const apart = (some: typeof before, others: typeof before) =>
    some.filter(({ criterion }) => !others.some((other) => other.criterion === criterion));
  return [...apart(after, before), ...apart(before, after)].flatMap(({ by }) => by);
}
