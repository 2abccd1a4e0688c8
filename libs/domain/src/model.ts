import type { Duration } from './duration.js';
import type { MilestoneKey, ModelId } from './ids.js';

/** @source model-format: Expressions */
export type Expression =
  | {
      readonly form: 'milestone';
      readonly milestone: MilestoneKey;
      /** Asked degree, above 0 up to 1. */
      readonly degree: number;
      readonly within?: Duration;
      readonly heldFor?: Duration;
      readonly scope: 'self' | 'up';
    }
  | { readonly form: 'all' | 'any'; readonly of: readonly Expression[] }
  | { readonly form: 'atLeast'; readonly count: number; readonly of: readonly Expression[] }
  | {
      readonly form: 'units';
      readonly of: 'children' | 'descendants';
      readonly kind?: string;
      readonly atLeast: number;
      /** Holds no `units` itself. */
      readonly meet: Expression;
    };

/** One checkable statement of a model. */
export interface Criterion {
  readonly id: string;
  readonly says: string;
  readonly when: Expression;
  /** The move the stage hangs on. */
  readonly keyMove: boolean;
  /** Shown and advised, not counted by `needs`. */
  readonly supporting: boolean;
  /** Ours, not the author's. */
  readonly inferred: boolean;
}

/** How many of its criteria a stage or level needs. */
export type Needs = 'all' | { readonly atLeast: number; readonly inferred: boolean };

export interface Stage {
  /** 1 … n */
  readonly ordinal: number;
  readonly id: string;
  readonly name: string;
  readonly motto?: string;
  readonly summary?: string;
  readonly guidance?: string;
  readonly pitfalls: readonly string[];
  readonly inferred: boolean;
  readonly needs: Needs;
  /** Empty in `dimensions` and `scored` models. */
  readonly criteria: readonly Criterion[];
  /** `scored` only: the least score of this stage. */
  readonly from?: number;
}

export interface Level {
  /** 1 … n, as many as the model has stages. */
  readonly level: number;
  readonly says: string;
  readonly inferred: boolean;
  readonly needs: Needs;
  readonly criteria: readonly Criterion[];
}

export interface Dimension {
  readonly id: string;
  readonly name: string;
  readonly inferred: boolean;
  readonly levels: readonly Level[];
}

export type Combine = 'mean' | 'sum' | 'lowest' | 'highest';

/** An item of a `scored` model: worth the degree held (`milestone`) or 1 or 0 (`when`). */
export interface ScoredItem {
  readonly id: string;
  readonly says: string;
  readonly weight: number;
  readonly inferred: boolean;
  readonly worth: { readonly milestone: MilestoneKey } | { readonly when: Expression };
}

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly combine: Combine;
  readonly inferred: boolean;
  readonly groups: readonly Group[];
  readonly items: readonly ScoredItem[];
}

export interface ModelSource {
  readonly author?: string;
  readonly title?: string;
  readonly published?: string;
  readonly url?: string;
}

export interface Benchmark {
  readonly says: string;
  readonly value?: string | number;
  readonly source?: string;
}

interface ModelHead {
  readonly id: ModelId;
  readonly version: number;
  readonly title: string;
  readonly source?: ModelSource;
  readonly provenance: 'full' | 'partial';
  readonly summary?: string;
  readonly notes: readonly string[];
  readonly benchmarks: readonly Benchmark[];
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly rollup?: 'weakest' | 'median' | { readonly share: number };
  /** Dictionary entries the model brings. */
  readonly milestones: readonly MilestoneEntry[];
}

export type MaturityModel = ModelHead &
  (
    | { readonly policy: 'gates'; readonly stages: readonly Stage[] }
    | {
        readonly policy: 'dimensions';
        readonly stages: readonly Stage[];
        readonly overall: 'lowest' | 'median' | 'mean';
        readonly dimensions: readonly Dimension[];
      }
    | { readonly policy: 'checklist'; readonly items: readonly Criterion[] }
    | {
        readonly policy: 'scored';
        /** Empty when the model has no stages. */
        readonly stages: readonly Stage[];
        readonly combine: Combine;
        readonly groups: readonly Group[];
      }
  );

export type Policy = MaturityModel['policy'];

/** An entry of the milestone dictionary. */
export interface MilestoneEntry {
  readonly key: MilestoneKey;
  readonly title: string;
  readonly means: string;
  readonly category?: string;
  /** It stops being held when this has passed. */
  readonly validity?: Duration;
  /** Nothing stops; an alert asks to look again. */
  readonly reviewEvery?: Duration;
  readonly effort?: 'S' | 'M' | 'L' | 'XL';
  readonly impliedBy: readonly MilestoneKey[];
  /** Advice only. */
  readonly dependsOn: readonly MilestoneKey[];
  readonly references: Readonly<Record<string, readonly string[]>>;
  readonly undoneBy?: string;
  readonly evidence?: string;
  readonly source?: string;
  readonly inferred: boolean;
}

export type Dictionary = ReadonlyMap<MilestoneKey, MilestoneEntry>;
