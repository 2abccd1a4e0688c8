import type { AnyEvent, EventType, Position } from '#lib/domain';

/** The events of one type. */
export type EventOf<T extends EventType> = Extract<AnyEvent, { type: T }>;

/** What counts for a unit and a milestone. */
export type CountingFact = EventOf<
  'milestone.achieved' | 'milestone.lapsed' | 'milestone.assessed'
>;

/**
 * The events that count when the log is known up to a position: those that no counting retraction
 * names, by effective instant, then by position. Retractions can be retracted.
 * @source model-format: Facts
 */
export function countingEvents(
  log: readonly AnyEvent[],
  upTo: Position = Number.POSITIVE_INFINITY,
): readonly AnyEvent[] {
  const known = log.filter((event) => event.position <= upTo);
  const retractions = known.filter((event) => event.type === 'event.retracted');
  const isRetracted = (id: string): boolean =>
    retractions.some((one) => one.data.event === id && !isRetracted(one.id));
  return known
    .filter((event) => !isRetracted(event.id))
    .sort((a, b) => a.effectiveAt - b.effectiveAt || a.position - b.position);
}

/** Whether an event is a fact that makes a milestone held, not held or not applicable. */
export function isCountingFact(event: AnyEvent): event is CountingFact {
  return (
    event.type === 'milestone.achieved' ||
    event.type === 'milestone.lapsed' ||
    event.type === 'milestone.assessed'
  );
}
