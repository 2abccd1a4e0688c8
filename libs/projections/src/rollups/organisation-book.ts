import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { loadStateRows, type StateRow } from '../tree/state-rows.js';
import { shiftedUnits } from '../standing/touched-units.js';
import { OrganisationAt } from './organisation.js';
import { SightBook } from './sight-book.js';
import { rowsAt, stretchAround, type TreeColumns, treeColumns } from './tree-columns.js';

/** Charts that are kept: a page whose date is dragged asks for many models at one pair. */
const KEPT = 32;

/** A chart, and the rectangle of pairs for which it is the same. */
interface Kept {
  readonly chart: OrganisationAt;
  readonly asOf: { readonly from: Instant; readonly until: Instant };
  readonly known: { readonly from: Position; until: Position };
}

/**
 * The organisation tree of one program with all its rows, whenever known, up to a position. It only
 * grows: a chart for an earlier pair stays right.
 */
export class OrganisationBook {
  readonly #indexes = new Map<UnitKey, number>();
  readonly #keys: UnitKey[] = [];
  readonly #rows = new Map<UnitKey, readonly StateRow[]>();
  #columns: TreeColumns | undefined;
  #kept: Kept[] = [];
  /** What is in sight of those who are limited to some units. */
  readonly sights = new SightBook(this);

  private constructor(private at: Position) {}

  /** Reads the whole tree as it is written in the transaction's snapshot. */
  static async load(tx: Tx, program: ProgramId, head: Position): Promise<OrganisationBook> {
    const book = new OrganisationBook(head);
    const rows = await loadStateRows(tx, program);
    for (const unit of [...rows.keys()].sort()) book.#rows.set(unit, rows.get(unit) ?? []);
    return book;
  }

  /** How many units there are, those that are only named as parents included. */
  get size(): number {
    return this.#keys.length;
  }

  /** Rows of the tree that are held. */
  get rows(): number {
    return this.columns().unit.length;
  }

  /** The number of a unit; the same for good. Undefined when it is not known. */
  indexOf(unit: UnitKey): number | undefined {
    this.columns();
    return this.#indexes.get(unit);
  }

  /** Takes in what became known since; the transaction must see the log up to `head`. */
  async advance(tx: Tx, program: ProgramId, head: Position): Promise<void> {
    if (head <= this.at) return;
    const units = await shiftedUnits(tx, program, this.at, head);
    if (units.length > 0) {
      const rows = await loadStateRows(tx, program, units);
      for (const [unit, own] of rows) this.#rows.set(unit, own);
      this.#columns = undefined;
      let next = Number.POSITIVE_INFINITY;
      for (const { knownFrom, knownUntil } of [...rows.values()].flat()) {
        if (knownFrom > this.at) next = Math.min(next, knownFrom);
        if (knownUntil > this.at) next = Math.min(next, knownUntil);
      }
      for (const kept of this.#kept) kept.known.until = Math.min(kept.known.until, next);
    }
    this.at = head;
  }

  /** The tree at an instant as known at a position; both may lie in the past. */
  chart(asOf: Instant, position: Position): OrganisationAt {
    const found = this.#kept.findIndex(
      ({ asOf: instants, known }) =>
        instants.from <= asOf &&
        asOf < instants.until &&
        known.from <= position &&
        position < known.until,
    );
    const kept = found === -1 ? this.draw(asOf, position) : (this.#kept[found] as Kept);
    if (found !== 0) {
      if (found > 0) this.#kept.splice(found, 1);
      this.#kept = [kept, ...this.#kept].slice(0, KEPT);
    }
    return kept.chart;
  }

  private draw(asOf: Instant, position: Position): Kept {
    const columns = this.columns();
    const rows = rowsAt(columns, this.size, asOf, position);
    return {
      chart: new OrganisationAt(this.#keys, this.#indexes, columns, rows),
      asOf: stretchAround(asOf, [columns.from, columns.until]),
      known: stretchAround(position, [columns.knownFrom, columns.knownUntil]),
    };
  }

  /** Every row of the tree, whenever known. */
  columns(): TreeColumns {
    this.#columns ??= treeColumns(this.#rows.values(), (unit) => this.numberFor(unit));
    return this.#columns;
  }

  private numberFor(unit: UnitKey): number {
    let index = this.#indexes.get(unit);
    if (index === undefined) {
      index = this.#keys.length;
      this.#indexes.set(unit, index);
      this.#keys.push(unit);
    }
    return index;
  }
}
