import { dayIn, textIn } from '../kit/address.js';

/** What of a unit's history is in its address. */
export interface HistorySearch {
  /** Types of events with commas between them; `milestone.*` is all that begin so. */
  readonly type?: string;
  readonly milestone?: string;
  readonly model?: string;
  /** A day, `YYYY-MM-DD`, included. */
  readonly from?: string;
  /** A day, `YYYY-MM-DD`, included. */
  readonly to?: string;
}

const TYPES = /^[a-z.*,-]{1,500}$/;

/** Reads it; what does not fit is left out. */
export function historySearch(search: Readonly<Record<string, unknown>>): HistorySearch {
  return {
    type: typesIn(search.type),
    milestone: textIn(search.milestone),
    model: textIn(search.model),
    from: dayIn(search.from),
    to: dayIn(search.to),
  };
}

const typesIn = (value: unknown) =>
  typeof value === 'string' && TYPES.test(value) ? value : undefined;
