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

/** A text of an address, if it is one. */
export const textIn = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** One of some words of an address. */
export const oneOf = <Word extends string>(
  value: unknown,
  words: readonly Word[],
): Word | undefined => words.find((word) => word === value);

/** A day of an address, `YYYY-MM-DD`, if it is one. */
export function dayIn(value: unknown): string | undefined {
  const text = textIn(value);
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
    ? text
    : undefined;
}
