import { hash } from 'node:crypto';
import { UnstorableText } from './errors.js';

/**
 * Canonical JSON: members sorted by UTF-16 code units, no white space, numbers and strings as
 * ECMAScript writes them; members that are undefined are left out.
 * @source RFC 8785
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Record<string, unknown>;
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member === undefined) continue;
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** The same value with the members of its objects in the order in which `jsonb` gives them back: shorter names first. */
export function inStoredOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inStoredOrder);
  const members = value as Record<string, unknown>;
  const names = Object.keys(members).filter((name) => members[name] !== undefined);
  return Object.fromEntries(
    names.sort(byStoredOrder).map((name) => [name, inStoredOrder(members[name])]),
  );
}

function byStoredOrder(a: string, b: string): number {
  const lengths = Buffer.byteLength(a) - Buffer.byteLength(b);
  return lengths !== 0 ? lengths : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** What the chain is made of: an event as stored, its texts encrypted. */
export interface ChainedEvent {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly shape: number;
  readonly unit: string | null;
  readonly occurredAt: string;
  /** Milliseconds since 1970. */
  readonly effectiveAt: number;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  readonly author: string;
  readonly actor: unknown;
  readonly source: string;
  readonly sourceId: string;
  readonly data: unknown;
  /** Base64. */
  readonly digest: string;
}

/** The hash before the first event. */
export const FIRST_HASH: Buffer = Buffer.alloc(32);

/** sha256(previous hash ‖ canonical event): what each event is linked to the one before it by. */
export function chainHash(previous: Buffer, event: ChainedEvent): Buffer {
  const { position, id, type, shape, unit, occurredAt, effectiveAt, recordedAt } = event;
  const { author, actor, source, sourceId, data, digest } = event;
  const canonical =
    `{"actor":${canonicalJson(actor)},"author":"${author}","data":${canonicalJson(data)},` +
    `"digest":"${digest}","effectiveAt":${effectiveAt},"id":"${id}",` +
    `"occurredAt":${JSON.stringify(occurredAt)},"position":${position},"recordedAt":${recordedAt},` +
    `"shape":${shape},"source":${JSON.stringify(source)},"sourceId":${JSON.stringify(sourceId)},` +
    `"type":"${type}","unit":${JSON.stringify(unit)}}`;
  return hash('sha256', Buffer.concat([previous, Buffer.from(canonical)]), 'buffer');
}

/** NUL, or half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** How JSON writes such a letter; a backslash before it may mean another. */
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/;

/** The same for a value whose JSON is at hand, which is quicker to look through. */
export function assertStorableJson(json: string, value: unknown, pointer: string): void {
  if (SUSPICIOUS.test(json)) assertStorable(value, pointer);
}

/** @throws UnstorableText when a text or a member's name holds a NUL or half a surrogate pair */
export function assertStorable(value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) throw new UnstorableText(pointer);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, member] of Object.entries(value)) {
      assertStorable(name, pointer);
      assertStorable(member, `${pointer}/${name}`);
    }
  }
}
