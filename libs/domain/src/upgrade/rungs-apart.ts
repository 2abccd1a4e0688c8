import type { Criterion, MaturityModel, Needs } from '../model.js';
import { valueAt } from '../spans.js';
import type { SideOf, Sides } from './sides.js';

type GatesModel = Extract<MaturityModel, { policy: 'gates' }>;

/** A rung of a ladder or of a line of growth. */
interface Rung {
  readonly needs: Needs;
  readonly criteria: readonly Criterion[];
}

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
 * What is false of a rung that is held in the other version: what is true there, unless the rung asks
 * for more of the same than it does there.
 */
export function falseIn(
  rung: Rung,
  side: SideOf<MaturityModel>,
  there: Rung | undefined,
  other: SideOf<MaturityModel>,
): readonly string[] {
  const here = falseAmong(rung.criteria, side);
  if (!there || JSON.stringify(there.needs) !== JSON.stringify(rung.needs)) return here;
  const falseThere = new Set(falseAmong(there.criteria, other));
  const turned = here.filter((id) => !falseThere.has(id));
  return turned.length > 0 ? turned : here;
}

/** The ids of those that count. */
export function counting(criteria: readonly Criterion[]): readonly string[] {
  return criteria.filter(({ supporting }) => !supporting).map(({ id }) => id);
}

function falseAmong(
  criteria: readonly Criterion[],
  { evaluator, unit, at }: SideOf<MaturityModel>,
): readonly string[] {
  const { expressions } = evaluator;
  return counting(
    criteria.filter(({ when }) => valueAt(expressions.truth(unit, when), at) === 'false'),
  );
}

function ordinalOf({ standing }: SideOf<GatesModel>): number {
  return standing.stage?.ordinal ?? 0;
}
