import type { UnitKey } from '#lib/domain';
import type { OrganisationAt } from './organisation.js';

/** The numbers of the units that exist, by key: of a unit and all below it; null: of all in sight. */
export function listedUnder(chart: OrganisationAt, under: UnitKey | null): readonly number[] {
  const found =
    under === null
      ? Array.from({ length: chart.size }, (_, index) => index).filter((one) => chart.exists(one))
      : [...chart.below(chart.indexOf(under) ?? -1)];
  return found.sort((a, b) => (chart.keyOf(a) < chart.keyOf(b) ? -1 : 1));
}
