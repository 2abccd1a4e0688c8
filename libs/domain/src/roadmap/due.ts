import type { Instant } from '../ids.js';
import { parseOccurrence } from '../occurrence.js';

/** A day by which something is wanted, as roughly as it was given. */
export interface Due {
  readonly given: string;
  /** Days since 1970-01-01 of the last day of what was given, in UTC. */
  readonly lastDay: number;
  /** The first instant after what was given: the whole of a day, month, quarter or year is in time. */
  readonly deadline: Instant;
}

const DAY_MS = 86_400_000;

/**
 * Reads a day, month, quarter or year by which something is wanted.
 * @returns undefined when it is none, or does not exist; an instant is none
 */
export function parseDue(given: string): Due | undefined {
  const occurrence = parseOccurrence(given);
  if (!occurrence || occurrence.precision === 'instant') return undefined;
  // `counts` is the first instant of the last day
  const lastDay = dayOf(occurrence.counts);
  return { given, lastDay, deadline: (lastDay + 1) * DAY_MS };
}

/** Days since 1970-01-01 of the day in UTC that an instant lies in. */
export function dayOf(at: Instant): number {
  return Math.floor(at / DAY_MS);
}
