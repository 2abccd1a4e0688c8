import { scaleUtc } from '@visx/scale';
import { lastDayOf } from '../due-days.js';
import type { Span } from './span.js';

/** Where days lie on the drawing. */
export interface DayScale {
  /** The place of a day, an instant or a due date (its last day); places beyond the edges are real. */
  readonly at: (day: string) => number;
  /** The day at a place. @returns `YYYY-MM-DD` */
  readonly dayAt: (x: number) => string;
  readonly left: number;
  readonly right: number;
  readonly marks: readonly {
    readonly x: number;
    readonly label: string;
    readonly strong: boolean;
  }[];
}

const month = new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });

/** Roughly how wide a label is, with air. */
const LABEL = 64;

/** A scale of days. @param left, right the edges of the drawing, in pixels */
export function dayScale({ start, end }: Span, left: number, right: number): DayScale {
  const scale = scaleUtc<number>({
    domain: [new Date(start), new Date(end)],
    range: [left, right],
  });
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / LABEL)));
  return {
    at: (day) => scale(new Date(/^\d{4}(-Q\d|-\d{2})?$/.test(day) ? lastDayOf(day) : day)),
    dayAt: (x) =>
      new Date(Math.round(scale.invert(x).getTime() / 86_400_000) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    left,
    right,
    marks: ticks.map((tick) => {
      const january = tick.getUTCMonth() === 0 && tick.getUTCDate() === 1;
      const day = tick.getUTCDate() === 1 ? '' : `${tick.getUTCDate()} `;
      return {
        x: scale(tick),
        label: january ? String(tick.getUTCFullYear()) : `${day}${month.format(tick)}`,
        strong: january,
      };
    }),
  };
}
