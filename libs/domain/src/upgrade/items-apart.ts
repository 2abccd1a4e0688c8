import type { MaturityModel } from '../model.js';
import { itemsOf, worthOf } from '../policies/scored.js';
import { valueAt } from '../spans.js';
import type { SideOf, Sides } from './sides.js';

type ScoredModel = Extract<MaturityModel, { policy: 'scored' }>;
/** What the items of a version are worth to a unit; undefined: left out. */
type Worths = ReadonlyMap<string, number | undefined>;

/**
 * What keeps a unit on a lower stage of a score: the items that are worth less than in the other
 * version; one that only one version counts is worth less there unless it is worth all it can be,
 * and more there if it is worth anything. Where nothing is worth anything else, what is not worth all
 * it can be: then weights or thresholds changed.
 */
export function itemsApart({ lower, upper }: Sides<ScoredModel>): readonly string[] {
  const [below, above] = [worthsOf(lower), worthsOf(upper)];
  const ids = [...new Set([...below.keys(), ...above.keys()])];
  const moved = ids.filter((id) => {
    const [here, there] = [below.get(id), above.get(id)];
    if (here === undefined) return there !== undefined && there > 0;
    return there === undefined ? here < 1 : here < there;
  });
  if (moved.length > 0) return moved;
  return [...below].flatMap(([id, worth]) => (worth !== undefined && worth < 1 ? [id] : []));
}

function worthsOf({ model, evaluator, unit, at }: SideOf<ScoredModel>): Worths {
  const items = model.groups.flatMap(itemsOf);
  const worth = (item: (typeof items)[number]) => {
    const value = valueAt(worthOf(item, unit, evaluator.expressions), at);
    return typeof value === 'number' ? value : undefined;
  };
  return new Map(items.map((item) => [item.id, worth(item)]));
}
