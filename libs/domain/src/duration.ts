import type { Instant } from './ids.js';

/** A parsed ISO 8601 duration: calendar months, then an exact rest. */
export interface Duration {
  /** As written. */
  readonly iso: string;
  readonly months: number;
  /** Weeks, days, hours and minutes, in milliseconds. */
  readonly rest: number;
}

const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const MINUTE = 60_000;
const DAY = 86_400_000;
const LONGEST_MONTHS = 50 * 12;
const LONGEST_DAYS = 50 * 366;

/**
 * Parses an ISO 8601 duration with Y, M, W, D, H and minutes.
 * @returns the duration, or undefined when the text is not one, is not positive, or is longer than P50Y
 * @source model-format: Durations
 */
export function parseDuration(iso: string): Duration | undefined {
  const match = PATTERN.exec(iso);
  if (!match || iso.length > 40 || iso.endsWith('T')) return undefined;
  const [years, months, weeks, days, hours, minutes] = match
    .slice(1)
    .map((digits) => (digits === undefined ? 0 : Number(digits))) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const allMonths = years * 12 + months;
  const rest = (weeks * 7 + days) * DAY + (hours * 60 + minutes) * MINUTE;
  if (allMonths === 0 && rest === 0) return undefined;
  const longest =
    allMonths > 0
      ? allMonths / LONGEST_MONTHS + rest / (LONGEST_DAYS * DAY)
      : rest / (LONGEST_DAYS * DAY);
  return longest > 1 ? undefined : { iso, months: allMonths, rest };
}

/**
 * The instant a duration after another: years and months first, in the UTC calendar, taking the
 * month's last day where the day does not exist; then the rest, exactly.
 * @source model-format: Durations
 */
export function addDuration(instant: Instant, duration: Duration): Instant {
  return addMonths(instant, duration.months) + duration.rest;
}

function addMonths(instant: Instant, months: number): Instant {
  if (months === 0) return instant;
  const date = new Date(instant);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  date.setUTCDate(Math.min(day, daysInMonth(date.getUTCFullYear(), date.getUTCMonth())));
  return date.getTime();
}

function daysInMonth(year: number, month: number): number {
  const last = new Date(Date.UTC(2000, month + 1, 0));
  last.setUTCFullYear(year, month + 1, 0);
  return last.getUTCDate();
}
