import type { Model, Standing } from '../catalogue.js';
import { bar } from '../text/bar.js';
import type { Paint } from '../text/paint.js';

/** Each stage takes as much: held, blocked but met, and not met yet. */
export function ladder(
  paint: Paint,
  standing: Standing,
  model: Model | undefined,
  room: number,
): string {
  const { stage, ahead, checked, total, score } = standing;
  if (checked !== undefined && total) return bar(paint, checked / total, room);
  const stages = model?.stages ?? [];
  if (!stage || stages.length === 0) {
    return typeof score === 'number' ? bar(paint, score / highest(model), room) : '';
  }
  const each = Math.max(1, Math.floor(room / stages.length));
  const blocked = new Set(ahead.map(({ ordinal }) => ordinal));
  return stages
    .map(({ ordinal }) => {
      if (ordinal <= stage.ordinal) return paint.done('█'.repeat(each));
      return blocked.has(ordinal) ? paint.warn('▒'.repeat(each)) : paint.faint('░'.repeat(each));
    })
    .join('');
}

/** Scores end at the highest stage, or at 3 where a model has none. */
const highest = (model: Model | undefined) => model?.stages.at(-1)?.from ?? 3;

/** `4 of 6`, `5 of 7 checked`, `1.25`. */
export function placeText(
  { stage, checked, total, score }: Standing,
  model: Model | undefined,
): string {
  if (checked !== undefined) return `${checked} of ${total ?? checked}`;
  if (typeof score === 'number') return score.toFixed(2);
  if (stage && model && model.stages.length > 0)
    return `${stage.ordinal} of ${model.stages.length}`;
  return stage ? String(stage.ordinal) : '–';
}
