import type { Evaluator } from '../evaluate.js';
import { BEGINNING_OF_TIME, FOREVER, type Instant, type UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import { combineSteps, intersect, type Span, type Steps, spansWhere, valueAt } from '../spans.js';
import type { TargetGoal } from '../target.js';
import { type GoalReading, stageOf } from './goal.js';

export type ShareGoal = Extract<TargetGoal, { kind: 'share' }>;

/** Where the units of a subtree stand in a model, as stretches in which each is counted. */
export interface CountedSpan extends Span {
  /** Null where the model has no stages. */
  readonly ordinal: number | null;
}

/**
 * Such stretches, in any order, to be walked through; a list of them is one. What is visited holds
 * during the visit only.
 */
export interface CountedSpans {
  forEach(visit: (span: CountedSpan) => void): void;
}

/**
 * Reads what a target wants of a share of a subtree.
 * @param counted every stretch in which a unit lies in the subtree and has a standing in the model
 * @returns undefined when the version in force has no such stage
 */
export function readShareGoal(
  goal: ShareGoal,
  model: MaturityModel | undefined,
  counted: CountedSpans,
): GoalReading | undefined {
  const stage = model && stageOf(model, goal.stage);
  if (!stage) return undefined;
  const [every, some] = [new Map<Instant, number>(), new Map<Instant, number>()];
  counted.forEach((span) => {
    add(every, span);
    if ((span.ordinal ?? 0) >= stage.ordinal) add(some, span);
  });
  const [all, reached] = [stepsOf(every), stepsOf(some)];
  const counts = (at: Instant) => ({ reached: valueAt(reached, at), counted: valueAt(all, at) });
  const holds = combineSteps(
    [reached, all],
    ([there, of]) => (of as number) > 0 && (there as number) / (of as number) >= goal.share,
  );
  return {
    held: spansWhere(holds, (held) => held),
    progress: (at) => {
      const { reached: there, counted: of } = counts(at);
      return of === 0 ? 0 : Math.min(1, there / of / goal.share);
    },
    steps: () => [],
    counts,
  };
}

/** Notes by how much a count changes where a span begins and ends. */
function add(changes: Map<Instant, number>, { from, until }: Span): void {
  changes.set(from, (changes.get(from) ?? 0) + 1);
  changes.set(until, (changes.get(until) ?? 0) - 1);
}

/** The count through time: many spans change it at few instants. */
function stepsOf(changes: ReadonlyMap<Instant, number>): Steps<number> {
  let count = changes.get(BEGINNING_OF_TIME) ?? 0;
  const [starts, values] = [[BEGINNING_OF_TIME], [count]];
  for (const at of [...changes.keys()].sort((a, b) => a - b)) {
    const change = changes.get(at) as number;
    if (change === 0 || at === BEGINNING_OF_TIME || at === FOREVER) continue;
    count += change;
    starts.push(at);
    values.push(count);
  }
  return { starts, values };
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
