import type { Instant } from '#lib/domain';

/** One day, in milliseconds. */
export const DAY = 86_400_000;

/**
 * The instant from which a date as given counts: an instant is itself, a day its first instant, a
 * month, quarter or year the first instant of its last day; never later than it was recorded.
 * @source model-format: Facts
 */
export function effectiveFrom(given: string, recordedAt: Instant): Instant {
  return Math.min(countsFrom(given), recordedAt);
}

/**
 * The instant a duration after another: years and months first, in the UTC calendar, on the
 * month's last day where the day does not exist; then the rest, exactly.
 * @param iso an ISO 8601 duration with Y, M, W, D, H and minutes
 * @source model-format: Durations
 */
export function plus(instant: Instant, iso: string): Instant {
  const known = `${instant} ${iso}`;
  if (!sums.has(known)) sums.set(known, add(instant, iso));
  return sums.get(known) as Instant;
}

const sums = new Map<string, Instant>();

function add(instant: Instant, iso: string): Instant {
  const [calendar = '', clock = ''] = iso.slice(1).split('T');
  const months = 12 * amount(calendar, 'Y') + amount(calendar, 'M');
  const days = 7 * amount(calendar, 'W') + amount(calendar, 'D');
  const minutes = 60 * amount(clock, 'H') + amount(clock, 'M');
  return monthsLater(instant, months) + days * DAY + minutes * 60_000;
}

/** The first instant after a day `YYYY-MM-DD`, in UTC. */
export function endOfDayOn(day: string): Instant {
  return countsFrom(day) + DAY;
}

/** An instant for people to read. */
export function readable(instant: Instant | undefined): string {
  if (instant === undefined) return '-';
  return Number.isFinite(instant) ? new Date(instant).toISOString() : String(instant);
}

function countsFrom(given: string): Instant {
  if (given.includes('T')) return Date.parse(given);
  const [year = '', part] = given.split('-');
  if (part === undefined) return monthStart(Number(year) + 1, 1) - DAY;
  if (part.startsWith('Q')) return monthStart(Number(year), Number(part.slice(1)) * 3 + 1) - DAY;
  if (given.length === 'YYYY-MM'.length) return monthStart(Number(year), Number(part) + 1) - DAY;
  return Date.parse(`${given}T00:00:00Z`);
}

function amount(text: string, letter: string): number {
  const found = new RegExp(`(\\d+)${letter}`).exec(text);
  return found ? Number(found[1]) : 0;
}

function monthsLater(instant: Instant, months: number): Instant {
  if (months === 0) return instant;
  const [year = 0, month = 0, day = 0] = new Date(instant)
    .toISOString()
    .slice(0, 10)
    .split('-')
    .map(Number);
  const timeOfDay = ((instant % DAY) + DAY) % DAY;
  const start = monthStart(year, month + months);
  const lengthInDays = (monthStart(year, month + months + 1) - start) / DAY;
  return start + (Math.min(day, lengthInDays) - 1) * DAY + timeOfDay;
}

/** The first instant of a month, counted on from January (1) of the year as far as need be. */
function monthStart(year: number, month: number): Instant {
  const [y, m] = [year + Math.floor((month - 1) / 12), ((month - 1) % 12) + 1];
  return Date.parse(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-01T00:00:00Z`);
}
