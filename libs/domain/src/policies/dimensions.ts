import type { Expressions } from '../expressions.js';
import type { Instant, UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import { valueAt } from '../spans.js';
import type { NextStage, StandingValue } from '../standing.js';
import type { Truth } from '../truth.js';
import { metAmong, missingAmong, nextStage, type PolicyReading } from './reading.js';
import { highestReached, tallies } from './rung.js';

type DimensionsModel = Extract<MaturityModel, { policy: 'dimensions' }>;

/**
 * Lines of growth: each dimension has its own level, and the overall stage is read from them.
 * @source model-format: Standing, dimensions
 */
export function readDimensions(
  model: DimensionsModel,
  unit: UnitKey,
  expressions: Expressions,
): PolicyReading {
  const { dimensions, stages } = model;
  const truths = dimensions.map((dimension) =>
    dimension.levels.flatMap((level) =>
      level.criteria.map((criterion) => expressions.truth(unit, criterion.when)),
    ),
  );
  const levelsOf = (values: readonly Truth[]) => {
    let start = 0;
    return dimensions.map((dimension, index) => {
      const own = values.slice(start, (start += truths[index]?.length ?? 0));
      return highestReached(tallies(dimension.levels, own));
    });
  };
  return {
    inputs: truths.flat(),
    value: (values) => overallOf(model, levelsOf(values as Truth[])),
    detail: (at, value) => ({
      next: nextOf(at, value),
      ahead: [],
      met: dimensions.flatMap((dimension) =>
        dimension.levels.flatMap((level) =>
          metAmong(
            level.criteria,
            {
              stage: stages[level.level - 1]?.id ?? null,
              dimension: dimension.id,
              level: level.level,
            },
            { unit, at, expressions },
          ),
        ),
      ),
    }),
  };

  function nextOf(at: Instant, value: StandingValue): NextStage | null {
    const ordinal = value.ordinal ?? 0;
    const stage = stages[ordinal];
    if (!stage) return null;
    const raising = dimensions.flatMap((dimension, index) => {
      const level = value.levels?.[index] ?? 0;
      const rung = dimension.levels[level];
      return rung && (model.overall === 'mean' || level === ordinal)
        ? [{ dimension, rung, index }]
        : [];
    });
    const counted = raising.flatMap(({ dimension, rung, index }) => {
      const own = (truths[index] ?? []).map((steps) => valueAt(steps, at));
      return tallies(dimension.levels, own)[rung.level - 1] ?? [];
    });
    const missing = raising.flatMap(({ dimension, rung }) =>
      missingAmong(rung.criteria, { unit, at, expressions }, dimension.id),
    );
    return nextStage(stage, counted, missing);
  }
}

function overallOf(model: DimensionsModel, levels: readonly number[]): StandingValue {
  const sorted = [...levels].sort((a, b) => a - b);
  const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
  const lowerMedian = sorted[(sorted.length - 1) >> 1] ?? 0;
  const overall = { lowest: sorted[0] ?? 0, median: lowerMedian, mean: Math.floor(mean) };
  return { ordinal: overall[model.overall], levels, mean };
}
