import { oneOf, textIn } from '../kit/address.js';

/** The parts of a source's page, in the order of its tabs. */
export const PARTS = ['deliveries', 'mapping', 'unmatched', 'undo', 'settings'] as const;
export type Part = (typeof PARTS)[number];

/** Where a delivery may stand. */
export const STATUSES = [
  'received',
  'recorded',
  'ignored',
  'unmatched',
  'rejected',
  'failed',
] as const;
export type Status = (typeof STATUSES)[number];

/** What of a source's page is in its address. */
export interface SourceSearch {
  /** Absent: the deliveries. */
  readonly part?: Part;
  /** Only deliveries that stand there. */
  readonly status?: Status;
  /** The id of the delivery that is looked at. */
  readonly delivery?: string;
  /** The id of the delivery that the mapping is tried on. */
  readonly tried?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads it; what does not fit is left out. */
export function sourceSearch(search: Readonly<Record<string, unknown>>): SourceSearch {
  const idIn = (given: unknown) => {
    const id = textIn(given);
    return id && UUID.test(id) ? id : undefined;
  };
  return {
    part: oneOf(search.part, PARTS),
    status: oneOf(search.status, STATUSES),
    delivery: idIn(search.delivery),
    tried: idIn(search.tried),
  };
}
