import { oneOf, textIn } from '../app/search.js';

/** What of the overview is in its address. */
export interface OverviewSearch {
  /** The model that heads the page; absent: the program's headline. */
  readonly model?: string;
  /** Since when changes, flow and trend are told: a day. */
  readonly since?: string;
  readonly kind?: string;
  readonly tag?: string;
  /** What the columns of the heatmap are. */
  readonly by?: 'models' | 'dimensions';
}

/** Reads it; what does not fit is left out. */
export function overviewSearch(search: Readonly<Record<string, unknown>>): OverviewSearch {
  return {
    model: textIn(search.model),
    since: textIn(search.since),
    kind: textIn(search.kind),
    tag: textIn(search.tag),
    by: oneOf(search.by, ['models', 'dimensions']),
  };
}
