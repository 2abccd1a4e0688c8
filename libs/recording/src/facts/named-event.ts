import type { EventId, EventType, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';

/**
 * The event of a unit that a request names.
 * @throws Refusal `event-unknown`, `event-of-other-unit`
 */
export async function eventOf(
  known: Known,
  unit: UnitKey,
  id: EventId,
  pointer = '/event',
): Promise<StoredEvent> {
  const event = await known.find(id);
  if (!event) {
    throw new Refusal('event-unknown', `There is no event ${id} in the log.`, pointer);
  }
  if (event.unit !== unit) {
    const where = event.unit === null ? 'the program' : `unit "${event.unit}"`;
    throw new Refusal('event-of-other-unit', `Event ${id} is about ${where}.`, pointer);
  }
  return event;
}

/** @source model-format: Facts, Retracted */
const RETRACTABLE: ReadonlySet<EventType> = new Set<EventType>([
  'milestone.achieved',
  'milestone.lapsed',
  'milestone.assessed',
  'milestone.waived',
  'waiver.ended',
  'unit.moved',
  'unit.retired',
  'event.retracted',
]);

/** @throws Refusal `event-not-retractable` */
export function requireRetractable(event: StoredEvent): void {
  if (RETRACTABLE.has(event.type)) return;
  throw new Refusal(
    'event-not-retractable',
    `"${event.type}" cannot be retracted. Milestone facts, waivers, waiver ends, moves, retirements and retractions can.`,
    '/event',
  );
}
