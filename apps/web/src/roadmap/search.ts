import { oneOf, textIn } from '../app/search.js';

/** What of the roadmap is in its address. */
export interface RoadmapSearch {
  readonly status?: 'done' | 'on-track' | 'at-risk' | 'late' | 'aim';
  readonly owner?: string;
}

/** Reads it; what does not fit is left out. */
export function roadmapSearch(search: Readonly<Record<string, unknown>>): RoadmapSearch {
  return {
    status: oneOf(search.status, ['done', 'on-track', 'at-risk', 'late', 'aim']),
    owner: textIn(search.owner),
  };
}
