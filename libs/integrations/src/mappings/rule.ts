import type { Expression } from './cel/expression.js';

/** What a rule records. */
export const RECORDS = ['achieved', 'lapsed', 'assessed', 'target'] as const;
export type Records = (typeof RECORDS)[number];

/** What a rule says outright, or how it is found. */
export type Told<Literal> = { readonly literal: Literal } | { readonly found: Expression };

/** A rule that was read: its expressions are checked and ready. */
export interface Rule {
  /** Unlike any other of its mapping; of a ready-made rule with several parts `id.part`. */
  readonly id: string;
  readonly record: Records;
  readonly when: Expression;
  /** A list, each element of which is looked at as `item`. */
  readonly each?: Expression;
  /** At least one of them; the key is looked for first. */
  readonly unit: { readonly key?: Expression; readonly external?: Expression };
  readonly milestone: Told<string>;
  readonly occurredAt: Expression;
  readonly degree?: Told<number>;
  readonly outcome?: Told<string>;
  readonly due?: Expression;
  readonly note?: Expression;
  readonly evidence: readonly { readonly title: Expression; readonly url: Expression }[];
  /** What a ready-made rule was given. */
  readonly parameters?: Readonly<Record<string, unknown>>;
}
