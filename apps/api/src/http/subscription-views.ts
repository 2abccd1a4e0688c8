import type { Dispatch, Subscription } from '#lib/integrations';
import { instantText } from './instants.js';

const shown = (instant: number | null) => (instant === null ? null : instantText(instant));

/** A subscription as the contract shows it. */
export function subscriptionView({ health, ...subscription }: Subscription) {
  const { disabled } = health;
  return {
    ...subscription,
    previousEndsAt: shown(subscription.previousEndsAt),
    madeAt: instantText(subscription.madeAt),
    changedAt: instantText(subscription.changedAt),
    health: {
      ...health,
      lastDeliveredAt: shown(health.lastDeliveredAt),
      failingSince: shown(health.failingSince),
      restsUntil: shown(health.restsUntil),
      disabled: disabled && { ...disabled, at: instantText(disabled.at) },
    },
  };
}

/** A delivery to a subscription as the contract shows it. */
export function dispatchView(dispatch: Dispatch) {
  const { happenedAt, madeAt, dueAt, lastAt } = dispatch;
  return {
    ...dispatch,
    happenedAt: instantText(happenedAt),
    madeAt: instantText(madeAt),
    dueAt: shown(dueAt),
    lastAt: shown(lastAt),
  };
}
