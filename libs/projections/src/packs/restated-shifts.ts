import {
  type Instant,
  type MaturityModel,
  type Position,
  sameValue,
  type UnitKey,
} from '#lib/domain';
import type { OrganisationAt } from '../rollups/organisation.js';
import type { Plane } from '../rollups/segments.js';
import type { RollupReading } from '../rollups/rollups.js';
import { shiftsBetween } from '../rollups/shifts.js';
import type { Moved } from './restated-facts.js';
import type { RestatedFigure, SideReading } from './restated-figures.js';

/** Where all units of a model stand at a reading's moment. */
export function planeOf(
  reading: RollupReading,
  model: MaturityModel,
  within: readonly number[],
  asOf?: Instant,
): Promise<Plane> {
  const whole = model.policy === 'scored' || model.policy === 'checklist';
  return reading.plane(model.id, { within, whole, ...(asOf === undefined ? {} : { asOf }) });
}

/** The units below one that stand elsewhere, or lie elsewhere, by now than was known then. */
export function movedIn(
  top: number,
  old: SideReading,
  present: SideReading,
  asOf: Instant,
): readonly Moved[] {
  const [was, is] = [branchesOf(top, old.chart), branchesOf(top, present.chart)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((unit) => {
    const before = was.has(unit) ? old.plane.valueOf(unit) : undefined;
    const after = is.has(unit) ? present.plane.valueOf(unit) : undefined;
    const same = before && after ? sameValue(before, after) : before === after;
    if (same && was.get(unit) === is.get(unit)) return [];
    // one that lies in another branch is counted at the same stage above
    const counted = same && was.has(unit) === is.has(unit);
    const ordinals = counted ? [] : [before?.ordinal, after?.ordinal];
    return [{ unit, model: present.model, asOf, ordinals }];
  });
}

/** In which branch of a subtree each of its units lies: by the unit right below the top. */
function branchesOf(top: number, chart: OrganisationAt): ReadonlyMap<number, number> {
  const branches = new Map<number, number>();
  // a parent comes before those below it
  for (const unit of chart.below(top)) {
    const parent = chart.parent(unit);
    const above = parent === undefined || parent === top ? undefined : branches.get(parent);
    branches.set(unit, above ?? unit);
  }
  return branches;
}

/** How many rose and fell up to a date, where that reads differently, and the units behind it. */
export async function turnedSince(
  unit: UnitKey,
  top: number,
  sides: { readonly was: RollupReading; readonly is: RollupReading },
  model: MaturityModel,
  from: Instant,
): Promise<{ readonly figures: readonly RestatedFigure[]; readonly moved: readonly Moved[] }> {
  if (model.policy === 'checklist') return { figures: [], moved: [] };
  const count = async (reading: RollupReading) => {
    const { position, asOf } = reading.moment;
    const at = (instant: Instant, known: Position) => ({ asOf: instant, position: known });
    const question = { model: model.id };
    const { counts } = await shiftsBetween(
      reading,
      top,
      question,
      at(from, position),
      at(asOf, position),
    );
    return counts[0] ?? { rose: 0, fell: 0 };
  };
  const [was, is] = [await count(sides.was), await count(sides.is)];
  const figures = (['rose', 'fell'] as const).flatMap((figure): readonly RestatedFigure[] =>
    was[figure] === is[figure]
      ? []
      : [
          {
            ...{ figure, unit, model: model.id, stage: null, target: null },
            ...{ was: was[figure], is: is[figure] },
          },
        ],
  );
  if (figures.length === 0) return { figures, moved: [] };
  const side = async (reading: RollupReading): Promise<SideReading> => {
    const chart = await reading.organisation(from);
    return { chart, model, plane: await planeOf(reading, model, chart.below(top), from) };
  };
  return { figures, moved: movedIn(top, await side(sides.was), await side(sides.is), from) };
}
