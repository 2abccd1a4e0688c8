import type { Schemas } from '#lib/client';
import { forPeople } from '../../api/faults.js';

/** Why a delivery stands where it stands, for people; undefined where its facts say that already. */
export function reasonText({
  reason,
  findings,
}: Pick<Schemas['Delivery'], 'reason' | 'findings'>): string | undefined {
  if (reason === null) return undefined;
  const said =
    findings.length > 0 &&
    findings.every(({ outcome, reason: own }) => TELLING.has(outcome) && !own);
  return said ? undefined : forPeople(reason);
}

/** What is told of a fact with nothing more to say. */
const TELLING = new Set(['recorded', 'repeated', 'nothing', 'none', 'unmatched']);
