import type { AnyEvent, EventId, Instant, MilestoneKey } from '#lib/domain';

/** What an event is about in the end: a milestone, or the tree. */
export type Base =
  | {
      readonly about: 'milestone';
      readonly milestone: MilestoneKey;
      readonly countsAt: Instant | null;
    }
  | { readonly about: 'move'; readonly at: Instant }
  | { readonly about: 'unit' }
  | { readonly about: 'other' };

/** Events of a unit by their id, for following retractions and waiver ends to what they name. */
export type EventsById = ReadonlyMap<EventId, AnyEvent>;

export function byId(events: readonly AnyEvent[]): EventsById {
  return new Map(events.map((event) => [event.id, event]));
}

/**
 * What an event is about, with retractions and ends of waivers followed to what they name.
 * `countsAt` is the instant at which a counting fact counts; null for waivers and their ends.
 */
export function baseOf(event: AnyEvent, known: EventsById): Base {
  switch (event.type) {
    case 'event.retracted':
    case 'waiver.ended': {
      const named = known.get(event.data.event);
      if (!named) return { about: 'other' };
      return baseOf(named, known);
    }
    case 'milestone.achieved':
    case 'milestone.lapsed':
    case 'milestone.assessed':
      return { about: 'milestone', milestone: event.data.milestone, countsAt: event.effectiveAt };
    case 'milestone.waived':
      return { about: 'milestone', milestone: event.data.milestone, countsAt: null };
    case 'unit.moved':
      return { about: 'move', at: event.effectiveAt };
    case 'unit.registered':
    case 'unit.changed':
    case 'unit.retired':
    case 'unit.reinstated':
    case 'unit.merged':
      return { about: 'unit' };
    default:
      return { about: 'other' };
  }
}
