import type { Instant, UnitKey } from '../ids.js';
import { intersect, type Span, type Steps, spansWhere, valueAt } from '../spans.js';
import { type GoalReading, joined, type PlanSight, type StepItem, type UnitGoal } from './goal.js';
import { readLevelGoal, readStageGoal } from './stage-goal.js';

/**
 * Reads what a target of a unit wants.
 * @returns undefined when the version in force has no such model, stage, dimension or level
 */
export function readGoal(goal: UnitGoal, unit: UnitKey, sight: PlanSight): GoalReading | undefined {
  if (goal.kind === 'milestone') return readMilestoneGoal(goal, unit, sight);
  const model = sight.models.get(goal.model);
  if (!model) return undefined;
  return goal.kind === 'stage'
    ? readStageGoal(model, goal.stage, unit, sight.evaluator)
    : readLevelGoal(model, goal, unit, sight.evaluator);
}

function readMilestoneGoal(
  { milestone }: Extract<UnitGoal, { kind: 'milestone' }>,
  unit: UnitKey,
  { evaluator, dictionary }: PlanSight,
): GoalReading {
  const { expressions } = evaluator;
  const whole = { form: 'milestone', milestone, degree: 1, scope: 'self' } as const;
  const truth = expressions.truth(unit, whole);
  const worth: Steps<number | undefined> = expressions.worth(unit, milestone);
  const entry = dictionary.get(milestone);
  const lives = expressions.tree.lives(unit);
  const item: StepItem = {
    criterion: milestone,
    says: entry?.title ?? milestone,
    milestones: [milestone],
    keyMove: true,
    supporting: false,
    inferred: entry?.inferred ?? false,
  };
  return {
    held: within(
      spansWhere(truth, (value) => value === 'true'),
      lives,
    ),
    progress: (at) => (isWithin(lives, at) ? (valueAt(worth, at) ?? 0) : 0),
    steps: (at) =>
      valueAt(truth, at) === 'true' || !isWithin(lives, at)
        ? []
        : [{ stage: null, stillNeeded: 1, missing: [item] }],
  };
}

/** The stretches that some share with others, those that touch joined. */
function within(spans: readonly Span[], others: readonly Span[]): readonly Span[] {
  return joined(spans.flatMap((span) => others.map((other) => intersect(span, other))));
}

function isWithin(spans: readonly Span[], at: Instant): boolean {
  return spans.some(({ from, until }) => from <= at && at < until);
}
