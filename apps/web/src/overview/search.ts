import { dayIn, oneOf, textIn } from '../kit/address.js';

/** How long back the trend reaches. */
export const SPANS = ['1y', '3y', '5y', '10y', '20y'] as const;
export type Span = (typeof SPANS)[number];

/** The ways a unit can go between two dates. */
export const CHANGE_KINDS = ['rose', 'fell', 'appeared', 'left'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What of the overview is in its address. */
export interface OverviewSearch {
  /** The model that heads the page; absent: the program's headline. */
  readonly model?: string;
  /** Since when changes and flow are told: a day; absent: three months before. */
  readonly since?: string;
  readonly kind?: string;
  readonly tag?: string;
  /** What the columns of the heatmap are; absent: models. */
  readonly by?: 'models' | 'dimensions';
  /** Whether cells of the heatmap tell the unit itself; absent: the median of all below. */
  readonly cells?: 'own';
  /** The column the heatmap is sorted by, highest first, or lowest first after `-`; absent: names. */
  readonly sort?: string;
  /** How long back the trend reaches; absent: three years. */
  readonly span?: Span;
  /** Which changes are listed; absent: what rose. */
  readonly moved?: ChangeKind;
  /** Changes in all models; absent: in the one that heads the page. */
  readonly movedIn?: 'all';
}

/** Reads it; what does not fit is left out. */
export function overviewSearch(search: Readonly<Record<string, unknown>>): OverviewSearch {
  return {
    model: textIn(search.model),
    since: dayIn(search.since),
    kind: textIn(search.kind),
    tag: textIn(search.tag),
    by: oneOf(search.by, ['models', 'dimensions']),
    cells: oneOf(search.cells, ['own']),
    sort: textIn(search.sort),
    span: oneOf(search.span, SPANS),
    moved: oneOf(search.moved, CHANGE_KINDS),
    movedIn: oneOf(search.movedIn, ['all']),
  };
}
