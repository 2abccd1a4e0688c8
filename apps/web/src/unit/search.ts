import { textIn } from '../app/search.js';

/** What of a unit's history is in its address. */
export interface HistorySearch {
  readonly type?: string;
  readonly milestone?: string;
  readonly model?: string;
  readonly from?: string;
  readonly to?: string;
}

/** Reads it; what does not fit is left out. */
export function historySearch(search: Readonly<Record<string, unknown>>): HistorySearch {
  return {
    type: textIn(search.type),
    milestone: textIn(search.milestone),
    model: textIn(search.model),
    from: textIn(search.from),
    to: textIn(search.to),
  };
}
