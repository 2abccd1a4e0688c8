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
    try {
      mark(id, { is: 'planned', due: await planned(unit, fact) });
    } catch (thrown) {
      mark(id, { is: 'refused', fault: faultOf(thrown) });
    }
  };
}

interface PlanOffer {
  readonly target: string;
  readonly milestone: string;
  readonly due: string;
}

/** Plans what a fact says. @returns the day it is due @throws Problem */
async function planned(unit: string, fact: Fact): Promise<string> {
  const { target, milestone, due } = await offerOf(unit, fact);
  const { error } = await client.PUT('/api/v1/units/{unit}/targets/{target}', {
    params: { path: { unit, target } },
    body: { milestone, due },
  });
  // a problem is thrown as the query library's hooks throw it; see faultOf
  if (error) throw error as unknown;
  return due;
}

/** Asks the api what it would take in place of a fact. @throws Problem where it offers nothing */
async function offerOf(unit: string, fact: Fact): Promise<PlanOffer> {
  try {
    await preview(unit, fact);
  } catch (thrown) {
    const { offer } = faultOf(thrown);
    const target = offer?.path.split('/').at(-1);
    const { milestone, due } = offer?.body ?? {};
    if (target && typeof milestone === 'string' && typeof due === 'string') {
      return { target, milestone, due };
    }
    throw thrown;
  }
  const detail = 'The date has come meanwhile. Save it as something that happened.';
  throw { title: 'Nothing to plan', status: 409, detail, type: '', instance: '' } as unknown;
}
