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

/** The same figures with the distribution as plain numbers, from "Not started" up. */
export interface Counted extends Omit<Figures, 'distribution'> {
  readonly counts: readonly number[];
}

/** What some units look like in a model at one pair. */
export function figuresOf(model: MaturityModel, plane: Plane, below: readonly number[]): Figures {
  const { counts, ...figures } = countedIn(model, plane, below);
  return {
    ...figures,
    distribution: counts.map((units, ordinal) => ({ stage: stageOf(model, ordinal), units })),
  };
}

/** The same for thousands of subtrees at once, without naming the stages of each. */
export function countedIn(model: MaturityModel, plane: Plane, below: readonly number[]): Counted {
  const stages = stagesOf(model);
  const counts = [0, ...stages.map(() => 0)];
  const [ordinals, scores, checked] = [new Mean(), new Mean(), new Mean()];
  let all = 0;
  for (const { value, units } of plane.tally(below)) {
    all += units;
    scores.take(value.score, units);
    checked.take(checkedShare(value), units);
    if (value.ordinal === null) continue;
    ordinals.take(value.ordinal, units);
    counts[value.ordinal] = (counts[value.ordinal] ?? 0) + units;
  }
  const [median, mean] = [medianOf(counts), ordinals.value];
  const counted = { units: all, counts: stages.length === 0 ? [] : counts, median, mean };
  if (model.policy === 'scored') return { ...counted, meanScore: rounded(scores.value) };
  if (model.policy === 'checklist') return { ...counted, meanChecked: rounded(checked.value) };
  return counted;
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

  take(value: number | null | undefined, times: number): void {
    if (value === null || value === undefined) return;
    this.sum += value * times;
    this.count += times;
  }

  /** Null when nothing was taken. */
  get value(): number | null {
    return this.count === 0 ? null : this.sum / this.count;
  }
}

/** To four decimals. */
function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
