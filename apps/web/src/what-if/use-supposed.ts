import { useSearch } from '@tanstack/react-router';
import { useAddress } from '../kit/use-address.js';
import { type Supposed, supposedOf, textOf, type WhatIfSearch } from './search.js';

/** Whether something is supposed to happen, or to end. */
export type Side = 'achieve' | 'lapse';

/** All that is supposed, kept in the address of the page. */
export function useSupposed() {
  const search = useSearch({ from: '/units/$unit/what-if' });
  const change = useAddress<WhatIfSearch>();
  const lists: Readonly<Record<Side, readonly Supposed[]>> = {
    achieve: (search.achieve ?? []).map(supposedOf),
    lapse: (search.lapse ?? []).map(supposedOf),
  };
  const keep = ({ achieve, lapse }: Readonly<Record<Side, readonly Supposed[]>>) =>
    change({
      achieve: achieve.length > 0 ? achieve.map(textOf) : undefined,
      lapse: lapse.length > 0 ? lapse.map(textOf) : undefined,
    });
  const without = (milestone: string) => ({
    achieve: lists.achieve.filter((one) => one.milestone !== milestone),
    lapse: lists.lapse.filter((one) => one.milestone !== milestone),
  });
  return {
    ...lists,
    /** Supposes it, on one side only. */
    add: (side: Side, supposed: Supposed) => {
      const others = without(supposed.milestone);
      keep({ ...others, [side]: [...others[side], supposed] });
    },
    /** Another time for what is supposed already. */
    date: (side: Side, { milestone }: Supposed, on: string | undefined) =>
      keep({
        ...lists,
        [side]: lists[side].map((one) =>
          one.milestone === milestone ? { milestone, ...(on ? { on } : {}) } : one,
        ),
      }),
    remove: (milestone: string) => keep(without(milestone)),
    clear: () => keep({ achieve: [], lapse: [] }),
  };
}
