import { dayOf, daysBetween } from '../../time/words.js';
import type { Span } from '../search.js';

/** How many months a span has, and how far its bars are apart. */
export const LENGTHS: Readonly<
  Record<Span, { readonly months: number; readonly step: number; readonly label: string }>
> = {
  '1y': { months: 12, step: 1, label: '1 year' },
  '3y': { months: 36, step: 1, label: '3 years' },
  '5y': { months: 60, step: 3, label: '5 years' },
  '10y': { months: 120, step: 3, label: '10 years' },
  '20y': { months: 240, step: 12, label: '20 years' },
};

const USUAL: Span = '3y';

/** The span that is shown: as wished, or the next that reaches back to the day that is looked at. */
export function shownSpan(wished: Span | undefined, asOf: string | undefined, today: string): Span {
  const spans = Object.keys(LENGTHS) as Span[];
  const first = spans.indexOf(wished ?? USUAL);
  const reaching = spans.slice(first).find((span) => !asOf || startOf(span, today) <= asOf);
  return reaching ?? '20y';
}

/** What a trend is asked for. @returns the first day, and the time between two bars (ISO 8601) */
export function trendRange(
  wished: Span | undefined,
  asOf: string | undefined,
  today: string,
): { readonly from: string; readonly every: string; readonly span: Span } {
  const span = shownSpan(wished, asOf, today);
  return { from: startOf(span, today), every: `P${LENGTHS[span].step}M`, span };
}

/** The first of the month, months before or after another day's. */
export function monthFrom(day: string, months: number): string {
  const date = new Date(day);
  return dayOf(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)));
}

function startOf(span: Span, today: string): string {
  return monthFrom(today, -LENGTHS[span].months);
}

/** Where a day lies, in months after the first of a month. @param from the first of a month */
export function monthsAfter(from: string, day: string): number {
  const [first, date] = [new Date(from), new Date(day)];
  const whole =
    (date.getUTCFullYear() - first.getUTCFullYear()) * 12 +
    date.getUTCMonth() -
    first.getUTCMonth();
  const start = monthFrom(day, 0);
  const length = daysBetween(start, monthFrom(day, 1));
  return whole + daysBetween(start, day.slice(0, 10)) / length;
}

/** A place that the date can be moved to. */
export interface Stop {
  /** Months after the start. */
  readonly value: number;
  /** The day; absent: now. */
  readonly day?: string;
}

/** The first of each month, the day that is looked at, and now, in order. */
export function stopsOf(from: string, today: string, asOf: string | undefined): readonly Stop[] {
  const end = monthsAfter(from, today);
  const months = Array.from({ length: Math.ceil(end) }, (_, month) => monthFrom(from, month));
  const days = new Set(months.filter((day) => day < today));
  if (asOf && asOf.slice(0, 10) < today && asOf >= from) days.add(asOf.slice(0, 10));
  return [
    ...[...days].sort().map((day) => ({ value: monthsAfter(from, day), day })),
    { value: end },
  ];
}

/** The stop a year from another, or the last on the way. @param years 1: later; -1: earlier */
export function yearFrom(stops: readonly Stop[], value: number, years: 1 | -1): Stop | undefined {
  const goal = value + years * 12;
  return years > 0
    ? (stops.find((stop) => stop.value >= goal - 0.001) ?? stops.at(-1))
    : (stops.findLast((stop) => stop.value <= goal + 0.001) ?? stops[0]);
}

/** The same day of the month some months before, or the last that month has. */
export function daysBefore(day: string, months: number): string {
  const first = monthFrom(day, -months);
  const length = daysBetween(first, monthFrom(first, 1));
  const date = Math.min(new Date(day).getUTCDate(), length);
  return `${first.slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** The day from which changes are told unless one is chosen: three months before. */
export const usualSince = (asOf: string | undefined, today: string): string =>
  daysBefore(asOf ?? today, 3);
