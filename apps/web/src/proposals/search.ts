import { oneOf, textIn } from '../kit/address.js';

/** What can have become of a proposal. */
export const STATES = ['open', 'approved', 'rejected', 'withdrawn', 'expired'] as const;

/** What of the list of proposals is in its address. */
export interface ProposalsSearch {
  /** Absent: those that wait. */
  readonly state?: (typeof STATES)[number] | 'all';
  /** A unit's key. */
  readonly unit?: string;
}

/** Reads it; what does not fit is left out. */
export function proposalsSearch(search: Readonly<Record<string, unknown>>): ProposalsSearch {
  const state = oneOf(search.state, [...STATES, 'all']);
  const unit = textIn(search.unit);
  return { ...(state ? { state } : {}), ...(unit ? { unit } : {}) };
}
