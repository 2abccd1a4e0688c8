import { dayIn, oneOf, textIn } from '../kit/address.js';

/** What of the roadmap is in its address. */
export interface RoadmapSearch {
  readonly status?: 'done' | 'on-track' | 'at-risk' | 'late' | 'aim';
  /** The e-mail address of an owner. */
  readonly owner?: string;
  /** The first and the last day that are drawn; absent: a year back, and as far as is planned. */
  readonly start?: string;
  readonly end?: string;
  /** The target that is open, as `unit/target`; `unit/` alone: a new one. */
  readonly target?: string;
}

/** Reads it; what does not fit is left out. */
export function roadmapSearch(search: Readonly<Record<string, unknown>>): RoadmapSearch {
  const [start, end] = [dayIn(search.start), dayIn(search.end)];
  const target = textIn(search.target);
  return {
    status: oneOf(search.status, ['done', 'on-track', 'at-risk', 'late', 'aim']),
    owner: textIn(search.owner),
    ...(start && end && start < end ? { start, end } : {}),
    ...(target && /^[a-z0-9-]*\/[a-z0-9-]*$/.test(target) ? { target } : {}),
  };
}
