import type { EventId, Instant, MilestoneKey, ModelId } from './ids.js';
import type { Policy } from './model.js';

export interface StageRef {
  /** 0 is "Not started" (`id: none`). */
  readonly ordinal: number;
  readonly id: string;
  readonly name: string;
}

/** A criterion that is not true and holds the next stage back (or would support it). */
export interface Missing {
  readonly criterion: string;
  readonly says: string;
  /** Keys of its expression that are not held. */
  readonly milestones: readonly MilestoneKey[];
  readonly keyMove: boolean;
  readonly supporting: boolean;
  readonly inferred: boolean;
  /** `dimensions` only. */
  readonly dimension?: string;
  /** `scored` only: what it is worth now, 0–1. */
  readonly worth?: number;
}

export interface NextStage extends StageRef {
  /** Met ÷ needed, 0–1. */
  readonly progress: number;
  /** How many of the missing criteria must become true; absent in `scored` models. */
  readonly stillNeeded?: number;
  readonly missing: readonly Missing[];
}

/** A criterion that is true, with its proof. */
export interface Met {
  /** The stage's id; `dimensions`: the dimension's id and level are given too. */
  readonly stage: string | null;
  readonly criterion: string;
  readonly dimension?: string;
  readonly level?: number;
  /** The latest counting event of each part that is true. */
  readonly by: readonly EventId[];
  readonly since: Instant;
  /** Only where an end is already known. */
  readonly until?: Instant;
  readonly waived: boolean;
  readonly supporting: boolean;
  readonly inferred: boolean;
}

/** Where a unit stands in a model at one instant, with its proof. */
export interface Standing {
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly policy: Policy;
  /** Null where the model has no stages. */
  readonly stage: StageRef | null;
  /** Start of the present unbroken run at this overall stage. */
  readonly since: Instant;
  /** Null at the last stage and where the model has no stages. */
  readonly next: NextStage | null;
  /** Stages above the next that have what they need by themselves. */
  readonly ahead: readonly StageRef[];
  readonly met: readonly Met[];
  /** `dimensions` only. */
  readonly dimensions?: readonly {
    readonly id: string;
    readonly name: string;
    readonly level: number;
    readonly since: Instant;
  }[];
  /** `dimensions` only: the unrounded mean of the levels. */
  readonly mean?: number;
  /** `scored` only, to 4 decimals; null when nothing is applicable. */
  readonly score?: number | null;
  /** `scored` only, from the outside in; groups with nothing applicable are left out. */
  readonly groups?: readonly { readonly path: string; readonly score: number }[];
  /** `checklist` only. */
  readonly checked?: number;
  readonly total?: number;
}

/** The values of a standing that are kept as a step function. */
export interface StandingValue {
  /** Null where the model has no stages. */
  readonly ordinal: number | null;
  /** `dimensions` only: the level of each dimension, in the model's order. */
  readonly levels?: readonly number[];
  readonly mean?: number;
  readonly score?: number | null;
  readonly checked?: number;
  readonly total?: number;
}

/** A maximal half-open stretch [from, until) over which the value is the same. */
export interface StandingSegment extends StandingValue {
  readonly from: Instant;
  /** `FOREVER` when no end is known. */
  readonly until: Instant;
}
