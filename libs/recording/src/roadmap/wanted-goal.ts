import {
  type MaturityModel,
  type MilestoneKey,
  type ModelId,
  stageOf,
  type Stage,
  type TargetGoal,
} from '#lib/domain';
import { requireMilestone } from '../facts/milestone.js';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';

/** What a target shall want, as given: a stage by its id or its ordinal. */
export type GoalWish =
  | { readonly milestone: MilestoneKey }
  | { readonly model: ModelId; readonly stage: string | number; readonly share?: number }
  | { readonly model: ModelId; readonly dimension: string; readonly level: number };

/**
 * What a target shall want, by the models and the dictionary in force.
 * @throws Refusal `milestone-unknown`, `model-unknown`, `stage-unknown`, `dimension-unknown`, `level-unknown`
 */
export async function wantedGoal(known: Known, wish: GoalWish): Promise<TargetGoal> {
  if ('milestone' in wish) {
    await requireMilestone(known, wish.milestone);
    return { kind: 'milestone', milestone: wish.milestone };
  }
  const model = await requireModel(known, wish.model);
  if ('dimension' in wish) {
    const { dimension, level } = wish;
    requireLevel(model, dimension, level);
    return { kind: 'level', model: model.id, dimension, level };
  }
  const stage = requireStage(model, wish.stage).id;
  return wish.share === undefined
    ? { kind: 'stage', model: model.id, stage }
    : { kind: 'share', model: model.id, stage, share: wish.share };
}

async function requireModel(known: Known, id: ModelId): Promise<MaturityModel> {
  const { models } = await known.catalogue();
  const model = models.get(id);
  if (model) return model;
  const message = `There is no model "${id}". GET /models lists them.`;
  throw new Refusal('model-unknown', message, '/model');
}

function requireStage(model: MaturityModel, given: string | number): Stage {
  const stages = model.policy === 'checklist' ? [] : model.stages;
  if (stages.length === 0) {
    const message = `"${model.id}" has no stages. Choose another model, or a milestone.`;
    throw new Refusal('stage-unknown', message, '/stage');
  }
  const stage =
    typeof given === 'string' ? stageOf(model, given) : stages.find((one) => one.ordinal === given);
  if (stage) return stage;
  const there = stages.map(({ ordinal, id }) => `${ordinal} ("${id}")`).join(', ');
  const message = `"${model.id}" has no stage ${JSON.stringify(given)}. Its stages are ${there}.`;
  throw new Refusal('stage-unknown', message, '/stage');
}

function requireLevel(model: MaturityModel, id: string, level: number): void {
  const dimensions = model.policy === 'dimensions' ? model.dimensions : [];
  const dimension = dimensions.find((one) => one.id === id);
  if (!dimension) {
    const there = dimensions.map((one) => `"${one.id}"`).join(', ');
    const message = `"${model.id}" has no dimension "${id}". ${there ? `It has ${there}.` : 'It has none.'}`;
    throw new Refusal('dimension-unknown', message, '/dimension');
  }
  if (dimension.levels.some((one) => one.level === level)) return;
  const message = `"${id}" has no level ${level}. Its levels run from 1 to ${dimension.levels.length}.`;
  throw new Refusal('level-unknown', message, '/level');
}
