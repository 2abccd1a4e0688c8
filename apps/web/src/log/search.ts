import { oneOf, textIn } from '../kit/address.js';
import { EVENT_TYPES } from '../kit/event-words.js';

/** What of the log's page is in its address. */
export interface LogSearch {
  readonly q?: string;
  readonly type?: string;
  readonly unit?: string;
  readonly milestone?: string;
}

/** Reads it; what does not fit is left out. */
export function logSearch(search: Readonly<Record<string, unknown>>): LogSearch {
  return {
    q: textIn(search.q),
    type: oneOf(search.type, EVENT_TYPES),
    unit: textIn(search.unit),
    milestone: textIn(search.milestone),
  };
}
