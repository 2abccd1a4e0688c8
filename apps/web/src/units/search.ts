import { textIn } from '../app/search.js';

/** What of the list of units is in its address. */
export interface UnitsSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly tag?: string;
  readonly owner?: string;
}

/** Reads it; what does not fit is left out. */
export function unitsSearch(search: Readonly<Record<string, unknown>>): UnitsSearch {
  return {
    q: textIn(search.q),
    kind: textIn(search.kind),
    tag: textIn(search.tag),
    owner: textIn(search.owner),
  };
}
