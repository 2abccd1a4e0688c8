import type { Expressions } from '../expressions.js';
import { FOREVER, type Instant, type UnitKey } from '../ids.js';
import type { Criterion, Stage } from '../model.js';
import { runAround, type Steps, valueAt } from '../spans.js';
import type { Met, Missing, NextStage, StageRef, Standing, StandingValue } from '../standing.js';
import type { Truth } from '../truth.js';
import { progress, stillNeeded, type Tally } from './rung.js';

/** What a step of an input may be: the truth of a criterion, or the worth of an item (undefined: left out). */
export type Input = Truth | number | undefined;

/** A model read for one unit: what its standing is a function of, and that function. */
export interface PolicyReading {
  readonly inputs: readonly Steps<Input>[];
  /** @param values one for each input, in their order */
  value(values: readonly Input[]): StandingValue;
  /** The parts of a standing that are not kept as a step function. */
  detail(at: Instant, value: StandingValue): StandingDetail;
}

export type StandingDetail = Pick<Standing, 'next' | 'ahead' | 'met'> &
  Partial<Pick<Standing, 'groups'>>;

/** "Not started": below the first stage. */
export const NOT_STARTED: StageRef = { ordinal: 0, id: 'none', name: 'Not started' };

/** A stage as answers name it; null where the model has none. */
export function stageRef(stages: readonly Stage[], ordinal: number | null): StageRef | null {
  if (ordinal === null) return null;
  const stage = stages[ordinal - 1];
  return stage ? { ordinal: stage.ordinal, id: stage.id, name: stage.name } : NOT_STARTED;
}

/** A unit, an instant and what is read there. */
export interface Sight {
  readonly unit: UnitKey;
  readonly at: Instant;
  readonly expressions: Expressions;
}

/** Where a criterion stands in its model. */
export interface Place {
  readonly stage: string | null;
  readonly dimension?: string;
  readonly level?: number;
}

/** The criteria among the given that are true, with their proof. */
export function metAmong(
  criteria: readonly Criterion[],
  place: Place,
  sight: Sight,
): readonly Met[] {
  const { unit, at, expressions } = sight;
  return criteria.flatMap((criterion) => {
    const truth = expressions.truth(unit, criterion.when);
    if (valueAt(truth, at) !== 'true') return [];
    const run = runAround(truth, at);
    return [
      {
        ...place,
        criterion: criterion.id,
        ...expressions.proof(unit, criterion.when, at),
        since: run.from,
        ...(run.until < FOREVER ? { until: run.until } : {}),
        supporting: criterion.supporting,
        inferred: criterion.inferred,
      },
    ];
  });
}

/** The criteria among the given that are false; those that are not applicable are left out. */
export function missingAmong(
  criteria: readonly Criterion[],
  sight: Sight,
  dimension?: string,
): readonly Missing[] {
  const { unit, at, expressions } = sight;
  return criteria
    .filter((criterion) => valueAt(expressions.truth(unit, criterion.when), at) === 'false')
    .map((criterion) => ({
      criterion: criterion.id,
      says: criterion.says,
      milestones: expressions.missing(unit, criterion.when, at),
      keyMove: criterion.keyMove,
      supporting: criterion.supporting,
      inferred: criterion.inferred,
      ...(dimension === undefined ? {} : { dimension }),
    }));
}

/** The next stage of a ladder or of dimensions, by the rungs that lead there. */
export function nextStage(
  stage: Stage,
  counted: readonly Tally[],
  missing: readonly Missing[],
): NextStage {
  const { ordinal, id, name } = stage;
  const [done, needed] = [progress(counted), stillNeeded(counted)];
  return { ordinal, id, name, progress: done, stillNeeded: needed, missing };
}
