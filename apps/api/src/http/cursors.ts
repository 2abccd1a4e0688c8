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
