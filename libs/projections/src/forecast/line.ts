import type {
  MaturityModel,
  MilestoneKey,
  ModelId,
  StageRef,
  StandingValue,
  TargetGoal,
} from '#lib/domain';

/** What units climb: the stages of a model, the levels of one of its dimensions, or a milestone, held or not. */
export type Line =
  | { readonly kind: 'stages'; readonly model: ModelId }
  | { readonly kind: 'levels'; readonly model: ModelId; readonly dimension: string }
  | { readonly kind: 'milestone'; readonly milestone: MilestoneKey };

/** The lines that speak of standings. */
export type StandingLine = Exclude<Line, { kind: 'milestone' }>;

/** The name of a line, for keys and for the seed of what is drawn. */
export function lineName(line: Line): string {
  switch (line.kind) {
    case 'stages':
      return `stages ${line.model}`;
    case 'levels':
      return `levels ${line.model} ${line.dimension}`;
    case 'milestone':
      return `milestone ${line.milestone}`;
  }
}

/** The lines of a model: its stages and, where it has any, its dimensions. */
export function linesOf(model: MaturityModel): readonly StandingLine[] {
  if (model.policy === 'checklist' || model.stages.length === 0) return [];
  const stages = { kind: 'stages', model: model.id } as const;
  if (model.policy !== 'dimensions') return [stages];
  const levels = model.dimensions.map(
    ({ id }) => ({ kind: 'levels', model: model.id, dimension: id }) as const,
  );
  return [stages, ...levels];
}

/** Where a value stands on a line of its model; undefined: nowhere. */
export function placeOn(
  line: StandingLine,
  model: MaturityModel,
): (value: Pick<StandingValue, 'ordinal' | 'levels'>) => number | undefined {
  if (line.kind === 'stages') return ({ ordinal }) => ordinal ?? undefined;
  const index =
    model.policy === 'dimensions'
      ? model.dimensions.findIndex(({ id }) => id === line.dimension)
      : -1;
  return ({ levels }) => levels?.[index];
}

/** The line and the place on it that a goal asks for; undefined where the version in force has no such place. */
export function placeOf(
  goal: TargetGoal,
  models: ReadonlyMap<ModelId, MaturityModel>,
): { readonly line: Line; readonly ordinal: number } | undefined {
  if (goal.kind === 'milestone') {
    return { line: { kind: 'milestone', milestone: goal.milestone }, ordinal: 1 };
  }
  const model = models.get(goal.model);
  if (!model || model.policy === 'checklist') return undefined;
  if (goal.kind === 'level') {
    const { dimension, level } = goal;
    const known =
      model.policy === 'dimensions'
        ? model.dimensions.find(({ id }) => id === dimension)
        : undefined;
    if (!known || level > known.levels.length) return undefined;
    return { line: { kind: 'levels', model: goal.model, dimension }, ordinal: level };
  }
  const stage = stageNamed(model, goal.stage);
  return stage && { line: { kind: 'stages', model: goal.model }, ordinal: stage.ordinal };
}

/** A stage of a model by its id. */
export function stageNamed(model: MaturityModel, id: string): StageRef | undefined {
  return model.policy === 'checklist' ? undefined : model.stages.find((stage) => stage.id === id);
}
