import { textIn } from '../app/search.js';

/** What of the list of board packs is in its address. */
export interface PacksSearch {
  /** Packs of this unit; also the one that a new pack is offered for. */
  readonly unit?: string;
}

/** Reads it; what does not fit is left out. */
export function packsSearch(search: Readonly<Record<string, unknown>>): PacksSearch {
  return { unit: textIn(search.unit) };
}
