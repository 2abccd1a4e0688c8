import { parseOccurrence } from '#lib/domain';

/** `2013-12-03 17:15:43`, with a zone or without, as GitLab, Jira and ServiceNow write it. */
const LOOSE =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(UTC|Z|[+-]\d{2}:?\d{2})?$/;
const LONGEST = 40;
/** Larger numbers count milliseconds since 1970, smaller ones seconds. */
const MOST_SECONDS = 100_000_000_000;

/**
 * Reads a date as tools write it: RFC 3339, the same with a space or a zone without colon, without a zone
 * (then UTC), seconds or milliseconds since 1970, a day, month, quarter or year.
 * @returns it as an occurrence is given; undefined when it is none
 */
export function readDate(given: unknown): string | undefined {
  if (given instanceof Date) return given.toISOString();
  if (typeof given === 'bigint') return readDate(Number(given));
  if (typeof given === 'number') return instantOf(given);
  if (typeof given !== 'string' || given.length > LONGEST) return undefined;
  const text = given.trim();
  if (parseOccurrence(text)) return text;
  const loose = LOOSE.exec(text);
  if (!loose) return undefined;
  const [, day, time, zone] = loose as unknown as [string, string, string, string | undefined];
  const seconds = time.length === 5 ? `${time}:00` : time;
  const read = `${day}T${seconds}${zoneOf(zone)}`;
  return parseOccurrence(read) && read;
}

/** The day, month, quarter or year that a date names: of an instant, the day that is written there. */
export function readDay(given: unknown): string | undefined {
  const read = readDate(given);
  if (read === undefined) return undefined;
  return parseOccurrence(read)?.precision === 'instant' ? read.slice(0, 10) : read;
}

function instantOf(given: number): string | undefined {
  const milliseconds = Math.abs(given) > MOST_SECONDS ? given : given * 1_000;
  const date = new Date(milliseconds);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return parseOccurrence(text) && text;
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined || zone === 'UTC' || zone === 'Z') return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
