import { type Instant, isFuture, type Occurrence, parseOccurrence } from '#lib/domain';
import { Refusal } from './refusal.js';

/**
 * Reads a date that people give for what has happened.
 * @param pointer where it stands in what was sent
 * @throws Refusal `date-invalid` or `date-in-future`
 */
export function occurred(given: string, now: Instant, pointer = '/occurredAt'): Occurrence {
  const occurrence = parseOccurrence(given);
  if (!occurrence) {
    throw new Refusal('date-invalid', `"${given}" is not a date that exists.`, pointer);
  }
  if (isFuture(occurrence, now)) {
    throw new Refusal(
      'date-in-future',
      `"${given}" lies in the future. Record it once it has happened.`,
      pointer,
    );
  }
  return occurrence;
}

/** The instant at which a new fact counts: as given, or now. @throws Refusal as `occurred` does */
export function countsFrom(given: string | undefined, now: Instant, pointer?: string): Instant {
  return given === undefined ? now : Math.min(occurred(given, now, pointer).counts, now);
}
