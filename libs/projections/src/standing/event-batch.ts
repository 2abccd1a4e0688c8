import type { AnyEvent, EventId, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog, StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { type CatalogueSource, CatalogueHistory } from '../catalogue-reader.js';
import { touchedUnits, touchOf } from './touched-units.js';

/** Some events of a program's log, one after another. */
export interface EventBatch {
  /** The position before the first. */
  readonly after: Position;
  /** The position of the last. */
  readonly upTo: Position;
  readonly events: readonly StoredEvent[];
}

/** The units, besides those the events are about, that a batch may have moved through the tree or the catalogue. */
export async function touchedFromAfar(
  tx: Tx,
  { log, catalogue }: { readonly log: EventLog; readonly catalogue: CatalogueSource },
  program: ProgramId,
  { after, upTo, events }: EventBatch,
): Promise<UnitKey[]> {
  const history = await CatalogueHistory.load(tx, catalogue, program, after, upTo);
  const named = await namedBy(tx, log, program, events);
  const touches = [];
  for (const event of events) {
    const known = await history.at(event.position);
    touches.push({ unit: event.unit, touch: touchOf(event, named, known) });
  }
  const { countsUnits } = (await history.at(upTo)).index;
  return touchedUnits(tx, program, touches, { after, upTo, countsUnits });
}

/** The events that retractions and ends of waivers name, and those that these name in turn. */
export async function namedBy(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  events: readonly StoredEvent[],
): Promise<ReadonlyMap<EventId, AnyEvent>> {
  const found = new Map<EventId, AnyEvent>(events.map((event) => [event.id, event]));
  const naming = [...events] as AnyEvent[];
  for (let event = naming.pop(); event; event = naming.pop()) {
    if (event.type !== 'event.retracted' && event.type !== 'waiver.ended') continue;
    const { event: id } = event.data;
    const named = found.get(id) ?? (await log.find(tx, program, id));
    if (!named) continue;
    found.set(id, named);
    naming.push(named);
  }
  return found;
}
