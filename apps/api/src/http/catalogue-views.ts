import { type CatalogueView, writeExpression } from '#lib/catalogue';
import type {
  Criterion,
  Expression,
  Group,
  MaturityModel,
  MilestoneEntry,
  MilestoneKey,
} from '#lib/domain';

/** A model as answers show it. */
export function modelView(
  view: CatalogueView,
  model: MaturityModel,
  state: 'in-force' | 'available' | 'replaying',
) {
  const { id, version, title, policy, provenance, summary, notes, benchmarks, references } = model;
  return {
    id,
    version,
    versions: view.versions(id).map((one) => one.version),
    state,
    title,
    policy,
    provenance,
    source: model.source ?? null,
    ...(summary === undefined ? {} : { summary }),
    notes,
    benchmarks,
    references,
    ...(model.rollup === undefined ? {} : { rollup: model.rollup }),
    ...bodyOf(model),
  };
}

function bodyOf(model: MaturityModel) {
  const stages =
    model.policy === 'checklist'
      ? []
      : model.stages.map((stage) => ({ ...stage, criteria: stage.criteria.map(criterionView) }));
  switch (model.policy) {
    case 'gates':
      return { stages, dimensions: [] };
    case 'checklist':
      return { stages, dimensions: [], items: model.items.map(criterionView) };
    case 'dimensions':
      return {
        stages,
        overall: model.overall,
        dimensions: model.dimensions.map((dimension) => ({
          ...dimension,
          levels: dimension.levels.map((level) => ({
            ...level,
            criteria: level.criteria.map(criterionView),
          })),
        })),
      };
    case 'scored':
      return {
        stages,
        dimensions: [],
        combine: model.combine,
        groups: model.groups.map(groupView),
      };
  }
}

function criterionView({ when, ...criterion }: Criterion) {
  return { ...criterion, when: writeExpression(when), milestones: milestonesOf(when) };
}

function groupView({ groups, items, ...group }: Group): unknown {
  return {
    ...group,
    groups: groups.map(groupView),
    items: items.map(({ worth, ...item }) =>
      'when' in worth
        ? { ...item, when: writeExpression(worth.when) }
        : { ...item, milestone: worth.milestone },
    ),
  };
}

function milestonesOf(expression: Expression): readonly MilestoneKey[] {
  const keys = new Set<MilestoneKey>();
  const visit = (part: Expression): void => {
    if (part.form === 'milestone') keys.add(part.milestone);
    else if (part.form === 'units') visit(part.meet);
    else part.of.forEach(visit);
  };
  visit(expression);
  return [...keys];
}

/** A dictionary entry as answers show it. */
export function milestoneView({ validity, reviewEvery, ...entry }: MilestoneEntry) {
  return {
    ...entry,
    ...(validity ? { validity: validity.iso } : {}),
    ...(reviewEvery ? { reviewEvery: reviewEvery.iso } : {}),
  };
}
