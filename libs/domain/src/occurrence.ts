import type { Instant } from './ids.js';

/** A date as people give it: an instant, a day, a month, a quarter or a year. */
export interface Occurrence {
  readonly given: string;
  /** The first instant of what was given, in UTC. */
  readonly begins: Instant;
  /**
   * The instant from which it counts: an instant is itself, a day is its first instant, a month,
   * quarter or year is the first instant of its last day.
   */
  readonly counts: Instant;
  readonly precision: 'instant' | 'day' | 'month' | 'quarter' | 'year';
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?([Zz]|[+-]\d{2}:\d{2})$/;
const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const YEAR = /^(\d{4})$/;

/** Years that may be given; the last leaves room for durations within four digits. */
const FIRST_YEAR = 1;
const LAST_YEAR = 9899;

/** The earliest day has begun somewhere on earth this long before it begins in UTC. */
const EARLIEST_ZONE = 14 * 3_600_000;
const CLOCK_SKEW = 5 * 60_000;

/**
 * Reads a date as given.
 * @returns undefined when the text is not an RFC 3339 instant, a day, a month, a quarter or a year that exists
 * @source api contract: Conventions; model-format: Facts
 */
export function parseOccurrence(given: string): Occurrence | undefined {
  const instant = parseInstant(given);
  if (instant !== undefined)
    return { given, begins: instant, counts: instant, precision: 'instant' };
  const day = DAY.exec(given);
  if (day) return period(given, 'day', Number(day[1]), Number(day[2]), Number(day[3]), 0);
  const month = MONTH.exec(given);
  if (month) return period(given, 'month', Number(month[1]), Number(month[2]), 1, 1);
  const quarter = QUARTER.exec(given);
  if (quarter)
    return period(given, 'quarter', Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1, 3);
  const year = YEAR.exec(given);
  if (year) return period(given, 'year', Number(year[1]), 1, 1, 12);
  return undefined;
}

/** Reads an RFC 3339 instant to the millisecond; undefined when it is none. A leap second is the second after it. */
export function parseInstant(given: string): Instant | undefined {
  const match = INSTANT.exec(given);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const start = firstInstant(year, month, day);
  if (start === undefined || hour > 23 || minute > 59 || second > 60) return undefined;
  const millis = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  const zone = match[8] as string;
  let offset = 0;
  if (zone.length > 1) {
    const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))];
    if (hours > 23 || minutes > 59) return undefined;
    offset = (hours * 60 + minutes) * 60_000 * (zone[0] === '-' ? -1 : 1);
  }
  return start + ((hour * 60 + minute) * 60 + second) * 1000 + millis - offset;
}

/** Whether what was given lies in the future: a day that is today in some time zone, and a period that has begun, do not. */
export function isFuture(occurrence: Occurrence, now: Instant): boolean {
  const leeway = occurrence.precision === 'instant' ? CLOCK_SKEW : EARLIEST_ZONE;
  return occurrence.begins > now + leeway;
}

/** When a fact counts in the organisation: never later than it was recorded. */
export function effectiveInstant(occurrence: Occurrence, recordedAt: Instant): Instant {
  return Math.min(occurrence.counts, recordedAt);
}

/** The first instant after a day `YYYY-MM-DD` in UTC; undefined when there is no such day. */
export function endOfDay(day: string): Instant | undefined {
  const parsed = DAY.test(day) ? parseOccurrence(day) : undefined;
  return parsed && parsed.begins + 86_400_000;
}

function period(
  given: string,
  precision: Occurrence['precision'],
  year: number,
  month: number,
  day: number,
  months: number,
): Occurrence | undefined {
  const begins = firstInstant(year, month, day);
  if (begins === undefined) return undefined;
  if (months === 0) return { given, begins, counts: begins, precision };
  const lastDay = new Date(0);
  lastDay.setUTCFullYear(year, month - 1 + months, 0);
  return { given, begins, counts: lastDay.getTime(), precision };
}

function firstInstant(year: number, month: number, day: number): Instant | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() : undefined;
}
