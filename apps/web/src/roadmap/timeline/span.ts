import { lastDayOf, plusDays, plusMonths } from '../due-days.js';
import type { PlannedRow } from './rows.js';

/** The days that are drawn, from the first to the last: `YYYY-MM-DD`. */
export interface Span {
  readonly start: string;
  readonly end: string;
}

/** Every day that a target has something to draw at. */
function daysOf({ due, firstDue, achievedOn, forecast }: PlannedRow): readonly string[] {
  return [
    ...[due, firstDue].flatMap((one) => (one ? [lastDayOf(one)] : [])),
    ...[achievedOn, forecast?.p50, forecast?.p85].flatMap((one) => (one ? [one.slice(0, 10)] : [])),
  ];
}

/** All of it, with a month of air. */
export function wholeSpan(rows: readonly PlannedRow[], today: string): Span {
  const days = [today, ...rows.flatMap(daysOf)].sort();
  return {
    start: plusMonths(days[0] ?? today, -1),
    end: plusMonths(days.at(-1) ?? today, 2),
  };
}

/** What is drawn unless another span is wished: a year back, and as far as dates are planned. */
export function usualSpan(rows: readonly PlannedRow[], today: string): Span {
  const whole = wholeSpan(rows, today);
  const back = plusMonths(today, -12);
  const far = plusMonths(today, 36);
  const dues = rows
    .flatMap(({ due, forecast }) => [
      ...(due ? [lastDayOf(due)] : []),
      ...(forecast?.p85 && forecast.p85 < far ? [forecast.p85.slice(0, 10)] : []),
    ])
    .sort();
  const last = plusMonths([dues.at(-1) ?? today, plusMonths(today, 10)].sort().at(-1) ?? today, 2);
  return {
    start: whole.start > back ? whole.start : back,
    end:
      last < whole.end ? last : whole.end > plusMonths(today, 6) ? whole.end : plusMonths(today, 6),
  };
}

const length = ({ start, end }: Span) =>
  Math.round((Date.parse(end) - Date.parse(start)) / 86_400_000);

/** The same length, earlier (below 0) or later, by a share of it. */
export function shifted(span: Span, share: number): Span {
  const days = Math.round(length(span) * share);
  return { start: plusDays(span.start, days), end: plusDays(span.end, days) };
}

/** Half as long around its middle, or twice as long; never shorter than two months or longer than thirty years. */
export function zoomed(span: Span, by: 'closer' | 'wider'): Span {
  const days = length(span);
  const next = Math.min(Math.max(by === 'closer' ? days / 2 : days * 2, 61), 10_957);
  const start = plusDays(span.start, Math.round((days - next) / 2));
  return { start, end: plusDays(start, Math.round(next)) };
}
