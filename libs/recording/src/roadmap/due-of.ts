import { parseOccurrence } from '#lib/domain';
import { Refusal } from '../refusal.js';

/** A target is wanted by a day, month, quarter or year: of an instant, its day in UTC. @throws Refusal `date-invalid` */
export function dueOf(given: string): string {
  const occurrence = parseOccurrence(given);
  if (!occurrence) throw new Refusal('date-invalid', `"${given}" is not a date that exists.`);
  if (occurrence.precision !== 'instant') return given;
  return new Date(occurrence.begins).toISOString().slice(0, 10);
}
