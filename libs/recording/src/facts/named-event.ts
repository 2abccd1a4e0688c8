import {
  type AnyEvent,
  type EventData,
  type EventId,
  type EventType,
  retractedEvents,
  type UnitKey,
} from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';
import type { Forest } from '../units/forest.js';

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
  'unit.merged',
  'comment.made',
  'event.retracted',
]);

/** @throws Refusal `event-not-retractable` */
export function requireRetractable(event: StoredEvent): void {
  if (RETRACTABLE.has(event.type)) return;
  throw new Refusal(
    'event-not-retractable',
    `"${event.type}" cannot be retracted. Milestone facts, waivers, waiver ends, moves, retirements, mergers, comments and retractions can.`,
    '/event',
  );
}

/**
 * Refuses to retract what is retracted already, as known at the head. A retraction that is retracted
 * itself does not count.
 * @param origin of a fact from elsewhere: what came from there before is a repeat, which the log knows
 * @throws Refusal `already-retracted`
 */
export async function requireNotRetracted(
  known: Known,
  forest: Forest,
  event: StoredEvent,
  origin?: Pick<StoredEvent, 'source' | 'sourceId'>,
): Promise<void> {
  const events = event.unit === null ? [] : await forest.events(event.unit);
  const retracted = retractedEvents(events);
  if (!retracted.has(event.id)) return;
  const retractions = events.filter(
    ({ type, data }) => type === 'event.retracted' && (data as Retraction).event === event.id,
  );
  if (origin && (await cameFrom(known, retractions, origin))) return;
  throw new Refusal('already-retracted', retractedText(event, events, retracted), '/event');
}

/** What became of an event that counts no longer, and which one to set straight instead. */
function retractedText(
  event: StoredEvent,
  events: readonly AnyEvent[],
  retracted: ReadonlySet<EventId>,
): string {
  const by = (one: EventId) =>
    events.find(
      ({ id, type, data }) =>
        type === 'event.retracted' && (data as Retraction).event === one && !retracted.has(id),
    );
  const first = by(event.id);
  let last: AnyEvent | undefined = first;
  let instead: AnyEvent | undefined;
  for (let next = insteadOf(event, last, events); next; next = insteadOf(next, last, events)) {
    instead = next;
    last = by(next.id);
  }
  if (!instead) {
    return `Event ${event.id} is retracted already, by event ${first?.id}. Retract that one if it was wrong.`;
  }
  const corrected = `Event ${event.id} is corrected already, by event ${first?.id}: event ${instead.id}`;
  return last
    ? `${corrected} counted instead until event ${last.id} retracted it. Retract that one if it was wrong.`
    : `${corrected} counts instead. Correct or retract that one.`;
}

/** What a correction recorded in the place of an event: it stands right behind its retraction. */
function insteadOf(
  { type }: Pick<AnyEvent, 'type'>,
  retraction: AnyEvent | undefined,
  events: readonly AnyEvent[],
): AnyEvent | undefined {
  if (!retraction) return undefined;
  const { position, recordedAt } = retraction;
  return events.find(
    (one) => one.position === position + 1 && one.type === type && one.recordedAt === recordedAt,
  );
}

type Retraction = EventData['event.retracted'];

async function cameFrom(
  known: Known,
  retractions: readonly AnyEvent[],
  { source, sourceId }: Pick<StoredEvent, 'source' | 'sourceId'>,
): Promise<boolean> {
  for (const { id } of retractions) {
    const found = await known.find(id);
    if (found?.source === source && found.sourceId === sourceId) return true;
  }
  return false;
}
