import type { EventId, Position, UnitKey } from '#lib/domain';
import type { KeySession } from './key-session.js';
import { type EventRow, toStored } from './rows.js';
import { ownerSubjectIn, storedWriters, WRITER_OF } from './texts.js';
import type { Upcasters } from './upcast.js';

/** A text of an event, in clear. */
export interface ToldText {
  /** Where it stands, as in `/data/note` or `/actor`. */
  readonly pointer: string;
  readonly text: string;
  /** Under whose key it is sealed; null: it is stored in clear. */
  readonly subject: string | null;
}

/** An event by its texts. */
export interface ToldEvent {
  readonly position: Position;
  readonly id: EventId;
  readonly unit: UnitKey | null;
  readonly author: string;
  readonly texts: readonly ToldText[];
}

/** All texts of an event, with whom they belong to. The keys must be loaded. */
export function toldBy(row: EventRow, keys: KeySession, upcasters: Upcasters): ToldEvent {
  const event = toStored(row, keys, upcasters);
  const texts: ToldText[] = [{ pointer: '/actor', text: event.actor, subject: row.author }];
  const owner = ownerSubjectIn(row.data) ?? null;
  const writers = storedWriters(row.data);
  for (const [member, value] of Object.entries(event.data)) {
    const sealed = WRITER_OF.some((one) => one === member);
    const writer = sealed ? (writers[member] ?? row.author) : null;
    collect(value, `/data/${member}`, member === 'owner' ? owner : writer, texts);
  }
  for (const member of ['unit', 'source', 'sourceId'] as const) {
    collect(event[member], `/${member}`, null, texts);
  }
  return { position: event.position, id: event.id, unit: event.unit, author: row.author, texts };
}

function collect(value: unknown, pointer: string, subject: string | null, into: ToldText[]): void {
  if (typeof value === 'string') into.push({ pointer, text: value, subject });
  else if (typeof value === 'object' && value !== null) {
    for (const [member, part] of Object.entries(value)) {
      collect(part, `${pointer}/${member}`, subject, into);
    }
  }
}
