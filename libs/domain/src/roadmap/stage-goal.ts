import type { Evaluator } from '../evaluate.js';
import type { Instant, UnitKey } from '../ids.js';
import type { Dimension, MaturityModel, Stage } from '../model.js';
import { missingAmong, stageRef } from '../policies/reading.js';
import { progress, type Rung, type Tally, tally } from '../policies/rung.js';
import { valueAt } from '../spans.js';
import type { StageRef, StandingSegment, StandingValue } from '../standing.js';
import { type GoalReading, joined, stageOf, type StepItem, type TargetStep } from './goal.js';
import { scoreGains } from './score-gains.js';

type DimensionsModel = Extract<MaturityModel, { policy: 'dimensions' }>;

/** A unit's reading of one model. */
interface ModelSight {
  readonly unit: UnitKey;
  readonly evaluator: Evaluator;
  readonly segments: readonly StandingSegment[];
}

/** Reads the goal of a stage; undefined where the model has no stage of that id. */
export function readStageGoal(
  model: MaturityModel,
  id: string,
  unit: UnitKey,
  evaluator: Evaluator,
): GoalReading | undefined {
  const stage = stageOf(model, id);
  if (!stage || model.policy === 'checklist') return undefined;
  const sight = { unit, evaluator, segments: evaluator.timeline(model, unit) };
  const reaches = (value: StandingValue) => (value.ordinal ?? 0) >= stage.ordinal;
  switch (model.policy) {
    case 'gates':
      return reading(sight, reaches, (value) => gates(model.stages, stage, value));
    case 'dimensions':
      return reading(sight, reaches, (value) =>
        levels(model, model.dimensions, stage.ordinal, value),
      );
    case 'scored': {
      const ref = stageRef(model.stages, stage.ordinal);
      return {
        held: heldBy(sight, reaches),
        progress: (at) => {
          const value = segmentAt(sight, at);
          if (!value) return 0;
          return stage.from ? Math.min(1, (value.score ?? 0) / stage.from) : 1;
        },
        steps: (at) => {
          const value = segmentAt(sight, at);
          if (!value || reaches(value)) return [];
          return [{ stage: ref, missing: scoreGains(model, unit, evaluator.expressions, at) }];
        },
      };
    }
  }
}

/** Reads the goal of a level; undefined where the model has no such dimension or level. */
export function readLevelGoal(
  model: MaturityModel,
  goal: { readonly dimension: string; readonly level: number },
  unit: UnitKey,
  evaluator: Evaluator,
): GoalReading | undefined {
  if (model.policy !== 'dimensions') return undefined;
  const line = model.dimensions.findIndex(({ id }) => id === goal.dimension);
  const dimension = model.dimensions[line];
  if (!dimension || !dimension.levels.some(({ level }) => level === goal.level)) return undefined;
  const sight = { unit, evaluator, segments: evaluator.timeline(model, unit) };
  return reading(
    sight,
    (value) => (value.levels?.[line] ?? 0) >= goal.level,
    (value) => levels(model, [dimension], goal.level, value),
  );
}

/** A gate on the way: a rung with where it stands. */
interface Gate extends Omit<TargetStep, 'stillNeeded' | 'missing'> {
  readonly rung: Rung;
  /** Whether the way up has passed it. */
  readonly passed: boolean;
}

function reading(
  sight: ModelSight,
  reaches: (value: StandingValue) => boolean,
  gatesOf: (value: StandingValue) => readonly Gate[],
): GoalReading {
  return {
    held: heldBy(sight, reaches),
    progress: (at) => {
      const value = segmentAt(sight, at);
      if (!value) return 0;
      if (reaches(value)) return 1;
      return progress(gatesOf(value).map(({ rung }) => tallyAt(sight, rung, at)));
    },
    steps: (at) => {
      const value = segmentAt(sight, at);
      if (!value || reaches(value)) return [];
      return gatesOf(value).flatMap(({ rung, passed, ...place }) => {
        const { met, needed } = tallyAt(sight, rung, at);
        if (passed || met >= needed) return [];
        return [
          { ...place, stillNeeded: needed - met, missing: missingAt(sight, rung, place, at) },
        ];
      });
    },
  };
}

function gates(stages: readonly Stage[], wanted: Stage, value: StandingValue): readonly Gate[] {
  return stages
    .filter(({ ordinal }) => ordinal <= wanted.ordinal)
    .map((stage) => ({
      rung: stage,
      stage: stageRef(stages, stage.ordinal),
      passed: stage.ordinal <= (value.ordinal ?? 0),
    }));
}

/** The levels up to a wanted one, lowest first, and in the model's order at each. */
function levels(
  model: DimensionsModel,
  dimensions: readonly Dimension[],
  wanted: number,
  value: StandingValue,
): readonly Gate[] {
  return dimensions
    .flatMap((dimension) => {
      const reached = value.levels?.[model.dimensions.indexOf(dimension)] ?? 0;
      return dimension.levels
        .filter(({ level }) => level <= wanted)
        .map((level) => ({
          rung: level,
          stage: stageRef(model.stages, level.level) as StageRef,
          dimension: dimension.id,
          level: level.level,
          passed: level.level <= reached,
        }));
    })
    .sort((a, b) => a.level - b.level);
}

function missingAt(
  { unit, evaluator }: ModelSight,
  rung: Rung,
  { dimension }: { readonly dimension?: string },
  at: Instant,
): readonly StepItem[] {
  const sight = { unit, at, expressions: evaluator.expressions };
  const rank = (item: StepItem) => (item.keyMove ? 0 : item.supporting ? 2 : 1);
  return missingAmong(rung.criteria, sight, dimension).toSorted((a, b) => rank(a) - rank(b));
}

function tallyAt({ unit, evaluator }: ModelSight, rung: Rung, at: Instant): Tally {
  const { expressions } = evaluator;
  return tally(
    rung,
    rung.criteria.map(({ when }) => valueAt(expressions.truth(unit, when), at)),
  );
}

function segmentAt({ segments }: ModelSight, at: Instant): StandingSegment | undefined {
  return segments.find(({ from, until }) => from <= at && at < until);
}

function heldBy({ segments }: ModelSight, reaches: (value: StandingValue) => boolean) {
  return joined(segments.filter(reaches));
}
