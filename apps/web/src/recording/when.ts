import { dateWordsOf } from './when-words.js';

/** A date as people wrote it, understood. */
export interface ReadWhen {
  /** As the api takes it: a day, a month, a quarter or a year. */
  readonly given: string;
  /** What was understood, in the reader's words: "March 2024". */
  readonly says: string;
  /** Of anything rougher than a day: the day it counts from, `YYYY-MM-DD`. */
  readonly countsFrom: string | undefined;
  /** Whether it has begun nowhere on earth yet. */
  readonly future: boolean;
}

/** From where and when a date is read. */
export interface Reader {
  readonly now: Date;
  /** A language tag; absent: the browser's. */
  readonly locale?: string | undefined;
}

const EARTH_AHEAD_MS = 14 * 3600 * 1000;
const DAY_MS = 24 * 3600 * 1000;

const pad = (value: number, length = 2) => String(value).padStart(length, '0');
const dayText = (year: number, month: number, day: number) =>
  `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
const localDay = (date: Date) => dayText(date.getFullYear(), date.getMonth() + 1, date.getDate());
const lastOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/**
 * Understands a date, exact or rough: `2024-03-05`, `2024-03`, `2024-Q1`, `2024`, `today`,
 * `yesterday`, and the ways of the reader's language (`5.3.2024`, `3/5/2024`, `5 March 2024`,
 * `March 2024`). @returns undefined where it is no date
 */
export function readWhen(written: string, reader: Reader): ReadWhen | undefined {
  const given = givenBy(written.trim().toLowerCase(), reader);
  if (!given) return undefined;
  const { from, to } = periodOf(given);
  return {
    given,
    says: whenWords(given, reader.locale),
    countsFrom: from === to ? undefined : to,
    future: from > new Date(reader.now.getTime() + EARTH_AHEAD_MS).toISOString().slice(0, 10),
  };
}

/** Whether something is written that is no date: it must not count as nothing. */
export const isUnread = (written: string): boolean =>
  written.trim() !== '' && readWhen(written, { now: new Date(0) }) === undefined;

/** A date as the api gives it, in long words: "March 5, 2024", "March 2024", "Q1 2024", "2024". */
export function whenWords(given: string, locale?: string): string {
  if (/^\d{4}$/.test(given)) return given;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(given);
  if (quarter) return `Q${quarter[2]} ${quarter[1]}`;
  const month = /^\d{4}-\d{2}$/.test(given);
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(month ? {} : { day: 'numeric' }),
  });
  return format.format(new Date(month ? `${given}-01` : given));
}

function givenBy(text: string, { now, locale }: Reader): string | undefined {
  const words = dateWordsOf(locale);
  if (words.today.includes(text)) return localDay(now);
  if (words.yesterday.includes(text)) return localDay(new Date(now.getTime() - DAY_MS));
  const quarter =
    /^(?<year>\d{4})[\s/-]*q(?<q>[1-4])$/.exec(text) ??
    /^q(?<q>[1-4])[\s/-]*(?<year>\d{4})$/.exec(text);
  if (quarter?.groups) return checked(`${quarter.groups.year}-Q${quarter.groups.q}`);
  const numbers = text.split(/[^\d]+/).filter(Boolean);
  if (/^[\d\s./-]+$/.test(text)) return fromNumbers(numbers, words.order);
  return fromNames(text, numbers, words.months);
}

function fromNumbers(numbers: readonly string[], order: readonly string[]): string | undefined {
  const [first = '', second = '', third] = numbers;
  if (numbers.length === 1) return first.length === 4 ? checked(first) : undefined;
  if (numbers.length === 2) {
    if (first.length === 4) return monthOf(first, second);
    return second.length === 4 ? monthOf(second, first) : undefined;
  }
  if (numbers.length !== 3 || third === undefined) return undefined;
  if (first.length === 4) return dayOf(first, second, third);
  if (third.length !== 4) return undefined;
  return order[0] === 'month' ? dayOf(third, first, second) : dayOf(third, second, first);
}

function fromNames(
  text: string,
  numbers: readonly string[],
  months: ReadonlyMap<string, number>,
): string | undefined {
  const named = text.split(/[\s\d.,/-]+/).filter(Boolean);
  const month = named.map((word) => months.get(word)).find((found) => found !== undefined);
  const year = numbers.find((number) => number.length === 4);
  if (month === undefined || year === undefined) return undefined;
  const day = numbers.find((number) => number.length <= 2);
  return day ? dayOf(year, String(month), day) : monthOf(year, String(month));
}

function checked(given: string): string | undefined {
  return Number(given.slice(0, 4)) >= 1000 ? given : undefined;
}

function monthOf(year: string, month: string): string | undefined {
  const number = Number(month);
  return month.length <= 2 && number >= 1 && number <= 12
    ? checked(`${year}-${pad(number)}`)
    : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const whole = monthOf(year, month);
  const number = Number(day);
  if (!whole || day.length > 2 || number < 1) return undefined;
  return number <= lastOfMonth(Number(year), Number(month)) ? `${whole}-${pad(number)}` : undefined;
}

/** The first and the last day of what was given. */
function periodOf(given: string): { readonly from: string; readonly to: string } {
  const year = Number(given.slice(0, 4));
  const quarter = /Q([1-4])$/.exec(given);
  const months = (first: number, last: number) => ({
    from: dayText(year, first, 1),
    to: dayText(year, last, lastOfMonth(year, last)),
  });
  if (quarter) return months(Number(quarter[1]) * 3 - 2, Number(quarter[1]) * 3);
  if (given.length === 4) return months(1, 12);
  const month = Number(given.slice(5, 7));
  return given.length === 7 ? months(month, month) : { from: given, to: given };
}
