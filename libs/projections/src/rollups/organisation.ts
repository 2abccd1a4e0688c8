import type { UnitKey, UnitState } from '#lib/domain';
import type { TreeColumns } from './tree-columns.js';

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
  readonly #links: Links;
  /** The subtree that was walked last: pages ask about one in model after model. */
  #walked: { readonly unit: number; readonly below: readonly number[] } | undefined;
  /** The number of the last walk that came past each unit: a page may take thousands of walks. */
  #walks: Uint32Array | undefined;
  #walk = 0;
  readonly size: number;
  /** The same tree with every unit in sight. */
  readonly whole: OrganisationAt;

  /**
   * @param keys of all units, by their numbers; may grow later
   * @param columns every row of the tree
   * @param rows the row of each unit that counts then; -1 where it does not exist
   * @param narrowed what is in sight of a whole tree: 1 at the numbers of those units
   */
  constructor(
    private readonly keys: readonly UnitKey[],
    private readonly indexes: ReadonlyMap<UnitKey, number>,
    private readonly columns: TreeColumns,
    private readonly rows: Int32Array,
    private readonly narrowed?: { readonly whole: OrganisationAt; readonly seen: Uint8Array },
  ) {
    this.size = rows.length;
    this.whole = narrowed?.whole ?? this;
    this.#links = narrowed ? narrowed.whole.#links : linksOf(columns, rows);
  }

  /** The same tree, in which only some units are in sight: the others do not exist, those below them do. */
  narrowedTo(seen: Uint8Array): OrganisationAt {
    const { keys, indexes, columns, rows, whole } = this;
    return new OrganisationAt(keys, indexes, columns, rows, { whole, seen });
  }

  keyOf(unit: number): UnitKey {
    return this.keys[unit] as UnitKey;
  }

  /** The number of a unit; undefined for one that was not known, and may be asked about as -1. */
  indexOf(unit: UnitKey): number | undefined {
    const index = this.indexes.get(unit);
    return index !== undefined && index < this.size && this.sees(index) ? index : undefined;
  }

  /** Whether a unit exists then and is not retired. */
  exists(unit: number): boolean {
    const row = this.rows[unit] as number;
    return row >= 0 && this.columns.retired[row] === 0 && this.sees(unit);
  }

  /** Whether a unit is in sight. */
  sees(unit: number): boolean {
    return this.narrowed === undefined || this.narrowed.seen[unit] === 1;
  }

  /** What a unit is then; undefined when it does not exist or is retired. */
  state(unit: number): UnitState | undefined {
    return this.exists(unit) ? this.columns.state[this.rows[unit] as number] : undefined;
  }

  /** Its name then; its key where it does not exist. */
  name(unit: number): string {
    return this.state(unit)?.name ?? this.keyOf(unit);
  }

  parent(unit: number): number | undefined {
    const parent = this.#links.parents[unit] as number;
    return parent >= 0 && this.sees(parent) ? parent : undefined;
  }

  /** The units right below one that exist then. */
  children(unit: number): readonly number[] {
    const found: number[] = [];
    for (let child = this.#links.firstChild[unit] as number; child >= 0; ) {
      if (this.exists(child)) found.push(child);
      child = this.#links.nextSibling[child] as number;
    }
    return found;
  }

  /** A unit and all below it that exist then, each before those below it. */
  below(unit: number, filter: UnitFilter = {}): readonly number[] {
    const whole = this.#walked?.unit === unit ? this.#walked.below : this.walk(unit);
    this.#walked = { unit, below: whole };
    return filter.kind === undefined && filter.tag === undefined
      ? whole
      : whole.filter((one) => this.passes(one, filter));
  }

  private walk(unit: number): readonly number[] {
    const found: number[] = [];
    const walks = (this.#walks ??= new Uint32Array(this.size));
    const walk = ++this.#walk;
    const open = [unit];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      // recorded moves are refused where they close a circle; the walk ends all the same
      if (walks[one] === walk) continue;
      walks[one] = walk;
      if (this.exists(one)) found.push(one);
      for (let child = this.#links.firstChild[one] as number; child >= 0; ) {
        open.push(child);
        child = this.#links.nextSibling[child] as number;
      }
    }
    return found;
  }

  /** Whether a unit exists then and is one of those that a filter counts. */
  passes(unit: number, { kind, tag }: UnitFilter): boolean {
    const state = this.state(unit);
    return (
      state !== undefined &&
      (kind === undefined || state.kind === kind) &&
      (tag === undefined || state.tags.includes(tag))
    );
  }
}

/** Who lies right below whom, as chains of numbers. */
interface Links {
  readonly parents: Int32Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
}

function linksOf(columns: TreeColumns, rows: Int32Array): Links {
  const parents = new Int32Array(rows.length).fill(-1);
  const firstChild = new Int32Array(rows.length).fill(-1);
  const nextSibling = new Int32Array(rows.length).fill(-1);
  for (let unit = rows.length - 1; unit >= 0; unit--) {
    const row = rows[unit] as number;
    const parent = row < 0 ? -1 : (columns.parent[row] as number);
    if (parent < 0) continue;
    parents[unit] = parent;
    nextSibling[unit] = firstChild[parent] as number;
    firstChild[parent] = unit;
  }
  return { parents, firstChild, nextSibling };
}
