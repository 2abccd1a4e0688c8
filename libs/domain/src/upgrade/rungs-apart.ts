import type { Criterion, MaturityModel } from '../model.js';
import { type Rung, tally } from '../policies/rung.js';
import { valueAt } from '../spans.js';
import type { Truth } from '../truth.js';
import type { SideOf, Sides } from './sides.js';

type GatesModel = Extract<MaturityModel, { policy: 'gates' }>;

/**
 * What keeps a unit on the lower rungs of a ladder: of each stage that it holds in the other version,
 * what is false here. Stages are told apart by their ids; one that is reached in neither version is
 * not what changed.
 */
export function rungsApart({ lower, upper }: Sides<GatesModel>): readonly string[] {
  const [low, high] = [ordinalOf(lower), ordinalOf(upper)];
  const kept = lower.model.stages.slice(low, high).flatMap((stage) => {
    const there = upper.model.stages.find(({ id }) => id === stage.id);
    return there && there.ordinal > high ? [] : falseIn(stage, lower, there, upper);
  });
  if (kept.length > 0) return kept;
  // a stage that only the upper ladder has lifts what stands on it
  const below = new Set(lower.model.stages.map(({ id }) => id));
  return upper.model.stages
    .slice(0, high)
    .filter(({ id }) => !below.has(id))
    .flatMap(({ criteria }) => counting(criteria));
}

/**
 * What is false of a rung that is held in the other version: what is not false there as well, where
 * that would be enough.
 */
export function falseIn(
  rung: Rung,
  side: SideOf<MaturityModel>,
  there: Rung | undefined,
  other: SideOf<MaturityModel>,
): readonly string[] {
  const truths = truthsOf(rung, side);
  const here = falseAmong(rung, truths);
  const falseThere = new Set(there && falseAmong(there, truthsOf(there, other)));
  const turned = here.filter((id) => !falseThere.has(id));
  const { met, needed } = tally(rung, truths);
  return turned.length > 0 && met + turned.length >= needed ? turned : here;
}

/** The ids of those that count. */
export function counting(criteria: readonly Criterion[]): readonly string[] {
  return criteria.filter(({ supporting }) => !supporting).map(({ id }) => id);
}

function truthsOf(
  { criteria }: Rung,
  { evaluator, unit, at }: SideOf<MaturityModel>,
): readonly Truth[] {
  const { expressions } = evaluator;
  return criteria.map(({ when }) => valueAt(expressions.truth(unit, when), at));
}

function falseAmong({ criteria }: Rung, truths: readonly Truth[]): readonly string[] {
  return counting(criteria.filter((_criterion, index) => truths[index] === 'false'));
}

function ordinalOf({ standing }: SideOf<GatesModel>): number {
  return standing.stage?.ordinal ?? 0;
}
