import type { Instant, MaturityModel, ModelId, Position, StageRef } from '#lib/domain';
import { stageOf, stagesOf } from './figures.js';
import type { UnitFilter } from './organisation.js';
import type { RollupReading } from './rollups.js';

/** One of two pairs that are compared. */
export interface Side {
  readonly asOf: Instant;
  readonly position: Position;
}

/** Appeared, left: it had, or has, no standing in the model. */
export type ShiftKind = 'rose' | 'fell' | 'appeared' | 'left';

/** A unit stands elsewhere at the second pair than at the first. */
export interface Shift {
  /** The unit's number. */
  readonly unit: number;
  readonly model: MaturityModel;
  readonly change: ShiftKind;
  readonly from: StageRef | null;
  readonly to: StageRef | null;
}

/** How many units shifted in a model. */
export type ShiftCounts = { readonly model: ModelId } & Readonly<Record<ShiftKind, number>>;

/** How many units stand at one stage of a model at the first pair and at another, or the same, at the second. */
export interface Flow {
  readonly model: ModelId;
  /** Null: no standing in the model then. */
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  readonly units: number;
}

/**
 * The units of a subtree, by the tree of either pair, whose stage differs between two pairs; the
 * longest way first, then by key. Models are read in the version in force at each pair.
 */
export async function shiftsBetween(
  reading: RollupReading,
  top: number,
  question: UnitFilter & { readonly model?: ModelId },
  before: Side,
  after: Side,
): Promise<{
  shifts: readonly Shift[];
  counts: readonly ShiftCounts[];
  flows: readonly Flow[];
}> {
  const [first, last] = [
    await reading.organisation(before.asOf, before.position),
    await reading.organisation(after.asOf, after.position),
  ];
  const units = [...new Set([...first.below(top, question), ...last.below(top, question)])];
  const then = await reading.knownAt(before.position);
  const shifts: Shift[] = [];
  const counts: ShiftCounts[] = [];
  const flows: Flow[] = [];
  for (const model of question.model === undefined
    ? reading.models()
    : [reading.model(question.model)]) {
    if (model.policy === 'checklist') continue;
    const [old, now] = [
      await reading.plane(model.id, { ...before, within: units }),
      await reading.plane(model.id, { ...after, within: units }),
    ];
    const was = then.view.models.get(model.id) ?? model;
    const count = { model: model.id, rose: 0, fell: 0, appeared: 0, left: 0 };
    const ways = new Ways();
    for (const unit of units) {
      const [one, other] = [old.ordinal(unit), now.ordinal(unit)];
      ways.add(one, other);
      if (one === other) continue;
      const change = one < 0 ? 'appeared' : other < 0 ? 'left' : one < other ? 'rose' : 'fell';
      count[change]++;
      const from = one < 0 ? null : stageOf(was, one);
      const to = other < 0 ? null : stageOf(model, other);
      shifts.push({ unit, model, change, from, to });
    }
    if (stagesOf(model).length > 0) flows.push(...ways.flows(was, model));
    if (units.some((unit) => old.valueOf(unit) ?? now.valueOf(unit))) counts.push(count);
  }
  const way = ({ from, to }: Shift) => Math.abs((to?.ordinal ?? 0) - (from?.ordinal ?? 0));
  const key = ({ unit }: Shift) => last.keyOf(unit);
  // the sort keeps the order of models where all else is equal
  shifts.sort((a, b) => way(b) - way(a) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return { shifts, counts, flows };
}

/** Counts units by where they stood and where they stand; below 0 is nowhere. */
class Ways {
  readonly #units = new Map<
    string,
    { readonly from: number; readonly to: number; units: number }
  >();

  add(from: number, to: number): void {
    if (from < 0 && to < 0) return;
    const name = `${from} ${to}`;
    const way = this.#units.get(name);
    if (way) way.units++;
    else this.#units.set(name, { from, to, units: 1 });
  }

  /** By the first stage, then the second; no standing comes first. */
  flows(was: MaturityModel, model: MaturityModel): readonly Flow[] {
    return [...this.#units.values()]
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .map(({ from, to, units }) => ({
        model: model.id,
        from: from < 0 ? null : stageOf(was, from),
        to: to < 0 ? null : stageOf(model, to),
        units,
      }));
  }
}
