import { useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Shown } from '../queries.js';

const PLACE = 'a-unit';

/** Where the cells of the heatmap lead. */
export interface Addresses {
  /** A unit's page, at one of its models. */
  unit(unit: string, model?: string): string;
  /** The overview of what lies below a unit. */
  overview(unit: string): string;
}

/** Addresses for thousands of cells: each form is built once, the unit put in its place. */
export function useAddresses({ model, since, kind, tag, by, cells, sort, span }: Shown): Addresses {
  const router = useRouter();
  const { asOf, knownAt } = router.state.location.search as Shown;
  return useMemo(() => {
    const moment = { asOf, knownAt };
    const page = router.buildLocation({
      to: '/units/$unit',
      params: { unit: PLACE },
      search: moment,
    }).href;
    const below = router.buildLocation({
      to: '/overview/$unit',
      params: { unit: PLACE },
      search: { ...moment, model, since, kind, tag, by, cells, sort, span },
    }).href;
    return {
      unit: (unit, model) => page.replace(PLACE, unit) + (model ? `#${model}` : ''),
      overview: (unit) => below.replace(PLACE, unit),
    };
  }, [router, asOf, knownAt, model, since, kind, tag, by, cells, sort, span]);
}
