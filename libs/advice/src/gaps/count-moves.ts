import type { ModelId } from '#lib/domain';
import { countPatterns } from './count-gaps.js';
import type { GapBook, Pattern } from './gap-book.js';
import { MARK } from './gaps-of.js';

/** What one way of achieving a milestone would do to some units. */
export interface Reach {
  /** Units that rise in at least one model. */
  readonly units: number;
  /** Units that rise, by model. */
  readonly advances: ReadonlyMap<ModelId, number>;
  /** Units for whom it is one of several things that are missing, by model. */
  readonly towards: ReadonlyMap<ModelId, number>;
}

/** What achieving a milestone would do: once at the top of a subtree, and at each unit for itself. */
export interface CountedMove {
  /** The number of the milestone in the book. */
  readonly milestone: number;
  readonly keyMoveIn: readonly ModelId[];
  /** Achieved once at the top: those who read it from above. */
  readonly once: Reach;
  /** Of `once`: how many stages are won in each branch (unit × model). */
  readonly branches: Uint32Array;
  /** Achieved by each unit for itself: all others. */
  readonly each: Reach;
  /** Numbers of the first few units that rise by an act of their own. */
  readonly examples: readonly number[];
}

/** Some units, by their numbers in the book. */
export interface Subtree {
  /** The unit at the top, if it is counted. */
  readonly top: number | undefined;
  /** All others. */
  readonly units: ArrayLike<number>;
  /** The branch of every unit of the book; -1: none of them. */
  readonly branchOf: ArrayLike<number>;
  readonly branches: number;
}

const EXAMPLES = 5;

/** Counts what each missing milestone would do for the units of a subtree in some models. */
export function countMoves(
  book: GapBook,
  { top, units, branchOf, branches }: Subtree,
  models: readonly ModelId[],
): readonly CountedMove[] {
  const moves = book.milestones.map((_, milestone) => new Draft(milestone, branches));
  const columns = models.flatMap((model) => book.patternsIn(model) ?? []);
  const { starts, milestones: named, marks: said } = book.flat();
  const [once, each] = [new Distinct(moves.length), new Distinct(moves.length)];
  for (let index = 0; index < units.length; index++) {
    const unit = units[index] as number;
    const within = branchOf[unit] as number;
    for (const column of columns) {
      const pattern = column[unit] ?? 0;
      const end = starts[pattern + 1] as number;
      for (let at = starts[pattern] as number; at < end; at++) {
        const bits = said[at] as number;
        if ((bits & RISES) === 0) continue;
        const milestone = named[at] as number;
        const move = moves[milestone] as Draft;
        if ((bits & MARK.aloneFromAbove) !== 0) {
          once.take(milestone, index);
          if (within >= 0) move.branches[within] = (move.branches[within] as number) + 1;
        } else if (each.take(milestone, index) && move.examples.length < EXAMPLES) {
          move.examples.push(unit);
        }
      }
    }
  }
  for (const model of models) {
    for (const [number, count] of countPatterns(book, model, units)) {
      const { milestones, marks } = book.patterns[number] as Pattern;
      milestones.forEach((milestone, at) => {
        moves[milestone]?.add(model, marks[at] as number, count, false);
      });
    }
    const own = top === undefined ? undefined : book.patterns[book.patternsIn(model)?.[top] ?? 0];
    own?.milestones.forEach((milestone, at) => {
      const bits = own.marks[at] as number;
      const move = moves[milestone] as Draft;
      move.add(model, bits, 1, true);
      if ((bits & MARK.alone) === 0) return;
      const atTop = (bits & MARK.inherited) !== 0;
      const first = (atTop ? once : each).take(milestone, units.length);
      if (first && !atTop && move.examples.length < EXAMPLES) move.examples.push(top as number);
    });
  }
  return moves
    .filter(({ touched }) => touched)
    .map((move) => move.done(once.count(move.milestone), each.count(move.milestone)));
}

const RISES = MARK.alone | MARK.aloneFromAbove;

class Draft {
  touched = false;
  readonly examples: number[] = [];
  readonly branches: Uint32Array;
  readonly #keyMoveIn = new Set<ModelId>();
  readonly #once = { advances: new Map<ModelId, number>(), towards: new Map<ModelId, number>() };
  readonly #each = { advances: new Map<ModelId, number>(), towards: new Map<ModelId, number>() };

  constructor(
    readonly milestone: number,
    branches: number,
  ) {
    this.branches = new Uint32Array(branches);
  }

  /** @param atTop whether the unit at the top is meant: what it reads from above, it reads from itself */
  add(model: ModelId, bits: number, count: number, atTop: boolean): void {
    this.touched = true;
    if (bits & MARK.keyMove) this.#keyMoveIn.add(model);
    const inherited = (bits & MARK.inherited) !== 0;
    const rises = (bits & MARK.alone) !== 0;
    const fromAbove = atTop ? inherited && rises : (bits & MARK.aloneFromAbove) !== 0;
    const list = fromAbove
      ? this.#once.advances
      : rises
        ? this.#each.advances
        : inherited
          ? this.#once.towards
          : this.#each.towards;
    list.set(model, (list.get(model) ?? 0) + count);
  }

  done(once: number, each: number): CountedMove {
    return {
      milestone: this.milestone,
      keyMoveIn: [...this.#keyMoveIn],
      once: { units: once, ...this.#once },
      each: { units: each, ...this.#each },
      branches: this.branches,
      examples: this.examples,
    };
  }
}

/** Counts units once for each milestone, though several models name them. */
class Distinct {
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
