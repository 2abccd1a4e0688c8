import type { MilestoneKey, ModelId, TargetGoal, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { readSubtree } from '../roadmap/subtree-plan.js';
import type { PlannedTarget } from '../roadmap/plan-reader.js';
import type { RollupReading } from '../rollups/rollups.js';
import { type RestatedFigure, sameFigure } from './restated-figures.js';

/** A restated figure of a target, and what the target is about. */
export interface RestatedTarget extends RestatedFigure {
  readonly title: string;
  readonly about: { readonly model: ModelId } | { readonly milestone: MilestoneKey };
}

/**
 * Targets that are known by now to have been reached on another day, or by more or fewer units, than
 * was known then. Plans that were changed since are none: a date that moved was not wrong.
 */
export async function restatedTargets(
  log: EventLog,
  unit: UnitKey,
  old: RollupReading,
  present: RollupReading,
): Promise<readonly RestatedTarget[]> {
  const [were, are] = [
    await readSubtree(old, { log }, unit),
    await readSubtree(present, { log }, unit),
  ];
  const nameOf = ({ unit: of, target, goal }: PlannedTarget) => JSON.stringify([of, target, goal]);
  const known = new Map(are.planned.map((target) => [nameOf(target), target]));
  return were.planned.flatMap((was) => {
    const is = known.get(nameOf(was));
    if (!is) return [];
    const [before, after] = [figureOf(was), figureOf(is)];
    if (sameFigure(before, after)) return [];
    const { unit: of, target, title, goal } = is;
    const model = 'model' in goal ? goal.model : null;
    const shared = { figure: 'target', unit: of, model, stage: null, target } as const;
    return [{ ...shared, was: before, is: after, title, about: aboutOf(goal) }];
  });
}

/** How many units are there, for shares; else the day on which it was reached. */
function figureOf({ state }: PlannedTarget): number | string | null {
  if (state.counts) return state.counts.reached;
  const { achievedOn } = state;
  return achievedOn === undefined ? null : new Date(achievedOn).toISOString().slice(0, 10);
}

function aboutOf(goal: TargetGoal): RestatedTarget['about'] {
  return goal.kind === 'milestone' ? { milestone: goal.milestone } : { model: goal.model };
}
