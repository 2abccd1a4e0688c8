import {
  type MaturityModel,
  type Stage,
  type StageRef,
  type StandingValue,
  stageRef,
} from '#lib/domain';
import type { Plane } from './segments.js';

/** Stages of a model; none in a checklist. */
export function stagesOf(model: MaturityModel): readonly Stage[] {
  return model.policy === 'checklist' ? [] : model.stages;
}

/** A stage as answers name it; "Not started" for 0. */
export function stageOf(model: MaturityModel, ordinal: number): StageRef {
  return stageRef(stagesOf(model), ordinal) as StageRef;
}

/** How many units stand at a stage. */
export interface Step {
  readonly stage: StageRef;
  readonly units: number;
}

/** What some units look like in one model. */
export interface Figures {
  /** Units counted: those that have a standing in the model. */
  readonly units: number;
  /** Every stage from "Not started" up, also those where nobody stands. Empty for models without stages. */
  readonly distribution: readonly Step[];
  /** The lower median ordinal; null when nobody is counted. */
  readonly median: number | null;
  readonly mean: number | null;
  /** Of the units' own: the mean of what is checked out of what applies (checklists) or of the scores, where the model has any. */
  readonly meanScore?: number | null;
  readonly meanChecked?: number | null;
}

/** What some units look like in a model at one pair. */
export function figuresOf(model: MaturityModel, plane: Plane, units: Iterable<number>): Figures {
  const stages = stagesOf(model);
  const counts = new Array<number>(stages.length + 1).fill(0);
  const sums = { units: 0, placed: 0, ordinals: 0, scores: new Mean(), checked: new Mean() };
  for (const unit of units) {
    const value = plane.valueOf(unit);
    if (!value) continue;
    sums.units++;
    sums.scores.take(value.score);
    sums.checked.take(checkedShare(value));
    if (value.ordinal === null) continue;
    sums.placed++;
    sums.ordinals += value.ordinal;
    counts[value.ordinal] = (counts[value.ordinal] ?? 0) + 1;
  }
  return {
    units: sums.units,
    distribution:
      stages.length === 0
        ? []
        : counts.map((count, ordinal) => ({ stage: stageOf(model, ordinal), units: count })),
    median: medianOf(counts),
    mean: sums.placed === 0 ? null : sums.ordinals / sums.placed,
    ...(model.policy === 'scored' ? { meanScore: sums.scores.value } : {}),
    ...(model.policy === 'checklist' ? { meanChecked: sums.checked.value } : {}),
  };
}

/** The lower median of ordinals by how many units stand at each; null when there are none. */
function medianOf(counts: readonly number[]): number | null {
  const placed = counts.reduce((sum, count) => sum + count, 0);
  let left = (placed - 1) >> 1;
  if (placed === 0) return null;
  return counts.findIndex((count) => (left -= count) < 0);
}

function checkedShare({ checked, total }: StandingValue): number | undefined {
  return checked === undefined || !total ? undefined : checked / total;
}

class Mean {
  private sum = 0;
  private count = 0;

  take(value: number | null | undefined): void {
    if (value === null || value === undefined) return;
    this.sum += value;
    this.count++;
  }

  /** To four decimals; null when nothing was taken. */
  get value(): number | null {
    return this.count === 0 ? null : Math.round((this.sum / this.count) * 10_000) / 10_000;
  }
}
