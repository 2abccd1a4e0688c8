import type { Delivery, Source } from '#lib/integrations';
import { instantText } from './instants.js';

/** A source as the contract shows it. */
export function sourceView({ health, ...source }: Source) {
  const { previousEndsAt, madeAt, changedAt } = source;
  return {
    ...source,
    previousEndsAt: shown(previousEndsAt),
    madeAt: instantText(madeAt),
    changedAt: instantText(changedAt),
    health: { ...health, lastDeliveryAt: shown(health.lastDeliveryAt) },
  };
}

const shown = (instant: number | null) => (instant === null ? null : instantText(instant));

/** A delivery as the contract shows it. */
export function deliveryView(delivery: Delivery) {
  const { receivedAt, workedAt, dueAt } = delivery;
  return {
    ...delivery,
    receivedAt: instantText(receivedAt),
    workedAt: shown(workedAt),
    dueAt: shown(dueAt),
  };
}
