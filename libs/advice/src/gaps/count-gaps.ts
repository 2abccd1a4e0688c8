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
  const seen = countUnits(book, units, models);
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
            units: seen.missing[milestone] ?? 0,
            alone: seen.alone[milestone] ?? 0,
            examples: seen.examples(milestone),
            models: held,
          },
        ],
  );
  const { looked, heldBack } = seen;
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

/** Each unit once for each milestone, though several models name it. */
function countUnits(book: GapBook, units: ArrayLike<number>, models: readonly ModelId[]) {
  const columns = models.flatMap((model) => book.patternsIn(model) ?? []);
  const { starts, milestones, marks } = book.flat();
  const of = book.milestones.length;
  const [missing, alone] = [new Uint32Array(of), new Uint32Array(of)];
  const lastMissing = new Int32Array(of).fill(-1);
  const lastAlone = new Int32Array(of).fill(-1);
  const shown = new Uint32Array(of * EXAMPLES);
  let [looked, heldBack] = [0, 0];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as number;
    let [stands, misses] = [false, false];
    for (const column of columns) {
      const pattern = column[unit] as number;
      // undefined for a unit that came later than the column
      if (!pattern) continue;
      stands = true;
      const end = starts[pattern + 1] as number;
      for (let at = starts[pattern] as number; at < end; at++) {
        const milestone = milestones[at] as number;
        misses = true;
        if (lastMissing[milestone] !== index) {
          lastMissing[milestone] = index;
          const count = missing[milestone] as number;
          if (count < EXAMPLES) shown[milestone * EXAMPLES + count] = unit;
          missing[milestone] = count + 1;
        }
        if (((marks[at] as number) & MARK.alone) !== 0 && lastAlone[milestone] !== index) {
          lastAlone[milestone] = index;
          alone[milestone] = (alone[milestone] as number) + 1;
        }
      }
    }
    if (stands) looked++;
    if (misses) heldBack++;
  }
  const examples = (milestone: number) => {
    const start = milestone * EXAMPLES;
    return [...shown.subarray(start, start + Math.min(EXAMPLES, missing[milestone] as number))];
  };
  return { looked, heldBack, missing, alone, examples };
}
