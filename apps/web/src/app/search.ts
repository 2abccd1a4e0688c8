import { type Moment, momentIn } from '../time/moment.js';

/** What every page keeps in its address: the pair of times, and which charts show their tables. */
export interface RootSearch extends Moment {
  /** Ids of the charts that are shown as tables. */
  readonly tables?: readonly string[];
}

/** Reads it; what does not fit is left out. */
export function rootSearch(search: Readonly<Record<string, unknown>>): RootSearch {
  const { tables } = search;
  const named = Array.isArray(tables)
    ? tables.filter((one): one is string => typeof one === 'string')
    : [];
  return { ...momentIn(search), ...(named.length > 0 ? { tables: named } : {}) };
}
