import type { Instant } from '#lib/domain';

/** How long the story is, in months; the reference is the first instant after it. */
export const STORY_MONTHS = 48;

/** How exactly a date is given. */
export type Precision = 'instant' | 'day' | 'month' | 'quarter' | 'year';

const MINUTE = 60_000;

/**
 * Turns months of the story into dates. Month 0 begins 48 months before the reference, 20.5 is the
 * middle of the 21st month; all in UTC.
 */
export class Calendar {
  /** @param reference the first instant of a month */
  constructor(readonly reference: Instant) {
    const day = new Date(reference);
    if (reference !== Date.UTC(day.getUTCFullYear(), day.getUTCMonth())) {
      throw new RangeError('The reference of a story is the first instant of a month in UTC.');
    }
  }

  /** The calendar whose story ends where the month of an instant begins. */
  static before(now: Instant): Calendar {
    const day = new Date(now);
    return new Calendar(Date.UTC(day.getUTCFullYear(), day.getUTCMonth()));
  }

  /** The calendar of a story whose first month holds an instant. */
  static beginningAt(first: Instant): Calendar {
    const day = new Date(first);
    return new Calendar(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + STORY_MONTHS));
  }

  /** To the minute. */
  instant(month: number): Instant {
    const whole = Math.floor(month);
    const begins = this.beginOf(whole);
    const within = (month - whole) * (this.beginOf(whole + 1) - begins);
    return begins + Math.floor(within / MINUTE) * MINUTE;
  }

  /** The date as people give it. */
  given(month: number, precision: Precision): string {
    const text = new Date(this.instant(month)).toISOString();
    switch (precision) {
      case 'instant':
        return `${text.slice(0, 19)}Z`;
      case 'day':
        return text.slice(0, 10);
      case 'month':
        return text.slice(0, 7);
      case 'quarter':
        return `${text.slice(0, 4)}-Q${Math.ceil(Number(text.slice(5, 7)) / 3)}`;
      case 'year':
        return text.slice(0, 4);
    }
  }

  private beginOf(month: number): Instant {
    const day = new Date(this.reference);
    return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + month - STORY_MONTHS);
  }
}
