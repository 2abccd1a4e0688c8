import type { Schemas } from '#lib/client';
import { oneOf } from '../kit/address.js';

/** What became of a delivery. */
export type DeliveryStatus = Schemas['SubscriptionDelivery']['status'];

export const STATUSES = ['waiting', 'delivered', 'failed'] as const satisfies DeliveryStatus[];

/** What of the page of a subscription is in its address. */
export interface SubscriptionSearch {
  /** Only deliveries of which this became; absent: all. */
  readonly status?: DeliveryStatus;
}

/** Reads it; what does not fit is left out. */
export function subscriptionSearch(search: Readonly<Record<string, unknown>>): SubscriptionSearch {
  return { status: oneOf(search.status, STATUSES) };
}
