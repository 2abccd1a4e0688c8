import { api, client } from '../api/client.js';
import { faultOf } from '../api/faults.js';
import { mayAt, useSession } from '../api/session.js';
import { type Fact, preview } from './facts.js';
import type { RowState } from './log-row.js';

/**
 * Puts what lies in the future on the roadmap, by the request that the api offers in its place.
 * @returns undefined where the person may not plan at the unit
 */
export function usePlanRow(
  unit: string,
  mark: (id: string, state: RowState) => void,
): ((id: string, fact: Fact) => Promise<void>) | undefined {
  const session = useSession();
  const { data } = api.useQuery('get', '/api/v1/units/{unit}', { params: { path: { unit } } });
  const path = [unit, ...(data?.path.map((above) => above.unit) ?? [])];
  if (!mayAt(session, 'plan', path)) return undefined;
  return async (id, fact) => {
    const offer = await offerOf(unit, fact);
    if (!offer) return;
    const { error } = await client.PUT('/api/v1/units/{unit}/targets/{target}', {
      params: { path: { unit, target: offer.target } },
      body: { milestone: offer.milestone, due: offer.due },
    });
    mark(id, error ? { is: 'refused', fault: faultOf(error) } : { is: 'planned', due: offer.due });
  };
}

interface PlanOffer {
  readonly target: string;
  readonly milestone: string;
  readonly due: string;
}

/** Asks the api what it would take in place of a fact; undefined where nothing. */
async function offerOf(unit: string, fact: Fact): Promise<PlanOffer | undefined> {
  try {
    await preview(unit, fact);
    return undefined;
  } catch (thrown) {
    const { offer } = faultOf(thrown);
    const target = offer?.path.split('/').at(-1);
    const { milestone, due } = offer?.body ?? {};
    return target && typeof milestone === 'string' && typeof due === 'string'
      ? { target, milestone, due }
      : undefined;
  }
}
