import { useNavigate, useSearch } from '@tanstack/react-router';
import { type Supposed, supposedOf, textOf } from './search.js';

/** Whether something is supposed to happen, or to end. */
export type Side = 'achieve' | 'lapse';

/** All that is supposed, kept in the address of the page. */
export function useSupposed() {
  const search = useSearch({ from: '/units/$unit/what-if' });
  const navigate = useNavigate();
  const [achieve, lapse] = [search.achieve ?? [], search.lapse ?? []].map((texts) =>
    texts.map(supposedOf),
  );
  const lists: Readonly<Record<Side, readonly Supposed[]>> = {
    achieve: achieve ?? [],
    lapse: lapse ?? [],
  };
  const keep = (next: Readonly<Record<Side, readonly Supposed[]>>) =>
    void navigate({
      to: '.',
      search: (before) => ({
        ...before,
        achieve: next.achieve.length > 0 ? next.achieve.map(textOf) : undefined,
        lapse: next.lapse.length > 0 ? next.lapse.map(textOf) : undefined,
      }),
      replace: true,
      resetScroll: false,
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
