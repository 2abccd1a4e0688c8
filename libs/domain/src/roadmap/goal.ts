import type { Evaluator } from '../evaluate.js';
import type { Instant, ModelId } from '../ids.js';
import type { Dictionary, MaturityModel, Stage } from '../model.js';
import type { Span } from '../spans.js';
import type { Missing, StageRef } from '../standing.js';
import type { TargetGoal } from '../target.js';

/** What targets of a unit are read with, as known at one position. */
export interface PlanSight {
  readonly evaluator: Evaluator;
  readonly dictionary: Dictionary;
  /** In force then. */
  readonly models: ReadonlyMap<ModelId, MaturityModel>;
}

/** Something to be done for a target. */
export interface StepItem extends Missing {
  /** `scored` only: what the score would gain were it of full worth, in points. */
  readonly adds?: number;
}

/** What one gate, level or milestone on the way to a target still lacks. */
export interface TargetStep {
  /** The stage whose gate it is; null where no stage asks for it. */
  readonly stage: StageRef | null;
  readonly dimension?: string;
  readonly level?: number;
  /** How many of the missing must become true; absent in `scored` models. */
  readonly stillNeeded?: number;
  /** Key moves first, supporting ones last; those that are not applicable are left out. */
  readonly missing: readonly StepItem[];
}

/** How a goal stands for a unit through time. */
export interface GoalReading {
  /** The stretches in which it is reached, in order, none touching. */
  readonly held: readonly Span[];
  /** How much of what it needs is there at an instant, 0–1. */
  progress(at: Instant): number;
  /** What is still to be done, in the order that the gates demand. */
  steps(at: Instant): readonly TargetStep[];
  /** `share` only: how many of the units counted have reached it. */
  counts?(at: Instant): { readonly reached: number; readonly counted: number };
}

/** The goals that speak of one unit. */
export type UnitGoal = Exclude<TargetGoal, { kind: 'share' }>;

/** The stage of a model by its id; undefined where it has none of that id. */
export function stageOf(model: MaturityModel, id: string): Stage | undefined {
  return model.policy === 'checklist' ? undefined : model.stages.find((stage) => stage.id === id);
}

/** Stretches in order, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = found[found.length - 1];
    if (from >= until) continue;
    if (!last || last.until < from) found.push({ from, until });
    else found[found.length - 1] = { from: last.from, until: Math.max(last.until, until) };
  }
  return found;
}
