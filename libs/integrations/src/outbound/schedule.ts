const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long after each attempt the next one is made: three days and some hours in all. @source standardwebhooks.com, Deliverability and reliability */
export const PAUSES_MS: readonly number[] = [
  ...[5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR],
  ...[10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR],
];

/** An endpoint that took nothing for so long is not sent anything any more. */
export const FAILING_DAYS = 5;
const FAILING_MS = FAILING_DAYS * DAY;

/** By how much of it a pause is longer or shorter, so that what failed together does not come back together. */
const JITTER = 0.2;

/** An endpoint may ask for a rest, of so long at most. */
const LONGEST_REST_MS = 6 * HOUR;
const USUAL_REST_MS = MINUTE;

/**
 * When what failed is tried again; null: it was tried as often as it is.
 * @param attempts made so far, this one included
 * @param random from 0 to 1
 */
export function againAt(now: number, attempts: number, random: number): number | null {
  const pause = PAUSES_MS[attempts - 1];
  if (pause === undefined) return null;
  return Math.round(now + pause * (1 - JITTER + 2 * JITTER * random));
}

/** Whether an endpoint has taken nothing for too long. */
export function failsTooLong(now: number, since: number): boolean {
  return now - since >= FAILING_MS;
}

/**
 * Until when an endpoint that answered 429 or 503 is left alone.
 * @param retryAfter the header as it came: seconds, or a date; a minute where it is neither
 */
export function restUntil(now: number, retryAfter: string | undefined): number {
  const text = retryAfter?.trim() ?? '';
  const wish = /^\d{1,9}$/.test(text) ? Number(text) * SECOND : Date.parse(text) - now;
  const rest = Number.isNaN(wish) ? USUAL_REST_MS : Math.max(wish, 0);
  return now + Math.min(rest, LONGEST_REST_MS);
}
