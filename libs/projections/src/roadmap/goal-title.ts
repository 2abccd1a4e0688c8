import type { CatalogueView } from '#lib/catalogue';
import { stageOf, type TargetGoal } from '#lib/domain';

/** What a goal wants, by the names that the catalogue in force gives; keys where it has none. */
export function goalTitle(
  goal: TargetGoal,
  { models, dictionary }: Pick<CatalogueView, 'models' | 'dictionary'>,
): string {
  if (goal.kind === 'milestone') return dictionary.get(goal.milestone)?.title ?? goal.milestone;
  const model = models.get(goal.model);
  const title = model?.title ?? goal.model;
  if (goal.kind === 'level') {
    const dimensions = model?.policy === 'dimensions' ? model.dimensions : [];
    const dimension = dimensions.find(({ id }) => id === goal.dimension);
    return `${dimension?.name ?? goal.dimension} at level ${goal.level} (${title})`;
  }
  const stage = model && stageOf(model, goal.stage);
  const name = stage?.name ?? goal.stage;
  if (goal.kind === 'stage') return `${name} (${title})`;
  return `${percent(goal.share)} of units at ${name} or higher (${title})`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))} %`;
}
