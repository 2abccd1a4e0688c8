/** One thing that is supposed: a milestone, and when; without a time it is now. */
export interface Supposed {
  readonly milestone: string;
  readonly on?: string;
}

/** What of a what-if is in its address: all that is supposed, as `key` or `key@when`. */
export interface WhatIfSearch {
  readonly achieve?: readonly string[];
  readonly lapse?: readonly string[];
}

const SUPPOSED =
  /^(?<milestone>[a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:@(?<on>\d{4}(?:-\d{2}(?:-\d{2})?|-Q[1-4])?))?$/;
const MOST = 50;

/** Reads it; what does not fit is left out. */
export function whatIfSearch(search: Readonly<Record<string, unknown>>): WhatIfSearch {
  const [achieve, lapse] = [supposedIn(search.achieve), supposedIn(search.lapse)];
  return {
    ...(achieve.length > 0 ? { achieve } : {}),
    ...(lapse.length > 0 ? { lapse } : {}),
  };
}

function supposedIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  const texts = value.filter((one): one is string => typeof one === 'string' && SUPPOSED.test(one));
  return texts
    .filter((text, at) => texts.findIndex((one) => keyOf(one) === keyOf(text)) === at)
    .slice(0, MOST);
}

const keyOf = (text: string) => text.split('@')[0];

/** What an entry of the address supposes. */
export function supposedOf(text: string): Supposed {
  const { milestone = text, on } = SUPPOSED.exec(text)?.groups ?? {};
  return { milestone, ...(on ? { on } : {}) };
}

/** The entry of the address for it. */
export const textOf = ({ milestone, on }: Supposed): string =>
  on ? `${milestone}@${on}` : milestone;
