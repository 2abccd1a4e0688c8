import { z } from 'zod';
import { Id } from '#lib/contracts';
import { HttpProblem } from './http-problem.js';

/** Wraps where a list goes on, so that clients take it as it is. */
export function cursorOf(place: string | null): string | null {
  return place === null ? null : Buffer.from(place, 'utf8').toString('base64url');
}

/**
 * Where a list goes on.
 * @param looksRight whether the place is one that this list gives out
 * @throws HttpProblem `malformed`
 */
export function placeOf(
  cursor: string | undefined,
  looksRight: (place: string) => boolean,
): string | undefined {
  if (cursor === undefined) return undefined;
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (cursorOf(place) === cursor && looksRight(place)) return place;
  throw new HttpProblem('malformed', 'This is not a cursor of this list.', {
    errors: [{ pointer: '?cursor', message: 'Send `next` of the page before, as it came.' }],
  });
}

/** An instant in a cursor: of the years 1 to 9999, as everything that is asked about. */
export const PlacedAt = z.number().int().min(-62_135_596_800_000).max(253_402_300_799_999);

/**
 * Where a list goes on whose places are written as JSON.
 * @throws HttpProblem `malformed`
 */
export function writtenPlaceOf<Schema extends z.ZodType>(
  cursor: string | undefined,
  schema: Schema,
): z.output<Schema> | undefined {
  let found: z.output<Schema> | undefined;
  placeOf(cursor, (place) => {
    const parsed = schema.safeParse(readJson(place));
    if (parsed.success) found = parsed.data;
    return parsed.success;
  });
  return found;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A pair of times, either absent for now. */
interface Pair {
  readonly asOf?: number | undefined;
  readonly knownAt?: number | undefined;
}

/**
 * Where a list of a rollup goes on, and the pair of times that its first page was for.
 * @throws HttpProblem `malformed`
 */
export function startOf(
  cursor: string | undefined,
  pair: Pair,
): { readonly start: number; readonly pair: Pair } {
  const place = placeOf(cursor, (text) => /^-?\d{1,15}\.-?\d{1,15}\.\d{1,9}$/.test(text));
  if (place === undefined) return { start: 0, pair };
  const [asOf, knownAt, start] = place.split('.').map(Number) as [number, number, number];
  return { start, pair: { asOf, knownAt } };
}

/** The cursor of a list of a rollup. */
export function startText(
  next: number | null,
  { asOf, knownAt }: { readonly asOf: number; readonly knownAt: number },
): string | null {
  return cursorOf(next === null ? null : `${asOf}.${knownAt}.${next}`);
}

/** Whether a place ends with an id. */
export function hasId(place: string): boolean {
  const last = (JSON.parse(place) as unknown[]).at(-1);
  return Id.safeParse(last).success;
}

/** Whether a place begins with a date that exists. */
export function hasDate(place: string): boolean {
  const [first] = JSON.parse(place) as unknown[];
  return typeof first === 'string' && !Number.isNaN(Date.parse(first));
}

/** A page of a list that is at hand whole, ordered by a key. */
export function pageOf<Item, View>(
  items: readonly Item[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  keyOf: (item: Item) => string,
  view: (item: Item) => View,
): { readonly items: readonly View[]; readonly next: string | null } {
  const after = placeOf(cursor, (place) => place.length <= 200);
  const start = after === undefined ? 0 : items.findIndex((item) => keyOf(item) > after);
  const rest = start < 0 ? [] : items.slice(start);
  const shown = rest.slice(0, limit);
  const last = shown[shown.length - 1];
  const next = rest.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null;
  return { items: shown.map(view), next };
}
