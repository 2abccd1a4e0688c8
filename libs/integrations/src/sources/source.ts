import type { Instant } from '#lib/domain';
import type { DeliveryStatus } from '../deliveries/outcome.js';
import type { SourceKind } from '../mappings/tool-delivery.js';
import type { Poll, PollWish } from '../polling/poll.js';
import type { Refused } from './why-refused.js';

/** A source as it is looked at; its secrets are never shown. */
export interface Source {
  /** A UUID; the author of what it tells. */
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** Of Salesforce: whose messages are taken. */
  readonly organization: string | null;
  /** The version in force; each change made another. */
  readonly mapping: { readonly version: number; readonly rules: readonly unknown[] };
  /** An ISO 8601 duration; null: it is learned from its rhythm. */
  readonly silentAfter: string | null;
  /** How it is asked for what it did not send; null: it is not. */
  readonly poll: Poll | null;
  /** Until when the secret before the last rotation holds; null: there is none. */
  readonly previousEndsAt: Instant | null;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  /** Another one after each change of what is decided about it. */
  readonly version: number;
  readonly health: Health & {
    /** The deliveries of the last 24 hours, by where they stand now. */
    readonly lastDay: ByStatus;
    /** What was sent to its address in the last 30 days and not believed, the last first. */
    readonly refused: readonly Refused[];
  };
}

/** How a source fares. */
export interface Health {
  /** Null: nothing came yet. */
  readonly lastDeliveryAt: Instant | null;
  /** By when something should come, as was said or learned; null: nobody knows. */
  readonly expectedBy: Instant | null;
  /** Whether it has been silent for longer than it may. */
  readonly silent: boolean;
  /** Deliveries that wait, by what they wait for. */
  readonly received: number;
  readonly unmatched: number;
  readonly rejected: number;
  readonly failed: number;
}

/** How many deliveries of a time stand where. */
export type ByStatus = Readonly<Record<DeliveryStatus, number>>;

/** What a source shall be; what is left out stays as it is. */
export interface SourceWish {
  readonly kind: SourceKind;
  readonly secret?: string | undefined;
  readonly organization?: string | undefined;
  readonly mapping?: readonly unknown[] | undefined;
  readonly silentAfter?: string | null | undefined;
  /** Null: it is asked no more. */
  readonly poll?: PollWish | null | undefined;
}
