import type { MaturityModel } from '../model.js';
import { counting, falseIn } from './rungs-apart.js';
import { holding, type SideOf, type Sides } from './sides.js';

type DimensionsModel = Extract<MaturityModel, { policy: 'dimensions' }>;

/**
 * What keeps a unit on a lower stage of lines of growth: of each dimension that stands lower than in
 * the other version, what is false on the way there; a dimension that only one version has counts
 * for what it adds to or takes from the whole.
 */
export function dimensionsApart(sides: Sides<DimensionsModel>): readonly string[] {
  const { lower, upper } = sides;
  const above = levelsOf(upper);
  const overall = upper.standing.stage?.ordinal ?? 0;
  const kept = lower.model.dimensions.flatMap(({ id, levels }) => {
    const from = levelsOf(lower).get(id) ?? 0;
    const there = upper.model.dimensions.find((other) => other.id === id);
    return levels
      .slice(from, above.get(id) ?? overall)
      .flatMap((rung, index) => falseIn(rung, lower, there?.levels[from + index], upper));
  });
  if (kept.length > 0) return kept;
  const added = lifting(sides);
  return added.length > 0 ? added : holding(lower);
}

/** What is held in dimensions that only the upper version has. */
function lifting({ lower, upper }: Sides<DimensionsModel>): readonly string[] {
  const known = new Set(lower.model.dimensions.map(({ id }) => id));
  const reached = levelsOf(upper);
  return upper.model.dimensions
    .filter(({ id }) => !known.has(id))
    .flatMap(({ id, levels }) => levels.slice(0, reached.get(id) ?? 0))
    .flatMap(({ criteria }) => counting(criteria));
}

function levelsOf({ standing }: SideOf<DimensionsModel>): ReadonlyMap<string, number> {
  return new Map((standing.dimensions ?? []).map(({ id, level }) => [id, level]));
}
