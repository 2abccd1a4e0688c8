import type { Instant, UnitKey } from '#lib/domain';
import { fromTimestamp } from '#lib/platform';
import type { Confidential } from './subscription-seals.js';

/** Why nothing is sent any more: its endpoint said that it is gone, or took nothing for days. */
export type DisabledBecause = 'gone' | 'failing';

/** A subscription as it is looked at; the path of its address and its secrets are never shown. */
export interface Subscription {
  readonly id: string;
  readonly name: string;
  /** Scheme, host and port of its address; null: another server sealed it. */
  readonly origin: string | null;
  readonly events: readonly string[];
  readonly under: UnitKey | null;
  readonly previousEndsAt: Instant | null;
  readonly madeAt: Instant;
  readonly changedAt: Instant;
  readonly health: {
    readonly lastDeliveredAt: Instant | null;
    readonly failingSince: Instant | null;
    readonly restsUntil: Instant | null;
    readonly waiting: number;
    readonly failed: number;
    readonly disabled: { readonly at: Instant; readonly because: DisabledBecause } | null;
  };
}

/** What a subscription shall be; what is left out stays as it is. */
export interface SubscriptionWish {
  readonly url?: string | undefined;
  readonly events: readonly string[];
  readonly under?: UnitKey | null | undefined;
  readonly secret?: string | undefined;
}

/** A row of the register. */
export interface SubscriptionRow {
  readonly id: string;
  readonly name: string;
  readonly sealed: Buffer;
  readonly events: readonly string[];
  readonly under: UnitKey | null;
  readonly made_at: Date;
  readonly changed_at: Date;
  readonly failing_since: Date | null;
  readonly rests_until: Date | null;
  readonly disabled_at: Date | null;
  readonly disabled_because: DisabledBecause | null;
  readonly last_delivered_at: Date | null;
  readonly waiting: number;
  readonly failed: number;
}

/** The subscriptions of program `$1`. */
export const ROWS = `
SELECT s.*, d.last_delivered_at, coalesce(d.waiting, 0)::int AS waiting, coalesce(d.failed, 0)::int AS failed
  FROM subscription s
  LEFT JOIN LATERAL (
    SELECT max(last_at) FILTER (WHERE status = 'delivered') AS last_delivered_at,
           count(*) FILTER (WHERE status = 'waiting') AS waiting,
           count(*) FILTER (WHERE status = 'failed') AS failed
      FROM subscription_delivery
     WHERE program_id = s.program_id AND subscription = s.id) d ON true
 WHERE s.program_id = $1`;

/** The subscription of a row as it is looked at. */
export function toSubscription(
  row: SubscriptionRow,
  content: Confidential | undefined,
): Subscription {
  const { id, name, events, under, waiting, failed, disabled_at, disabled_because } = row;
  const at = (time: Date | null) => (time === null ? null : fromTimestamp(time));
  return {
    ...{ id, name, events, under },
    origin: content ? new URL(content.url).origin : null,
    previousEndsAt: content?.secrets.find(({ until }) => until !== null)?.until ?? null,
    madeAt: fromTimestamp(row.made_at),
    changedAt: fromTimestamp(row.changed_at),
    health: {
      lastDeliveredAt: at(row.last_delivered_at),
      failingSince: at(row.failing_since),
      restsUntil: at(row.rests_until),
      ...{ waiting, failed },
      disabled:
        disabled_at && disabled_because
          ? { at: fromTimestamp(disabled_at), because: disabled_because }
          : null,
    },
  };
}
