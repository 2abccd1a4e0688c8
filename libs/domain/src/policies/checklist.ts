import type { Expressions } from '../expressions.js';
import type { UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import { metAmong, type PolicyReading } from './reading.js';

/**
 * A checklist: so many of so many; items that are not applicable are left out.
 * @source model-format: Standing, checklist
 */
export function readChecklist(
  model: Extract<MaturityModel, { policy: 'checklist' }>,
  unit: UnitKey,
  expressions: Expressions,
): PolicyReading {
  return {
    inputs: model.items.map((item) => expressions.truth(unit, item.when)),
    value: (truths) => ({
      ordinal: null,
      checked: truths.filter((truth) => truth === 'true').length,
      total: truths.filter((truth) => truth !== 'not-applicable').length,
    }),
    detail: (at) => ({
      next: null,
      ahead: [],
      met: metAmong(model.items, { stage: null }, { unit, at, expressions }),
    }),
  };
}
