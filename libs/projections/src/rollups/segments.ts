import type { Instant, StandingValue } from '#lib/domain';

/** Where every unit stands in a model at one pair of times, by the numbers of the units. */
export class Plane {
  /** All 0 between two tallies. */
  #counts: Uint32Array | undefined;

  constructor(
    private readonly values: readonly StandingValue[],
    /** The number of each unit's value; -1: no standing. */
    private readonly at: Int32Array,
  ) {}

  /** Undefined: the unit has no standing in the model then. */
  valueOf(unit: number): StandingValue | undefined {
    const value = this.at[unit] ?? -1;
    return value < 0 ? undefined : this.values[value];
  }

  /** -1: no standing, or a model without stages. */
  ordinal(unit: number): number {
    return this.valueOf(unit)?.ordinal ?? -1;
  }

  /** How many of some units stand at each value; values at which none of them stands are left out. */
  tally(units: readonly number[]): readonly { value: StandingValue; units: number }[] {
    // kept, since there may be more values than units, and a page asks for thousands of tallies
    const counts = (this.#counts ??= new Uint32Array(this.values.length));
    const found: number[] = [];
    for (const unit of units) {
      const value = this.at[unit] ?? -1;
      if (value < 0) continue;
      if (counts[value] === 0) found.push(value);
      counts[value] = (counts[value] as number) + 1;
    }
    return found.sort(ascending).map((number) => {
      const tallied = {
        value: this.values[number] as StandingValue,
        units: counts[number] as number,
      };
      counts[number] = 0;
      return tallied;
    });
  }
}

const ascending = (a: number, b: number) => a - b;

/** A stretch of one unit at one value. */
export interface Stretch {
  readonly from: Instant;
  readonly until: Instant;
  /** The number of the value. */
  readonly value: number;
}

/** Visits a stretch. */
export type Visit = (unit: number, from: Instant, until: Instant, value: StandingValue) => void;

/** Stretches in compact arrays, as they were read at once. */
export interface Columns {
  readonly unit: Uint32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly value: Uint32Array;
}

/**
 * The step functions of all units in a model, as known at one position. Never changes; a later one
 * shares what stayed the same with it.
 */
export class Segments {
  constructor(
    /** The distinct values; a later one of the same model appends to them. */
    readonly values: readonly StandingValue[],
    private readonly columns: Columns,
    /** The stretches of units that changed since the columns were read. */
    private readonly changed: ReadonlyMap<number, readonly Stretch[]>,
  ) {}

  /** Stretches that are held, those that no longer count included. */
  get length(): number {
    return this.columns.unit.length;
  }

  /** Units that changed since the columns were read. */
  get changes(): number {
    return this.changed.size;
  }

  /** With other stretches for some units. */
  with(changes: ReadonlyMap<number, readonly Stretch[]>): Segments {
    return new Segments(this.values, this.columns, new Map([...this.changed, ...changes]));
  }

  /** Where every unit stands at an instant. @param size how many units there are at least */
  plane(asOf: Instant, size: number): Plane {
    const at = new Int32Array(size).fill(-1);
    const { unit, from, until, value } = this.columns;
    for (let index = 0; index < unit.length; index++) {
      if ((from[index] as number) <= asOf && asOf < (until[index] as number)) {
        at[unit[index] as number] = value[index] as number;
      }
    }
    for (const [changed, stretches] of this.changed) {
      const now = stretches.find((stretch) => stretch.from <= asOf && asOf < stretch.until);
      at[changed] = now?.value ?? -1;
    }
    return new Plane(this.values, at);
  }

  /** Every stretch of every unit, in no order. */
  each(visit: Visit): void {
    const { unit, from, until, value } = this.columns;
    for (let index = 0; index < unit.length; index++) {
      const of = unit[index] as number;
      if (this.changed.has(of)) continue;
      visit(
        of,
        from[index] as number,
        until[index] as number,
        this.values[value[index] as number] as StandingValue,
      );
    }
    for (const [of, stretches] of this.changed) {
      for (const stretch of stretches) {
        visit(of, stretch.from, stretch.until, this.values[stretch.value] as StandingValue);
      }
    }
  }
}
