import type { EventId, Instant, MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import type { KnownUnit } from './known-unit.js';

/** How soon somebody should look. */
export type Severity = 'critical' | 'warning' | 'info';

/** What a finding rests on. */
export type Because =
  | {
      readonly kind: 'event';
      readonly event: EventId;
      readonly milestone: MilestoneKey;
      readonly unit: UnitKey;
      /** RFC 3339. */
      readonly at: string;
    }
  | {
      readonly kind: 'criterion';
      readonly model: ModelId;
      readonly stage: string | null;
      readonly criterion: string;
      readonly says: string;
    }
  | {
      readonly kind: 'stage';
      readonly unit: UnitKey;
      readonly model: ModelId;
      readonly ordinal: number;
      readonly name: string;
    };

/** One episode of a rule at a unit, over the whole axis: it may lie in the past or not have begun. */
export interface Finding {
  /** Tells the episode from others of the rule at the unit; the same however often it is found. */
  readonly episode: string;
  /** When the condition became true in the organisation. */
  readonly from: Instant;
  /** When it ends; `FOREVER` when no end is known. */
  readonly until: Instant;
  readonly severity: Severity;
  /** One plain sentence. */
  readonly summary: string;
  readonly because: readonly Because[];
  /** Instants at which severity or wording will be others, though the episode lasts. */
  readonly changesAt?: readonly Instant[];
}

/** A rule that finds what needs a person. Pure: the same knowledge gives the same findings. */
export interface AlertPolicy {
  /** Names the rule in answers and filters; it never changes, since ids are made from it. */
  readonly id: string;
  /** Where the rule comes from, and what in it is ours. */
  readonly source: string;
  find(known: KnownUnit): readonly Finding[];
}
