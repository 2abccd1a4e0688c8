import type { Schemas } from '#lib/client';
import type { Api } from './api.js';
import { type Event, eventsBack } from './events.js';

type Place = Pick<Schemas['UnitInTree'], 'unit' | 'path'>;

/** What a proof rests on, by the ids that it names. */
export interface Proof {
  /** Undefined where the event is out of sight. */
  readonly event: (id: string) => Event | undefined;
  /** The name of the unit that handed it down; undefined for the unit's own. */
  readonly from: (event: Event) => string | undefined;
}

/** The events that a proof names: those of the unit, and of the units above it, nearest first, until all are found. */
export async function proofOf(
  api: Api,
  { unit, path }: Place,
  ids: Iterable<string>,
): Promise<Proof> {
  const wanted = new Set(ids);
  const found = new Map<string, Event>();
  const keys = [unit, ...path.map((above) => above.unit).toReversed()];
  for (const key of keys) {
    if (wanted.size === 0) break;
    const events = await eventsBack(api, {
      unit: key,
      enough: (one) => wanted.delete(one.id) && wanted.size === 0,
    });
    for (const event of events) {
      wanted.delete(event.id);
      found.set(event.id, event);
    }
  }
  return {
    event: (id) => found.get(id),
    from: (event) =>
      event.unit === unit
        ? undefined
        : (path.find((above) => above.unit === event.unit)?.name ?? event.unit ?? undefined),
  };
}
