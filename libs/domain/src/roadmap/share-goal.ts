import type { Evaluator } from '../evaluate.js';
import type { Instant, UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import { combineSteps, countSpans, intersect, type Span, spansWhere, valueAt } from '../spans.js';
import type { TargetGoal } from '../target.js';
import { type GoalReading, stageOf } from './goal.js';

export type ShareGoal = Extract<TargetGoal, { kind: 'share' }>;

/** Where the units of a subtree stand in a model, as stretches in which each is counted. */
export interface CountedSpan extends Span {
  /** Null where the model has no stages. */
  readonly ordinal: number | null;
}

/**
 * Reads what a target wants of a share of a subtree.
 * @param counted every stretch in which a unit lies in the subtree and has a standing in the model
 * @returns undefined when the version in force has no such stage
 */
export function readShareGoal(
  goal: ShareGoal,
  model: MaturityModel | undefined,
  counted: readonly CountedSpan[],
): GoalReading | undefined {
  const stage = model && stageOf(model, goal.stage);
  if (!stage) return undefined;
  const all = countSpans(counted);
  const reached = countSpans(counted.filter(({ ordinal }) => (ordinal ?? 0) >= stage.ordinal));
  const counts = (at: Instant) => ({ reached: valueAt(reached, at), counted: valueAt(all, at) });
  const holds = combineSteps(
    [reached, all],
    ([some, every]) => (every as number) > 0 && (some as number) / (every as number) >= goal.share,
  );
  return {
    held: spansWhere(holds, (held) => held),
    progress: (at) => {
      const { reached: some, counted: every } = counts(at);
      return every === 0 ? 0 : Math.min(1, some / every / goal.share);
    },
    steps: () => [],
    counts,
  };
}

/**
 * The stretches in which the unit itself and the units below it, by the tree at each time, have a
 * standing in a model.
 * @param follows whether a unit follows the model, as known
 */
export function countedSpans(
  unit: UnitKey,
  model: MaturityModel,
  evaluator: Evaluator,
  follows: (unit: UnitKey) => boolean,
): readonly CountedSpan[] {
  const { tree } = evaluator.expressions;
  const own = follows(unit) ? evaluator.timeline(model, unit) : [];
  const below = tree.everBelow(unit).flatMap((one) => {
    if (!follows(one)) return [];
    const spans = tree.ancestry(one).filter((above) => above.unit === unit);
    return evaluator
      .timeline(model, one)
      .flatMap((segment) =>
        spans
          .map((span) => ({ ...intersect(segment, span), ordinal: segment.ordinal }))
          .filter(({ from, until }) => from < until),
      );
  });
  return [...own.map(({ from, until, ordinal }) => ({ from, until, ordinal })), ...below];
}
