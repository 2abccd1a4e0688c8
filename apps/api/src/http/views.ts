import type { Instant, Standing } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Previewed, Recorded } from '#lib/recording';
import { instantText } from './instants.js';

/** An event as answers show it. */
export function eventView(event: StoredEvent) {
  const { id, position, type, unit, occurredAt, effectiveAt, recordedAt, actor, source, data } =
    event;
  return {
    id,
    position,
    type,
    unit,
    occurredAt,
    effectiveAt: instantText(effectiveAt),
    recordedAt: instantText(recordedAt),
    actor,
    source,
    data,
  };
}

/** A standing as answers show it: its instants as texts. */
export function standingView(standing: Standing) {
  const { since, met, dimensions, ...rest } = standing;
  return {
    ...rest,
    since: instantText(since),
    met: met.map(({ since: from, until, ...criterion }) => ({
      ...criterion,
      since: instantText(from),
      ...(until === undefined ? {} : { until: instantText(until) }),
    })),
    ...(dimensions
      ? { dimensions: dimensions.map((one) => ({ ...one, since: instantText(one.since) })) }
      : {}),
  };
}

/** Two lists of standings as answers show them. */
export function comparisonView(answer: {
  readonly before: readonly Standing[];
  readonly after: readonly Standing[];
}) {
  return { before: answer.before.map(standingView), after: answer.after.map(standingView) };
}

/** What a recording, or its preview, answers, and with which status. */
export function recordedView(outcome: Recorded | Previewed) {
  if (outcome.kind === 'previewed') return { status: 200, body: comparisonView(outcome) };
  const { event, standings } = outcome;
  return {
    status: 201,
    body: { event: eventView(event), standings: standings.map(standingView) },
  };
}

/** A pair of times as answers show it. */
export function momentView(moment: {
  readonly asOf: Instant;
  readonly knownAt: Instant;
  readonly position: number;
}) {
  return {
    asOf: instantText(moment.asOf),
    knownAt: instantText(moment.knownAt),
    position: moment.position,
  };
}
