import type { Delivery, Source } from '#lib/integrations';
import type { TookBack } from '#lib/recording';
import { instantText } from './instants.js';
import { standingView } from './views.js';

/** A source as the contract shows it. */
export function sourceView({ health, poll, ...source }: Source) {
  const { previousEndsAt, madeAt, changedAt } = source;
  return {
    ...source,
    previousEndsAt: shown(previousEndsAt),
    madeAt: instantText(madeAt),
    changedAt: instantText(changedAt),
    poll: poll && {
      ...poll,
      reachedAt: instantText(poll.reachedAt),
      polledAt: shown(poll.polledAt),
      nextAt: instantText(poll.nextAt),
    },
    health: {
      ...health,
      lastDeliveryAt: shown(health.lastDeliveryAt),
      expectedBy: shown(health.expectedBy),
      refused: health.refused.map(({ firstAt, lastAt, ...refused }) => ({
        ...refused,
        firstAt: instantText(firstAt),
        lastAt: instantText(lastAt),
      })),
    },
  };
}

const shown = (instant: number | null) => (instant === null ? null : instantText(instant));

/** A delivery as the contract shows it. */
export function deliveryView(delivery: Delivery) {
  const { receivedAt, workedAt, dueAt, findings, undone } = delivery;
  return {
    ...delivery,
    receivedAt: instantText(receivedAt),
    workedAt: shown(workedAt),
    dueAt: shown(dueAt),
    findings: findings.map(({ undoneAt, ...finding }) => ({
      ...finding,
      ...(undoneAt === undefined ? {} : { undoneAt: instantText(undoneAt) }),
    })),
    undone: undone && { ...undone, at: instantText(undone.at) },
  };
}

/** The standings of a unit before and after, as the contract shows them. */
export function differenceView({ unit, before, after }: TookBack['standings'][number]) {
  return { unit, before: before.map(standingView), after: after.map(standingView) };
}
