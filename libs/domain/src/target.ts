import type { MilestoneKey, ModelId } from './ids.js';

/** What a target wants: of a unit, or of a share of the units below one. */
export type TargetGoal =
  | { readonly kind: 'milestone'; readonly milestone: MilestoneKey }
  | { readonly kind: 'stage'; readonly model: ModelId; readonly stage: string }
  | {
      readonly kind: 'level';
      readonly model: ModelId;
      readonly dimension: string;
      /** 1 … n */
      readonly level: number;
    }
  | {
      readonly kind: 'share';
      readonly model: ModelId;
      readonly stage: string;
      /** Above 0 up to 1: of the unit and those below it that follow the model. */
      readonly share: number;
    };
