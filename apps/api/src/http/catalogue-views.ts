import { type CatalogueView, writeExpression } from '#lib/catalogue';
import type {
  Criterion,
  Expression,
  Group,
  MaturityModel,
  MilestoneEntry,
  MilestoneKey,
} from '#lib/domain';
import type { ModelBuild } from '#lib/projections';

/**
 * A model as answers show it.
 * @param build of the version that is to be adopted, where there is one
 */
export function modelView(
  view: CatalogueView,
  model: MaturityModel,
  build: ModelBuild | undefined,
) {
  const { id, version, title, policy, provenance, summary, notes, benchmarks, references } = model;
  return {
    id,
    version,
    versions: view.versions(id).map((one) => one.version),
    state: stateOf(view, model, build),
    ...(build === undefined ? {} : { adoption: adoptionView(build) }),
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

function stateOf(view: CatalogueView, { id, version }: MaturityModel, build?: ModelBuild) {
  const decides = view.models.get(id)?.version === version;
  if (build?.state === 'replaying' && (decides || build.version === version)) return 'replaying';
  return decides ? 'in-force' : 'available';
}

function adoptionView({ version, requestedAt, state, reason }: ModelBuild) {
  return {
    version,
    requestedAt: new Date(requestedAt).toISOString(),
    state: state === 'failed' ? 'failed' : 'replaying',
    ...(reason === null ? {} : { reason }),
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
