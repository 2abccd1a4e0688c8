import type {
  MaturityModel,
  MilestoneEntry,
  MilestoneKey,
  Missing,
  ModelId,
  StageRef,
  Standing,
  UnitKey,
} from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';

/** Where a model misses a milestone: a criterion that holds the next stage back, or supports it. */
export interface Ask {
  readonly model: MaturityModel;
  /** Undefined for a checklist, which has no stages. */
  readonly standing: Standing | undefined;
  readonly missing: Missing;
}

/** What a milestone would do in one model. */
export interface Advance {
  readonly model: ModelId;
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  /** Whether it reaches `to` by itself; else it is one of several that are still needed. */
  readonly alone: boolean;
}

/** A milestone that a unit could go for next, with all that the rules have to say of it so far. */
export interface NextStep {
  readonly milestone: MilestoneKey;
  readonly entry: MilestoneEntry | undefined;
  readonly asks: readonly Ask[];
  readonly keyMove: boolean;
  readonly advances: readonly Advance[];
  /** Prerequisites that are missing. */
  readonly waitsFor: readonly MilestoneKey[];
  /** The unit above at whose level it is best recorded, since it holds for all below. */
  readonly level: UnitKey | null;
  readonly why: readonly string[];
}

/** A rule about next steps: finds them, drops some, says more of them, or puts them in order. Pure. */
export interface RecommendationPolicy {
  readonly id: string;
  /** Where the rule comes from, and what in it is ours. */
  readonly source: string;
  apply(steps: readonly NextStep[], known: KnownUnit): readonly NextStep[];
}

/** The same step with more to be said for it. */
export function saying(step: NextStep, ...sentences: readonly string[]): NextStep {
  return { ...step, why: [...step.why, ...sentences] };
}

/** A stage in a sentence. */
export function named(stage: Pick<StageRef, 'ordinal' | 'name'>): string {
  return `stage ${stage.ordinal}, ${stage.name}`;
}
