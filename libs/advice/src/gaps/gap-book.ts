import type { MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import type { ModelGaps, UnitGaps } from './gaps-of.js';

/** What some units miss in one model, the same for all of them. */
export interface Pattern {
  /** Ordinal of the stage that is held. */
  readonly at: number;
  /** Ordinal of the next stage; null at the last. */
  readonly to: number | null;
  /** Numbers of the milestones. */
  readonly milestones: Uint16Array;
  /** The sum of the marks of each. */
  readonly marks: Uint8Array;
}

/** Many patterns: that of number n stands from `starts[n]` up to `starts[n + 1]`. */
export interface FlatPatterns {
  readonly starts: Uint32Array;
  readonly milestones: Uint16Array;
  readonly marks: Uint8Array;
}

const NOTHING: Pattern = {
  at: 0,
  to: null,
  milestones: new Uint16Array(),
  marks: new Uint8Array(),
};

/**
 * What every unit of a program misses, in compact arrays: units, models and milestones are numbers,
 * and units that miss the same share a pattern.
 */
export class GapBook {
  readonly models: ModelId[] = [];
  readonly milestones: MilestoneKey[] = [];
  /** The first says that a unit has no standing. */
  readonly patterns: Pattern[] = [NOTHING];
  readonly #units: UnitKey[] = [];
  readonly #unitNumbers = new Map<UnitKey, number>();
  readonly #milestoneNumbers = new Map<MilestoneKey, number>();
  readonly #patternNumbers = new Map<string, number>();
  readonly #held: Uint32Array[] = [];
  #flat: FlatPatterns | undefined;
  #inOrder: readonly number[] = [];
  #ranks = new Int32Array();

  /** A book of a few units. */
  static of(units: Iterable<readonly [UnitKey, UnitGaps]>): GapBook {
    const book = new GapBook();
    for (const [unit, gaps] of units) {
      book.enter(unit);
      for (const [model, own] of Object.entries(gaps)) {
        book.put([unit], model as ModelId, JSON.stringify(own));
      }
    }
    return book;
  }

  /** How many units it knows. */
  get size(): number {
    return this.#units.length;
  }

  keyOf(unit: number): UnitKey {
    return this.#units[unit] as UnitKey;
  }

  /** The same for good; undefined for a unit that was not looked at. */
  numberOf(unit: UnitKey): number | undefined {
    return this.#unitNumbers.get(unit);
  }

  /** All patterns one after another, for counting many units. */
  flat(): FlatPatterns {
    const { patterns } = this;
    if (this.#flat?.starts.length === patterns.length + 1) return this.#flat;
    const length = patterns.reduce((sum, { milestones }) => sum + milestones.length, 0);
    const flat = {
      starts: new Uint32Array(patterns.length + 1),
      milestones: new Uint16Array(length),
      marks: new Uint8Array(length),
    };
    patterns.forEach(({ milestones, marks }, number) => {
      const start = flat.starts[number] as number;
      flat.milestones.set(milestones, start);
      flat.marks.set(marks, start);
      flat.starts[number + 1] = start + milestones.length;
    });
    this.#flat = flat;
    return flat;
  }

  /** The place of every unit in the order of their keys. */
  ranks(): Int32Array {
    if (this.#ranks.length === this.size) return this.#ranks;
    const byKey = (a: number, b: number) => (this.keyOf(a) < this.keyOf(b) ? -1 : 1);
    const more: number[] = [];
    for (let unit = this.#inOrder.length; unit < this.size; unit++) more.push(unit);
    this.#inOrder = merged(this.#inOrder, more.sort(byKey), byKey);
    this.#ranks = new Int32Array(this.size);
    this.#inOrder.forEach((unit, rank) => {
      this.#ranks[unit] = rank;
    });
    return this.#ranks;
  }

  /** The number of the pattern of every unit in a model; 0: no standing. Absent: nobody stands in it. */
  patternsIn(model: ModelId): Uint32Array | undefined {
    return this.#held[this.models.indexOf(model)];
  }

  /** Takes in that units were looked at, without a standing so far. */
  enter(unit: UnitKey): number {
    let number = this.#unitNumbers.get(unit);
    if (number === undefined) {
      number = this.#units.length;
      this.#unitNumbers.set(unit, number);
      this.#units.push(unit);
    }
    for (const held of this.#held) if (number < held.length) held[number] = 0;
    return number;
  }

  /** Says what some units miss in a model, as it is written in the database. */
  put(units: readonly UnitKey[], model: ModelId, written: string): void {
    const pattern = this.patternOf(written);
    const numbers = units.map((unit) => this.#unitNumbers.get(unit) ?? this.enter(unit));
    const held = this.heldIn(model);
    for (const number of numbers) held[number] = pattern;
  }

  private heldIn(model: ModelId): Uint32Array {
    let at = this.models.indexOf(model);
    if (at === -1) at = this.models.push(model) - 1;
    const held = this.#held[at];
    if (held && held.length >= this.size) return held;
    const grown = new Uint32Array(Math.max(64, this.size * 2));
    if (held) grown.set(held);
    this.#held[at] = grown;
    return grown;
  }

  private patternOf(written: string): number {
    let number = this.#patternNumbers.get(written);
    if (number === undefined) {
      const { at, to, missing } = JSON.parse(written) as ModelGaps;
      const milestones = Object.keys(missing) as MilestoneKey[];
      number = this.patterns.length;
      this.#patternNumbers.set(written, number);
      this.patterns.push({
        at,
        to,
        milestones: Uint16Array.from(milestones, (key) => this.milestoneOf(key)),
        marks: Uint8Array.from(milestones, (key) => missing[key] ?? 0),
      });
    }
    return number;
  }

  private milestoneOf(key: MilestoneKey): number {
    let number = this.#milestoneNumbers.get(key);
    if (number === undefined) {
      number = this.milestones.push(key) - 1;
      this.#milestoneNumbers.set(key, number);
    }
    return number;
  }
}

/** Two lists in order made one. */
function merged(
  a: readonly number[],
  b: readonly number[],
  compare: (one: number, other: number) => number,
): readonly number[] {
  const all: number[] = [];
  let at = 0;
  for (const one of a) {
    while (at < b.length && compare(b[at] as number, one) < 0) all.push(b[at++] as number);
    all.push(one);
  }
  return all.concat(b.slice(at));
}
