import { oneOf, textIn } from '../kit/address.js';
import { EVENT_TYPES } from '../kit/event-words.js';

/** What of the log's page is in its address. */
export interface LogSearch {
  readonly q?: string;
  readonly type?: string;
  readonly unit?: string;
  readonly milestone?: string;
  /** The id of whoever recorded it. */
  readonly actor?: string;
  /** Recorded at that instant or later, and before that one. */
  readonly from?: string;
  readonly to?: string;
}

/** An instant or a day of an address, if it is one. */
function instantIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** Reads it; what does not fit is left out. */
export function logSearch(search: Readonly<Record<string, unknown>>): LogSearch {
  return {
    q: textIn(search.q),
    type: oneOf(search.type, EVENT_TYPES),
    unit: textIn(search.unit),
    milestone: textIn(search.milestone),
    actor: textIn(search.actor),
    from: instantIn(search.from),
    to: instantIn(search.to),
  };
}
