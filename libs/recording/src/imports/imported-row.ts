import type { Owner, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { GoalWish } from '../roadmap/wanted-goal.js';
import type { ToldFact } from '../told/told-facts.js';
import type { UnitWish } from '../units/put-unit.js';

/** One row of a sheet, understood. */
export type ImportedRow = {
  /** Where it stands in its file, from 1. */
  readonly row: number;
  readonly unit: UnitKey;
} & (
  | { readonly kind: 'unit'; readonly wish: UnitWish }
  | { readonly kind: 'fact'; readonly fact: Exclude<ToldFact, { readonly kind: 'target' }> }
  | { readonly kind: 'target'; readonly wish: ImportedTarget }
);

/** A row of which some cells could not be read: the rest of it is judged all the same, never recorded. */
export type PartialRow = ImportedRow & {
  /** What could not be read: `unit`, or a member of what the row holds. */
  readonly unread: ReadonlySet<string>;
};

/** A target as a sheet wishes it; what is left out stays as it is. */
export interface ImportedTarget {
  /** Absent: the one that wants the same, or a new one. */
  readonly target?: string;
  /** Absent: only for a target that is there. */
  readonly goal?: GoalWish;
  readonly due?: string;
  readonly owner?: Owner;
}

/** What was written for a key that is not there. */
export interface Sought {
  readonly kind: 'unit' | 'milestone';
  readonly written: string;
}

/** What a row is against. */
export interface RowFault {
  readonly row: number;
  /** Into the wish: `/milestone`, `/parent` and the like. */
  readonly pointer: string;
  readonly message: string;
  /** What is said of several that differ in what they name only. */
  readonly like?: string;
  /** Where it names what is not there. */
  readonly sought?: Sought;
}

/** What becomes of the rows of an import. */
export interface RowCounts {
  /** Units registered, facts recorded, targets set. */
  readonly new: number;
  /** Units and targets that become otherwise. */
  readonly changed: number;
  /** What is so already. */
  readonly unchanged: number;
}

/** What a row would put into the log, and what that is beside what is there. */
export interface DecidedRow {
  readonly drafts: readonly EventDraft[];
  readonly outcome: keyof RowCounts;
}

/** The rows of one kind, decided one after another. */
export interface RowDecider<Kind extends ImportedRow['kind']> {
  /** Reads all that the decisions look at, in few statements. */
  load(rows: readonly RowOf<Kind>[]): Promise<void>;
  /** @throws Refusal */
  decide(row: RowOf<Kind>): Promise<DecidedRow>;
  /** What a row must not be against, each by itself. */
  rules(row: RowOf<Kind>): readonly Rule[];
}

/** One thing that a row must not be against. */
export interface Rule {
  /** Which of its cells it looks at. */
  readonly of: readonly string[];
  /** @throws Refusal */
  readonly hold: () => Promise<unknown> | unknown;
}

export type RowOf<Kind extends ImportedRow['kind']> = Extract<ImportedRow, { readonly kind: Kind }>;
