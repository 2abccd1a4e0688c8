import type { SentStatus } from '../endpoints/sent-words.js';
import { oneOf } from '../kit/address.js';

export const STATUSES = ['waiting', 'delivered', 'failed'] as const satisfies SentStatus[];

/** What of the page of a subscription is in its address. */
export interface SubscriptionSearch {
  /** Only deliveries of which this became; absent: all. */
  readonly status?: SentStatus;
}

/** Reads it; what does not fit is left out. */
export function subscriptionSearch(search: Readonly<Record<string, unknown>>): SubscriptionSearch {
  return { status: oneOf(search.status, STATUSES) };
}
