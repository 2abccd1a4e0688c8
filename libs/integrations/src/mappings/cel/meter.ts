/** Characters that cost as much as one step. */
const CHARACTERS_A_STEP = 64;
/** Lists and maps inside one another, in anything that is looked through as a whole. */
const DEEPEST = 100;

/** A mapping took more steps than a delivery may cost. */
export class StepsSpent extends Error {}

/** Made once: a loop that goes on after faults may throw it for each of its elements. */
const SPENT = new StepsSpent('No steps are left.');

/**
 * Counts what the evaluation of one delivery costs, in steps: one for each part of an expression
 * that is evaluated, for each value that is looked through and for each 64 characters that are read or
 * made. Steps and not milliseconds, so that the same delivery always ends in the same way.
 */
class Meter {
  private left = 0;

  /** Begins a delivery. */
  refill(steps: number): void {
    this.left = steps;
  }

  /** @throws StepsSpent once there are none left, and from then on each time */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw SPENT;
  }

  /** Whether a delivery has cost more than it may; expressions can swallow faults, this they cannot. */
  get spent(): boolean {
    return this.left < 0;
  }

  /** Spends for every value within one that is compared as a whole. @throws StepsSpent */
  weigh(value: unknown, depth = 0): void {
    this.spend(depth > DEEPEST ? Number.POSITIVE_INFINITY : 1);
    if (typeof value === 'string') this.spend(Math.floor(value.length / CHARACTERS_A_STEP));
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) this.weigh(item, depth + 1);
      return;
    }
    for (const key in value) this.weigh((value as Record<string, unknown>)[key], depth + 1);
  }

  /**
   * Spends for a value that is gone through, or of which the evaluator asks the type: that of a list or map
   * is told by its first element, and so on. @throws StepsSpent
   */
  look(value: unknown): void {
    let inner = value;
    for (let depth = 0; typeof inner === 'object' && inner !== null; depth++) {
      this.spend(depth > DEEPEST ? Number.POSITIVE_INFINITY : 1);
      const first: unknown = Array.isArray(inner) ? this.list(inner) : this.map(inner);
      inner = first;
    }
    this.made(inner);
  }

  private list(value: readonly unknown[]): unknown {
    this.spend(value.length);
    return value[0];
  }

  private map(value: object): unknown {
    const keys = Object.keys(value);
    this.spend(keys.length);
    return (value as Readonly<Record<string, unknown>>)[keys[0] ?? ''];
  }

  /** Spends for a value that was made. @throws StepsSpent */
  made(value: unknown): void {
    if (typeof value === 'string') this.spend(Math.floor(value.length / CHARACTERS_A_STEP));
    else if (Array.isArray(value)) this.spend(value.length);
  }
}

/** Evaluation is synchronous: there is one delivery at a time. */
export const METER = new Meter();
