import type { ModelId } from '#lib/domain';
import type { GapBook } from './gap-book.js';
import { MARK } from './gaps-of.js';

/** What a milestone holds back in one model. */
export interface HeldBack {
  readonly model: ModelId;
  /** Units whose next stage misses it. */
  readonly units: number;
  /** Units that it would raise by itself. */
  readonly alone: number;
  readonly keyMove: boolean;
  readonly inherited: boolean;
  /** How many of the units stand at which stage, by its ordinal. */
  readonly from: ReadonlyMap<number, number>;
}

/** How many units a milestone holds back. */
export interface Blocking {
  /** The number of the milestone in the book. */
  readonly milestone: number;
  /** Units whose next stage misses it, in any of the models. */
  readonly units: number;
  /** Units that it would raise by itself, in any of the models. */
  readonly alone: number;
  /** Numbers of the first few units. */
  readonly examples: readonly number[];
  readonly models: readonly HeldBack[];
}

/** What holds some units back. */
export interface CountedGaps {
  /** Units that stand somewhere in one of the models. */
  readonly looked: number;
  /** Units that miss something. */
  readonly heldBack: number;
  /** Units that stand somewhere, by model. */
  readonly standing: ReadonlyMap<ModelId, number>;
  readonly blocking: readonly Blocking[];
}

const EXAMPLES = 5;

/** Counts what holds some units back in some models. @param units numbers of the book */
export function countGaps(
  book: GapBook,
  units: ArrayLike<number>,
  models: readonly ModelId[],
): CountedGaps {
  const columns = models.flatMap((model) => book.patternsIn(model) ?? []);
  const of = book.milestones.length;
  const [missing, alone] = [new Distinct(of), new Distinct(of)];
  const examples = book.milestones.map((): number[] => []);
  let [looked, heldBack] = [0, 0];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as number;
    let [stands, misses] = [false, false];
    for (const column of columns) {
      const number = column[unit] ?? 0;
      if (number === 0) continue;
      stands = true;
      const { milestones, marks } = book.patterns[number] as GapBook['patterns'][number];
      for (let at = 0; at < milestones.length; at++) {
        const milestone = milestones[at] as number;
        misses = true;
        if (missing.take(milestone, index)) {
          const shown = examples[milestone] as number[];
          if (shown.length < EXAMPLES) shown.push(unit);
        }
        if (((marks[at] as number) & MARK.alone) !== 0) alone.take(milestone, index);
      }
    }
    if (stands) looked++;
    if (misses) heldBack++;
  }
  const standing = new Map<ModelId, number>();
  const byMilestone = book.milestones.map((): HeldBack[] => []);
  for (const model of models) {
    const count = countModel(book, model, units, standing);
    for (const [milestone, held] of count) byMilestone[milestone]?.push(held);
  }
  const blocking = byMilestone.flatMap((held, milestone) =>
    held.length === 0
      ? []
      : [
          {
            milestone,
            units: missing.count(milestone),
            alone: alone.count(milestone),
            examples: examples[milestone] ?? [],
            models: held,
          },
        ],
  );
  return { looked, heldBack, standing, blocking };
}

/** How many units have each pattern of a model. @param units numbers of the book */
export function countPatterns(
  book: GapBook,
  model: ModelId,
  units: ArrayLike<number>,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  const column = book.patternsIn(model);
  if (!column) return counts;
  const each = new Uint32Array(book.patterns.length);
  for (let index = 0; index < units.length; index++) {
    const number = column[units[index] as number] ?? 0;
    each[number] = (each[number] as number) + 1;
  }
  for (let number = 1; number < each.length; number++) {
    const count = each[number] as number;
    if (count > 0) counts.set(number, count);
  }
  return counts;
}

function countModel(
  book: GapBook,
  model: ModelId,
  units: ArrayLike<number>,
  standing: Map<ModelId, number>,
): ReadonlyMap<number, HeldBack> {
  type Draft = { -readonly [Key in keyof HeldBack]: HeldBack[Key] } & { from: Map<number, number> };
  const found = new Map<number, Draft>();
  let stand = 0;
  for (const [number, count] of countPatterns(book, model, units)) {
    const { at, milestones, marks } = book.patterns[number] as GapBook['patterns'][number];
    stand += count;
    milestones.forEach((milestone, index) => {
      const bits = marks[index] as number;
      let held = found.get(milestone);
      if (!held) {
        held = { model, units: 0, alone: 0, keyMove: false, inherited: false, from: new Map() };
        found.set(milestone, held);
      }
      held.units += count;
      if (bits & MARK.alone) held.alone += count;
      held.keyMove ||= (bits & MARK.keyMove) !== 0;
      held.inherited ||= (bits & MARK.inherited) !== 0;
      held.from.set(at, (held.from.get(at) ?? 0) + count);
    });
  }
  standing.set(model, stand);
  return found;
}

/** Counts units once for each milestone, though several models name them. */
export class Distinct {
  readonly #last: Int32Array;
  readonly #counts: Uint32Array;

  constructor(size: number) {
    this.#last = new Int32Array(size).fill(-1);
    this.#counts = new Uint32Array(size);
  }

  /** @param turn rises from unit to unit. @returns whether it is the unit's first time for the milestone */
  take(milestone: number, turn: number): boolean {
    if (this.#last[milestone] === turn) return false;
    this.#last[milestone] = turn;
    this.#counts[milestone] = (this.#counts[milestone] as number) + 1;
    return true;
  }

  count(milestone: number): number {
    return this.#counts[milestone] ?? 0;
  }
}
