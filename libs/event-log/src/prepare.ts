import {
  type EventId,
  effectiveInstant,
  type Instant,
  isFuture,
  parseOccurrence,
} from '#lib/domain';
import { newId } from '#lib/platform';
import { type EventDraft, OWN_SOURCE } from './append.js';
import { assertStorable, assertStorableJson, canonicalJson } from './canonical.js';
import { FutureDate, InvalidDate, ReservedSource } from './errors.js';

/** A draft that was checked and dated, before it has a position. */
export interface Prepared {
  readonly draft: EventDraft;
  /** What makes two drafts the same: the digest of an event is its HMAC. */
  readonly content: string;
  readonly id: EventId;
  readonly source: string;
  readonly sourceId: string;
  readonly occurredAt: string;
  readonly effectiveAt: Instant;
}

/**
 * Checks and dates a draft.
 * @throws InvalidDate, FutureDate, UnstorableText, ReservedSource
 */
export function prepare(draft: EventDraft, recordedAt: Instant): Prepared {
  const content = contentOf(draft);
  assertStorableJson(content, draft, '');
  assertStorable(draft.source, '/source');
  assertStorable(draft.sourceId, '/sourceId');
  if (draft.source === OWN_SOURCE) throw new ReservedSource(draft.source);
  const id = draft.id ?? (newId() as EventId);
  const named = draft.source !== undefined && draft.sourceId !== undefined;
  const [source, sourceId] = named ? [draft.source, draft.sourceId] : [OWN_SOURCE, id];
  const given = draft.occurredAt;
  if (given === undefined) {
    const occurredAt = new Date(recordedAt).toISOString();
    return { draft, content, id, source, sourceId, occurredAt, effectiveAt: recordedAt };
  }
  const occurrence = parseOccurrence(given);
  if (!occurrence) throw new InvalidDate('occurredAt', given);
  if (isFuture(occurrence, recordedAt)) throw new FutureDate('occurredAt', given);
  const effectiveAt = effectiveInstant(occurrence, recordedAt);
  return { draft, content, id, source, sourceId, occurredAt: given, effectiveAt };
}

/**
 * Requires that drafts could be recorded as they are, whatever else they mean.
 * @throws InvalidDate, FutureDate, UnstorableText, ReservedSource
 */
export function requireRecordable(drafts: readonly EventDraft[], recordedAt: Instant): void {
  for (const draft of drafts) prepare(draft, recordedAt);
}

/** Whether the caller named where it comes from, so that a repeat can be told. */
export function isNamed({ draft }: Prepared): boolean {
  return draft.source !== undefined && draft.sourceId !== undefined;
}

function contentOf(draft: EventDraft): string {
  const { type, unit, occurredAt, data } = draft;
  return canonicalJson({ type, unit, occurredAt, data });
}
