import type { UnitKey } from '#lib/domain';
import type { PackView } from './figures.js';

type Fact = PackView['figures']['changes']['items'][number]['because'][number];

/** A pack as somebody sees it: facts of units out of sight, such as those above, do not say whose they are. */
export function masked(seen: (unit: UnitKey) => boolean, pack: PackView): PackView {
  const { figures, restated } = pack;
  const mask = (facts: readonly Fact[]) =>
    facts.map((fact) =>
      fact.unit === null || seen(fact.unit as UnitKey) ? fact : { ...fact, unit: null },
    );
  const items = figures.changes.items.map((item) => ({ ...item, because: mask(item.because) }));
  const units = Object.entries(figures.names.units).filter(([unit]) => seen(unit as UnitKey));
  const names = { ...figures.names, units: Object.fromEntries(units) };
  return {
    ...pack,
    restated: restated && {
      ...restated,
      figures: restated.figures.map((one) => ({ ...one, facts: mask(one.facts) })),
    },
    figures: { ...figures, changes: { ...figures.changes, items }, names },
  };
}
