import type { Api } from '../connection/api.js';
import { type Event, eventsBack } from '../connection/events.js';

/** What is known of an event that is about another: a retraction, the end of a waiver. */
export interface About {
  /** The event that it names. */
  readonly event: Event | undefined;
  /** What was recorded in its place, when it is half of a correction. */
  readonly instead: Event | undefined;
}

/** What an event that names another is about; undefined for one that names none. */
type AboutOf = (event: Event) => About | undefined;

/** The id of the event that one names. */
function namedBy({ type, data }: Event): string | undefined {
  const names = type === 'event.retracted' || type === 'waiver.ended';
  return names && typeof data.event === 'string' ? data.event : undefined;
}

/** @param known events of one unit, among them those that are named */
function aboutAmong(known: readonly Event[]): AboutOf {
  const byId = new Map(known.map((event) => [event.id, event]));
  const byPosition = new Map(known.map((event) => [event.position, event]));
  return (event) => {
    const id = namedBy(event);
    if (id === undefined) return undefined;
    const named = byId.get(id);
    const following = byPosition.get(event.position + 1);
    return { event: named, instead: isInstead(event, named, following) ? following : undefined };
  };
}

/** A correction is a retraction and the new record right behind it, in one go. */
function isInstead(retraction: Event, named: Event | undefined, following: Event | undefined) {
  return (
    retraction.type === 'event.retracted' &&
    following?.type === named?.type &&
    following?.unit === retraction.unit &&
    following?.recordedAt === retraction.recordedAt
  );
}

/** Retractions that count, by the id of what they take back. A retraction that is retracted itself does not. */
function retracting(known: readonly Event[]): ReadonlyMap<string, Event> {
  const counting = new Map<string, Event>();
  // whatever is about a retraction comes after it
  const late = known
    .filter(({ type }) => type === 'event.retracted')
    .toSorted((a, b) => b.position - a.position);
  for (const retraction of late) {
    const id = namedBy(retraction);
    if (id !== undefined && !counting.has(retraction.id)) counting.set(id, retraction);
  }
  return counting;
}

/** What an event that has just been heard of is about, asked for where it names another. */
export async function aboutOne(api: Api, event: Event): Promise<About | undefined> {
  const id = namedBy(event);
  if (id === undefined) return undefined;
  const known = await eventsBack(api, {
    ...(event.unit === null ? {} : { unit: event.unit }),
    // the new record of a correction stands right behind
    before: event.position + 2,
    enough: (one) => one.id === id,
  });
  return aboutAmong(known)(event);
}

/** What was set straight in the history of a unit, as known at a position. */
export async function straightened(api: Api, unit: string, position: number) {
  const until = { unit, before: position + 1 };
  const retractions = await eventsBack(api, { ...until, type: 'event.retracted,waiver.ended' });
  const known = retractions.length > 0 ? await eventsBack(api, until) : [];
  const about = aboutAmong(known);
  const counting = retracting(known);
  return {
    about,
    /** What became of an event that counts no longer: `retracted by event 2374`. */
    by: (event: Event): string | undefined => {
      const retraction = counting.get(event.id);
      if (!retraction) return undefined;
      const instead = about(retraction)?.instead;
      return instead
        ? `now event ${instead.position}`
        : `retracted by event ${retraction.position}`;
    },
  };
}
