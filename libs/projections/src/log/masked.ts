import type { EventType, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Database, Tx } from '#lib/platform';
import { inSight, type Viewer } from '../sight.js';

/** The units in sight; undefined where that is everything. */
export type Seen = ReadonlySet<UnitKey> | undefined;

/** Facts that are about no unit and tell of none, so that all who read the log see them. */
export const OF_PROGRAM = [
  'model.added',
  'model.adopted',
  'milestone.defined',
  'program.changed',
] as const satisfies readonly EventType[];

/** Whether an event is shown at all: it is about a unit in sight, or about the program itself. */
export function shows(seen: Seen, { unit, type }: StoredEvent): boolean {
  if (seen === undefined) return true;
  return unit === null ? (OF_PROGRAM as readonly EventType[]).includes(type) : seen.has(unit);
}

/** Where an event names units besides its own, by its type and shape. */
interface Naming {
  readonly parent?: UnitKey | null;
  readonly into?: UnitKey | null;
  readonly carriedFrom?: { readonly unit: UnitKey | null };
}

/** The units that the data of an event name besides its own. */
export function unitsNamedIn({ data }: StoredEvent): readonly UnitKey[] {
  const { parent, into, carriedFrom } = data as Naming;
  return [parent, into, carriedFrom?.unit].filter((unit) => typeof unit === 'string');
}

/**
 * An event as one reads it who sees some units: the keys of other units are null, the ids of their
 * events stay.
 */
export function maskedFor(seen: Seen, event: StoredEvent): StoredEvent {
  if (seen === undefined || unitsNamedIn(event).every((unit) => seen.has(unit))) return event;
  const mask = (unit: UnitKey | null) => (unit !== null && seen.has(unit) ? unit : null);
  const { parent, into, carriedFrom, ...rest } = event.data as Naming;
  const data = {
    ...rest,
    ...(parent === undefined ? {} : { parent: mask(parent) }),
    ...(into === undefined ? {} : { into: mask(into) }),
    ...(carriedFrom ? { carriedFrom: { ...carriedFrom, unit: mask(carriedFrom.unit) } } : {}),
  };
  return { ...event, data } as StoredEvent;
}

/** Some events of units in sight, each as `maskedFor` shows it. */
export async function maskEvents(
  tx: Tx,
  viewer: Viewer,
  events: readonly StoredEvent[],
): Promise<readonly StoredEvent[]> {
  const named = events.flatMap(unitsNamedIn);
  if (viewer.sight === 'everything' || named.length === 0) return events;
  const seen = await inSight(tx, viewer, named);
  return events.map((event) => maskedFor(seen, event));
}

/** Some units, the parents of the topmost ones in sight null. */
export async function maskParents<Unit extends { readonly parent: UnitKey | null }>(
  tx: Tx,
  viewer: Viewer,
  units: readonly Unit[],
): Promise<readonly Unit[]> {
  const parents = units.flatMap(({ parent }) => parent ?? []);
  if (viewer.sight === 'everything' || parents.length === 0) return units;
  const seen = await inSight(tx, viewer, parents);
  return units.map((unit) =>
    unit.parent === null || seen.has(unit.parent) ? unit : { ...unit, parent: null },
  );
}

/** Shows what a change led to as its author may read it, in transactions of its own. */
export class Masks {
  constructor(private readonly database: Database) {}

  events(viewer: Viewer, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
    return this.within(viewer, events, (tx) => maskEvents(tx, viewer, events));
  }

  async event(viewer: Viewer, event: StoredEvent): Promise<StoredEvent> {
    const [masked] = await this.events(viewer, [event]);
    return masked as StoredEvent;
  }

  units<Unit extends { readonly parent: UnitKey | null }>(
    viewer: Viewer,
    units: readonly Unit[],
  ): Promise<readonly Unit[]> {
    return this.within(viewer, units, (tx) => maskParents(tx, viewer, units));
  }

  private async within<T>(
    { program, sight }: Viewer,
    unmasked: T,
    mask: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    if (sight === 'everything') return unmasked;
    return this.database.inProgram(program, mask, { readOnly: true });
  }
}
