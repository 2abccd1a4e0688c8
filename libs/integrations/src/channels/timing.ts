import type { Instant } from '#lib/domain';

/** Hours of a day in which nothing is sent, by the clock of a zone: `22:00` to `07:00` goes over midnight. */
export interface QuietHours {
  /** `HH:MM`, included. */
  readonly from: string;
  /** `HH:MM`, not included. */
  readonly to: string;
  /** An IANA time zone. */
  readonly zone: string;
}

/** When a digest is sent. */
export interface DigestTimes {
  readonly every: 'day' | 'week';
  /** Of a week: 1 (Monday) to 7; left out: Monday. */
  readonly weekday?: number | undefined;
  /** 0 to 23, by the clock of the zone. */
  readonly hour: number;
  readonly zone: string;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * Until when an instant is held back by quiet hours; undefined: it is not. When clocks are put on or
 * back in the night, they end by the clock all the same.
 */
export function quietUntil(at: Instant, { from, to, zone }: QuietHours): Instant | undefined {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start === end) return undefined;
  const { minutes } = clockIn(at, zone);
  const within =
    start < end ? start <= minutes && minutes < end : minutes >= start || minutes < end;
  if (!within) return undefined;
  return firstAt(at, end, zone);
}

/** When the digest after an instant is sent. */
export function nextDigest(
  after: Instant,
  { every, weekday = 1, hour, zone }: DigestTimes,
): Instant {
  let at = firstAt(after, hour * 60, zone);
  for (let days = 1; days < 7; days++) {
    if (every === 'day' || clockIn(at, zone).weekday === weekday) break;
    at = firstAt(at, hour * 60, zone);
  }
  return at;
}

/** Whether a text names a time zone that this machine knows. */
export function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/**
 * The first instant after another at which the clock of a zone shows a time of day, or has just passed
 * it because it was put on over it.
 */
function firstAt(after: Instant, minutes: number, zone: string): Instant {
  const begin = Math.floor(after / MINUTE_MS) * MINUTE_MS;
  const ahead = (minutes - clockIn(begin, zone).minutes + DAY_MINUTES) % DAY_MINUTES;
  const days = ahead === 0 ? [1, 2] : [0, 1, 2];
  for (const day of days) {
    const guess = begin + (ahead + day * DAY_MINUTES) * MINUTE_MS;
    // what the clock shows there tells by how much it was put on or back in between
    const off = signed(minutes - clockIn(guess, zone).minutes);
    const put = guess + off * MINUTE_MS;
    const found = clockIn(put, zone).minutes === minutes ? put : Math.max(put, guess);
    if (found > after) return found;
  }
  return begin + DAY_MINUTES * MINUTE_MS;
}

/** A difference of times of day as the shorter way round. */
function signed(minutes: number): number {
  const wrapped = (minutes + DAY_MINUTES) % DAY_MINUTES;
  return wrapped > DAY_MINUTES / 2 ? wrapped - DAY_MINUTES : wrapped;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const formats = new Map<string, Intl.DateTimeFormat>();

function clockIn(
  at: Instant,
  zone: string,
): { readonly minutes: number; readonly weekday: number } {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone: zone, hourCycle: 'h23', weekday: 'short' },
      ...{ hour: '2-digit', minute: '2-digit' },
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const { hour = '0', minute = '0', weekday = 'Mon' } = parts;
  return { minutes: Number(hour) * 60 + Number(minute), weekday: WEEKDAYS.indexOf(weekday) + 1 };
}

function minutesOf(text: string): number {
  const [hours = '0', minutes = '0'] = text.split(':');
  return Number(hours) * 60 + Number(minutes);
}
