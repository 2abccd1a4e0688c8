import type { Spell } from './spells.js';

/**
 * How much units differ in pace, on the scale of logarithms: a unit that took twice as long as
 * usual where it has been is expected to take somewhat longer than usual where it goes.
 */
export interface Spread {
  /** Variance between units. */
  readonly between: number;
  /** Variance of one unit from gate to gate. */
  readonly within: number;
}

/** What a unit's past says of its pace. */
export interface Pace {
  /** Gates that it has passed for the first time. */
  readonly gates: number;
  /** Sum over them: the logarithm of how long it took, as a multiple of what is usual there. */
  readonly sum: number;
}

export const NO_PAST: Pace = { gates: 0, sum: 0 };

/** So much faster or slower (times 10) is all that one gate can say. */
const MOST = Math.log(10);

/** Whether a spell says something of the pace of a unit: a gate passed for the first time. */
export function passed({ again, to, ordinal }: Spell): boolean {
  return !again && to !== null && to > ordinal;
}

/** The logarithm of how long a spell took, as a multiple of what is usual. */
export function relative(days: number, usual: number): number {
  return Math.max(-MOST, Math.min(MOST, Math.log(Math.max(days, 1) / Math.max(usual, 1))));
}

/** A unit's pace as its past and the others give it: the logarithm of its multiple of what is usual. */
export function paceOf({ gates, sum }: Pace, { between, within }: Spread): number {
  return between === 0 ? 0 : (between * sum) / (within + gates * between);
}

/** How alike a unit's next two gates are to each other, beyond what its past says of them: 0–1. */
export function likeness({ gates }: Pace, { between, within }: Spread): number {
  if (between === 0) return 0;
  const unknown = (between * within) / (within + gates * between);
  return unknown / (unknown + within);
}

/** How long a unit took at a gate. */
export interface Passage {
  readonly gate: number;
  /** The logarithm of its multiple of what is usual there. */
  readonly relative: number;
  /** It waits there still: how long it will have taken is drawn. */
  readonly drawn: boolean;
}

/** Pairs of gates that too few units have passed say nothing of how units differ. */
const FEWEST_PAIRS = 10;

/**
 * Estimates how units differ from how alike the gates are that one unit passed one after the other.
 * The likeness is taken one standard error lower than it looks, so that chance alone gives none.
 */
export class SpreadEstimate {
  readonly #pairs: [gate: number, first: number, second: number][] = [];
  #seen = 0;
  readonly #sums = new Map<number, { sum: number; squares: number; count: number }>();

  /** Takes the gates that one unit passed, in order. */
  add(passages: readonly Passage[]): void {
    passages.forEach(({ gate, relative: value, drawn }, index) => {
      const sums = this.#sums.get(gate) ?? { sum: 0, squares: 0, count: 0 };
      sums.sum += value;
      sums.squares += value * value;
      sums.count++;
      this.#sums.set(gate, sums);
      const before = passages[index - 1];
      if (!before) return;
      this.#pairs.push([gate, before.relative, value]);
      if (!drawn) this.#seen++;
    });
  }

  spread(): Spread {
    let squares = 0;
    let count = 0;
    for (const one of this.#sums.values()) {
      squares += one.squares - one.sum ** 2 / one.count;
      count += one.count - 1;
    }
    const all = count > 0 ? squares / count : 0;
    if (this.#seen < FEWEST_PAIRS || all <= 0) return { between: 0, within: all };
    const alike = this.correlation() - 1 / Math.sqrt(this.#seen);
    const between = all * Math.min(0.9, Math.max(0, alike));
    return { between, within: all - between };
  }

  /** Of the pairs, about the means of those of the same gate. */
  private correlation(): number {
    const byGate = new Map<number, [number, number][]>();
    for (const [gate, a, b] of this.#pairs) {
      const known = byGate.get(gate);
      if (known) known.push([a, b]);
      else byGate.set(gate, [[a, b]]);
    }
    let [ab, aa, bb] = [0, 0, 0];
    for (const pairs of byGate.values()) {
      const meanA = pairs.reduce((sum, [a]) => sum + a, 0) / pairs.length;
      const meanB = pairs.reduce((sum, [, b]) => sum + b, 0) / pairs.length;
      for (const [a, b] of pairs) {
        ab += (a - meanA) * (b - meanB);
        aa += (a - meanA) ** 2;
        bb += (b - meanB) ** 2;
      }
    }
    return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
  }
}
