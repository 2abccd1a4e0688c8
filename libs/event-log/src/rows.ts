import type { AnyEvent, EventId, EventType, UnitKey } from '#lib/domain';
import { ERASED, type StoredEvent } from './append.js';
import type { ChainedEvent } from './canonical.js';
import type { KeySession } from './key-session.js';
import { type EventBody, ownerSubjectIn, storedWriters, unsealTexts } from './texts.js';
import { type Upcasters, upcast } from './upcast.js';

/** The columns that folding needs; instants as numbers, which are quicker to read than dates. */
export const FOLD_COLUMNS = `position, id, type, shape, unit, occurred_at, data,
  (extract(epoch FROM effective_at) * 1000)::float8 AS effective_at,
  (extract(epoch FROM recorded_at) * 1000)::float8 AS recorded_at`;
/** Every column but the program. */
export const COLUMNS = `${FOLD_COLUMNS}, author, actor, source, source_id, digest, hash`;

/** A row of `FOLD_COLUMNS`. */
export interface FoldRow {
  readonly position: number;
  readonly id: string;
  readonly type: EventType;
  readonly shape: number;
  readonly unit: string | null;
  readonly occurred_at: string;
  /** Milliseconds since 1970. */
  readonly effective_at: number;
  /** Milliseconds since 1970. */
  readonly recorded_at: number;
  readonly data: EventBody;
}

/** A row of `COLUMNS`. */
export interface EventRow extends FoldRow {
  readonly author: string;
  readonly actor: { readonly name: string };
  readonly source: string;
  readonly source_id: string;
  readonly digest: Buffer;
  readonly hash: Buffer;
}

/** The event for folding; texts of people stay sealed. */
export function toFold(row: FoldRow, upcasters: Upcasters): AnyEvent {
  return {
    id: row.id as EventId,
    position: row.position,
    type: row.type,
    unit: row.unit as UnitKey | null,
    occurredAt: row.occurred_at,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    data: upcast(row.type, row.shape, row.data, upcasters),
  } as unknown as AnyEvent;
}

/** The subjects whose keys open the texts of a row. */
export function subjectsOf(row: EventRow): readonly string[] {
  const owner = ownerSubjectIn(row.data);
  const subjects = [row.author, ...Object.values(storedWriters(row.data))];
  return owner === undefined ? subjects : [...subjects, owner];
}

/** The event with its texts in clear. The keys must be loaded. */
export function toStored(row: EventRow, keys: KeySession, upcasters: Upcasters): StoredEvent {
  const author = keys.get(row.author);
  const body = unsealTexts(row.data, author, (subject) => keys.get(subject));
  const writers = row.data['subjects'] === undefined ? {} : { writers: storedWriters(row.data) };
  return {
    ...toFold({ ...row, data: body }, upcasters),
    ...writers,
    actor: author?.unsealActor(row.actor.name) ?? ERASED,
    author: row.author,
    source: row.source,
    sourceId: row.source_id,
  };
}

/** The event as the chain hashes it. */
export function toChained(row: EventRow): ChainedEvent {
  return {
    position: row.position,
    id: row.id,
    type: row.type,
    shape: row.shape,
    unit: row.unit,
    occurredAt: row.occurred_at,
    effectiveAt: row.effective_at,
    recordedAt: row.recorded_at,
    author: row.author,
    actor: row.actor,
    source: row.source,
    sourceId: row.source_id,
    data: row.data,
    digest: row.digest.toString('base64'),
  };
}
