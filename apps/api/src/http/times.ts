import { type Instant, parseOccurrence } from '#lib/domain';
import { Refusal } from '#lib/recording';

/**
 * The instant a question is asked for: an instant is itself, a day its first instant in UTC.
 * @throws Refusal `date-invalid`
 */
export function pointIn(given: string | undefined, pointer: string): Instant | undefined {
  return possibleDate(given, pointer)?.begins;
}

/** A date as people give it that exists, the future included. @throws Refusal `date-invalid` */
export function possibleDate(given: string | undefined, pointer: string) {
  if (given === undefined) return undefined;
  const occurrence = parseOccurrence(given);
  if (occurrence) return occurrence;
  throw new Refusal('date-invalid', `"${given}" is not a date that exists.`, pointer);
}
