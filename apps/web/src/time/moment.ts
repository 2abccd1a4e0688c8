import { useSearch } from '@tanstack/react-router';

/** The pair of times a page is asked for; what is absent is now. */
export interface Moment {
  /** When it was true: a day, `YYYY-MM-DD`, or an instant. */
  readonly asOf?: string;
  /** What had been recorded by then. */
  readonly knownAt?: string;
}

const TIME = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;

/** Reads the pair out of an address; what is no time is left out. */
export function momentIn(search: Readonly<Record<string, unknown>>): Moment {
  const { asOf, knownAt } = search;
  return {
    ...(isTime(asOf) ? { asOf } : {}),
    ...(isTime(knownAt) ? { knownAt } : {}),
  };
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value) && !Number.isNaN(Date.parse(value));
}

/** The pair of times of the page, as a query of the api takes it. */
export function useMoment(): Moment {
  const { asOf, knownAt } = useSearch({ from: '__root__' });
  return { ...(asOf ? { asOf } : {}), ...(knownAt ? { knownAt } : {}) };
}

/** Whether both times are now, so that what is recorded changes the page. */
export const isNow = ({ asOf, knownAt }: Moment): boolean => !asOf && !knownAt;
