import { textIn } from '../kit/address.js';

/** What of the board packs is in their address. */
export interface PacksSearch {
  /** Packs of this unit alone. */
  readonly unit?: string;
}

/** Reads it; what does not fit is left out. */
export function packsSearch(search: Readonly<Record<string, unknown>>): PacksSearch {
  return { unit: textIn(search.unit) };
}
