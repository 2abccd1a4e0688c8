import { textIn } from '../kit/address.js';

/** What of the list of units is in its address. */
export interface UnitsSearch {
  readonly q?: string;
  readonly kind?: string;
  readonly tag?: string;
  /** An owner's e-mail address. */
  readonly owner?: string;
  /** The units of the tree that are opened, by their keys; absent: the topmost. */
  readonly open?: readonly string[];
}

/** More opened at once than anybody looks at; an address has to end somewhere. */
const MOST_OPEN = 60;
const KEY = /^[a-z0-9-]{1,64}$/;

/** Reads it; what does not fit is left out. */
export function unitsSearch(search: Readonly<Record<string, unknown>>): UnitsSearch {
  const { open } = search;
  const keys = Array.isArray(open)
    ? open.filter((one): one is string => typeof one === 'string' && KEY.test(one))
    : undefined;
  return {
    q: textIn(search.q),
    kind: textIn(search.kind),
    tag: textIn(search.tag),
    owner: textIn(search.owner),
    ...(keys ? { open: [...new Set(keys)].slice(0, MOST_OPEN) } : {}),
  };
}
