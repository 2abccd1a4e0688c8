import type { Expressions } from '../expressions.js';
import type { UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import { valueAt } from '../spans.js';
import type { Truth } from '../truth.js';
import { metAmong, missingAmong, nextStage, type PolicyReading, stageRef } from './reading.js';
import { highestReached, tallies } from './rung.js';

/**
 * A ladder: the greatest k such that stages 1…k all have what they need.
 * @source model-format: Standing, gates
 */
export function readGates(
  model: Extract<MaturityModel, { policy: 'gates' }>,
  unit: UnitKey,
  expressions: Expressions,
): PolicyReading {
  const { stages } = model;
  const inputs = stages.flatMap((stage) =>
    stage.criteria.map((criterion) => expressions.truth(unit, criterion.when)),
  );
  return {
    inputs,
    value: (truths) => ({ ordinal: highestReached(tallies(stages, truths as Truth[])) }),
    detail: (at, value) => {
      const ordinal = value.ordinal ?? 0;
      const sight = { unit, at, expressions };
      const counted = tallies(
        stages,
        inputs.map((input) => valueAt(input, at)),
      );
      const next = stages[ordinal];
      return {
        next: next
          ? nextStage(next, counted.slice(ordinal, ordinal + 1), missingAmong(next.criteria, sight))
          : null,
        ahead: stages
          .filter((stage, index) => {
            const count = counted[index];
            return stage.ordinal > ordinal + 1 && count && count.met >= count.needed;
          })
          .flatMap((stage) => stageRef(stages, stage.ordinal) ?? []),
        met: stages.flatMap((stage) => metAmong(stage.criteria, { stage: stage.id }, sight)),
      };
    },
  };
}
