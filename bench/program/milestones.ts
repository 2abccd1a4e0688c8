import type { CatalogueView } from '#lib/catalogue';
import type { Criterion, Expression, MaturityModel, MilestoneKey } from '#lib/domain';

/** A milestone and how far along the models it stands. */
export interface Milestone {
  readonly milestone: MilestoneKey;
  /** Above 0, at most 1: the mean of ordinal ÷ number of stages over the criteria that read it. */
  readonly step: number;
  /** Whether a model reads it from the units above. */
  readonly inherited: boolean;
}

/** The milestones of a dictionary in the order in which growing units reach them. */
export class Milestones {
  readonly all: readonly Milestone[];

  constructor({ models, dictionary }: Pick<CatalogueView, 'models' | 'dictionary'>) {
    const steps = new Map<MilestoneKey, number[]>();
    const inherited = new Set<MilestoneKey>();
    for (const model of models.values()) {
      for (const { step, criterion } of criteriaOf(model)) {
        for (const leaf of leavesOf(criterion.when)) {
          const found = steps.get(leaf.milestone);
          if (found) found.push(step);
          else steps.set(leaf.milestone, [step]);
          if (leaf.scope === 'up') inherited.add(leaf.milestone);
        }
      }
    }
    this.all = [...dictionary.keys()]
      .map((milestone) => {
        const read = steps.get(milestone) ?? [0.5];
        const step = read.reduce((sum, one) => sum + one, 0) / read.length;
        return { milestone, step, inherited: inherited.has(milestone) };
      })
      .sort((a, b) => a.step - b.step || (a.milestone < b.milestone ? -1 : 1));
  }
}

function criteriaOf(model: MaturityModel): readonly { step: number; criterion: Criterion }[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap(({ ordinal, criteria }) =>
        criteria.map((criterion) => ({ step: ordinal / model.stages.length, criterion })),
      );
    case 'dimensions':
      return model.dimensions.flatMap(({ levels }) =>
        levels.flatMap(({ level, criteria }) =>
          criteria.map((criterion) => ({ step: level / levels.length, criterion })),
        ),
      );
    default:
      return [];
  }
}

type Leaf = Extract<Expression, { form: 'milestone' }>;

function leavesOf(expression: Expression): readonly Leaf[] {
  if (expression.form === 'milestone') return [expression];
  if (expression.form === 'units') return leavesOf(expression.meet);
  return expression.of.flatMap(leavesOf);
}
