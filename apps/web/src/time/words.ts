const DAY_MS = 24 * 3600 * 1000;

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const second = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const number = new Intl.NumberFormat();
const month = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** A day in the reader's way of writing it. @param text `YYYY-MM-DD` or an instant (its day in UTC) */
export const dayText = (text: string): string => day.format(new Date(text));

/** A sentence of the server with its days in the reader's way. @param text with days as `YYYY-MM-DD` */
export const withDays = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (found) =>
    Number.isNaN(Date.parse(found)) ? found : dayText(found),
  );

/** An instant in the reader's way and time zone, to the minute. */
export const instantText = (text: string): string => minute.format(new Date(text));

/** An instant in the reader's way and time zone, to the second. */
export const secondText = (text: string): string => second.format(new Date(text));

/** A number in the reader's way. */
export const numberText = (value: number): string => number.format(value);

/** A month in the reader's way. */
export const monthText = (text: string | Date): string => month.format(new Date(text));

/**
 * When something occurred, as roughly as it was given: a day, a month, a quarter or a year.
 * @param given `2008`, `2008-Q4`, `2008-12`, `2008-12-31` or an instant
 */
export function occurredText(given: string): string {
  if (/^\d{4}$/.test(given)) return given;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(given);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  if (/^\d{4}-\d{2}$/.test(given)) return monthText(`${given}-01`);
  return /^\d{4}-\d{2}-\d{2}$/.test(given) ? dayText(given) : instantText(given);
}

/** A number with its noun. @param many when it is not formed with s */
export function countText(value: number, one: string, many = `${one}s`): string {
  return `${numberText(value)} ${value === 1 ? one : many}`;
}

/** A share in whole percent; what is neither none nor all never reads as that. @param share 0–1 */
export function percentText(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0 && share > 0) return 'below 1 %';
  if (percent === 100 && share < 1) return 'over 99 %';
  return `${percent} %`;
}

/** How long: in days, then months, then years, rounded. */
export function daysText(days: number): string {
  const whole = Math.abs(Math.round(days));
  if (whole < 60) return countText(whole, 'day');
  if (whole < 730) return countText(Math.round(whole / 30.44), 'month');
  return `${numberText(Math.round((whole / 365.25) * 10) / 10)} years`;
}

/** Days from one instant to another; negative when `to` lies before. */
export function daysBetween(from: string | Date, to: string | Date): number {
  return (new Date(to).getTime() - new Date(from).getTime()) / DAY_MS;
}

/** The day that it is now, in UTC. @returns `YYYY-MM-DD` */
export const today = (): string => dayOf(new Date());

/** The day so many days from now, in UTC. @returns `YYYY-MM-DD` */
export const inDays = (days: number): string => dayOf(new Date(Date.now() + days * DAY_MS));

/** The UTC day of an instant. @returns `YYYY-MM-DD` */
export const dayOf = (instant: Date | string): string =>
  new Date(instant).toISOString().slice(0, 10);
