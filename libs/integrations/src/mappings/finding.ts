import type { MilestoneKey, UnitKey } from '#lib/domain';
import type { ForeignFact } from '#lib/recording';

/** A unit by its key, or by the name that another system has for it. */
export type UnitSought = { readonly key: UnitKey } | { readonly external: string };

/** The day by which a milestone of a unit is wanted now, as another system says. */
export interface TargetMove {
  readonly kind: 'target';
  readonly data: {
    readonly milestone: MilestoneKey;
    /** A day, month, quarter or year. */
    readonly due: string;
    /** When the other system moved it: an earlier move must not undo a later one. */
    readonly occurredAt: string;
  };
}

/** What a rule makes of a delivery: something to be recorded as it stands. */
export type MappedFact =
  | Extract<ForeignFact, { kind: 'achieved' | 'lapsed' | 'assessed' }>
  | TargetMove;

/** One fact that a delivery tells, and the rule that found it. */
export interface Finding {
  /** The rule's id; of a ready-made one with several parts `id.part`. */
  readonly rule: string;
  readonly unit: UnitSought;
  readonly fact: MappedFact;
}

/** What a mapping makes of a delivery. */
export interface Reading {
  readonly findings: readonly Finding[];
  /** Why nothing was found; only when there are no findings. */
  readonly ignored?: string;
  /** Rules that applied but whose facts could not be told, each in one sentence. */
  readonly remarks: readonly string[];
}
