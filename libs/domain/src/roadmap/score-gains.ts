import type { Expressions } from '../expressions.js';
import type { Instant, UnitKey } from '../ids.js';
import type { MaturityModel, ScoredItem } from '../model.js';
import type { Input } from '../policies/reading.js';
import { criterionOf, itemsOf, missingItem, score, worthOf } from '../policies/scored.js';
import { valueAt } from '../spans.js';
import type { StepItem } from './goal.js';

/**
 * The items of a `scored` model below full worth, with what the score would gain were each alone of
 * full worth; the greatest gain first, else in the model's order.
 */
export function scoreGains(
  model: Extract<MaturityModel, { policy: 'scored' }>,
  unit: UnitKey,
  expressions: Expressions,
  at: Instant,
): readonly StepItem[] {
  const items = model.groups.flatMap(itemsOf);
  const worths = new Map<ScoredItem, Input>(
    items.map((item) => [item, valueAt(worthOf(item, unit, expressions), at)]),
  );
  const reached = score(model, worths).score ?? 0;
  const gain = (item: ScoredItem) =>
    (score(model, new Map(worths).set(item, 1)).score ?? 0) - reached;
  return items
    .flatMap((item) => {
      const sight = { unit, at, expressions };
      const [missing] = missingItem(item, criterionOf(item), worths.get(item), sight);
      return missing ? [{ ...missing, adds: toFourDecimals(gain(item)) }] : [];
    })
    .sort((a, b) => b.adds - a.adds);
}

function toFourDecimals(gain: number): number {
  return Math.round(gain * 10_000) / 10_000;
}
