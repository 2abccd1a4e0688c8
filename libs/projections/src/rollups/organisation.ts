import type { UnitKey, UnitState } from '#lib/domain';

/** Which units of a subtree are counted. */
export interface UnitFilter {
  readonly kind?: string;
  readonly tag?: string;
}

/**
 * The organisation tree of a program at one instant, as known at one position. Units are numbers
 * that stay the same for good.
 */
export class OrganisationAt {
  readonly #firstChild: Int32Array;
  readonly #nextSibling: Int32Array;
  readonly size: number;

  /**
   * @param keys of all units, by their numbers; may grow later
   * @param states what each unit is then; undefined where it does not exist
   */
  constructor(
    private readonly keys: readonly UnitKey[],
    private readonly indexes: ReadonlyMap<UnitKey, number>,
    private readonly states: readonly (UnitState | undefined)[],
  ) {
    this.size = states.length;
    this.#firstChild = new Int32Array(this.size).fill(-1);
    this.#nextSibling = new Int32Array(this.size).fill(-1);
    for (let index = this.size - 1; index >= 0; index--) {
      const parent = this.parent(index);
      if (parent === undefined) continue;
      this.#nextSibling[index] = this.#firstChild[parent] as number;
      this.#firstChild[parent] = index;
    }
  }

  keyOf(index: number): UnitKey {
    return this.keys[index] as UnitKey;
  }

  /** Undefined for a unit that nobody knew then. */
  indexOf(unit: UnitKey): number | undefined {
    const index = this.indexes.get(unit);
    return index !== undefined && index < this.size ? index : undefined;
  }

  /** What a unit is then; undefined when it does not exist or is retired. */
  state(index: number): UnitState | undefined {
    const state = this.states[index];
    return state?.retired ? undefined : state;
  }

  /** Whether a unit exists then and is not retired. */
  exists(index: number): boolean {
    return this.state(index) !== undefined;
  }

  parent(index: number): number | undefined {
    const parent = this.states[index]?.parent;
    if (parent === undefined || parent === null) return undefined;
    const at = this.indexes.get(parent);
    return at !== undefined && at < this.size ? at : undefined;
  }

  kind(index: number): string {
    return this.states[index]?.kind ?? '';
  }

  tags(index: number): readonly string[] {
    return this.states[index]?.tags ?? [];
  }

  name(index: number): string {
    return this.states[index]?.name ?? this.keyOf(index);
  }

  /** The units right below one that exist then. */
  children(index: number): readonly number[] {
    const found: number[] = [];
    for (let child = this.#firstChild[index] as number; child >= 0; ) {
      if (this.exists(child)) found.push(child);
      child = this.#nextSibling[child] as number;
    }
    return found;
  }

  /** A unit and all below it that exist then, each before those below it. */
  below(index: number, { kind, tag }: UnitFilter = {}): readonly number[] {
    const found: number[] = [];
    const seen = new Uint8Array(this.size);
    const open = [index];
    for (let unit = open.pop(); unit !== undefined; unit = open.pop()) {
      // recorded moves are refused where they close a circle; the walk ends all the same
      if (seen[unit] === 1) continue;
      seen[unit] = 1;
      const state = this.state(unit);
      if (
        state &&
        (kind === undefined || state.kind === kind) &&
        (tag === undefined || state.tags.includes(tag))
      ) {
        found.push(unit);
      }
      for (let child = this.#firstChild[unit] as number; child >= 0; ) {
        open.push(child);
        child = this.#nextSibling[child] as number;
      }
    }
    return found;
  }
}
