import type {
  EventId,
  Evaluator,
  Instant,
  MaturityModel,
  Met,
  Standing,
  UnitKey,
} from '#lib/domain';
import type { Resting } from './known-unit.js';

/**
 * The first model in which a unit stood above the first stage at an instant and one of the criteria
 * that carry it there was met by an event; undefined when nothing rested on the event.
 */
export function restingOn(
  event: EventId,
  unit: UnitKey,
  at: Instant,
  {
    evaluator,
    models,
  }: { readonly evaluator: Evaluator; readonly models: readonly MaturityModel[] },
): Resting | undefined {
  for (const model of models) {
    const standing = evaluator.standing(model, unit, at);
    if (!standing?.stage || standing.stage.ordinal < 2) continue;
    const { ordinal, name } = standing.stage;
    const carried = standing.met.some(
      (met) => met.by.includes(event) && !met.supporting && carries(met, standing, model),
    );
    if (carried) return { unit, model: model.id, title: model.title, ordinal, name };
  }
  return undefined;
}

/** Whether a criterion that is met stands on a rung that the unit has reached. */
function carries(met: Met, standing: Standing, model: MaturityModel): boolean {
  if (met.level !== undefined) {
    const reached = standing.dimensions?.find(({ id }) => id === met.dimension)?.level ?? 0;
    return met.level <= reached;
  }
  if (model.policy !== 'gates') return true;
  const rung = model.stages.find(({ id }) => id === met.stage)?.ordinal ?? 0;
  return rung <= (standing.stage?.ordinal ?? 0);
}
