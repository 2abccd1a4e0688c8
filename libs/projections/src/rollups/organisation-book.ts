import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { shiftedUnits } from '../touched-units.js';
import { loadStateRows, type StateRow } from '../state-rows.js';
import { OrganisationAt } from './organisation.js';

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
  readonly #rows: (readonly StateRow[])[] = [];
  #kept: Kept[] = [];

  private constructor(private at: Position) {}

  /** Reads the whole tree as it is written in the transaction's snapshot. */
  static async load(tx: Tx, program: ProgramId, head: Position): Promise<OrganisationBook> {
    const book = new OrganisationBook(head);
    const rows = await loadStateRows(tx, program);
    for (const unit of [...rows.keys()].sort()) book.put(unit, rows.get(unit) ?? []);
    return book;
  }

  /** The position up to which it is known. */
  get position(): Position {
    return this.at;
  }

  get size(): number {
    return this.#keys.length;
  }

  /** Rows of the tree that are held. */
  get rows(): number {
    return this.#rows.reduce((sum, rows) => sum + rows.length, 0);
  }

  /** The number of a unit; the same for good. Undefined when it is not known. */
  indexOf(unit: UnitKey): number | undefined {
    return this.#indexes.get(unit);
  }

  /** Takes in what became known since; the transaction must see the log up to `head`. */
  async advance(tx: Tx, program: ProgramId, head: Position): Promise<void> {
    if (head <= this.at) return;
    const units = await shiftedUnits(tx, program, this.at, head);
    if (units.length > 0) {
      const rows = await loadStateRows(tx, program, units);
      for (const [unit, own] of rows) this.put(unit, own);
      const edges = [...rows.values()]
        .flat()
        .flatMap(({ knownFrom, knownUntil }) => [knownFrom, knownUntil])
        .filter((position) => position > this.at);
      const next = Math.min(...edges);
      for (const kept of this.#kept) kept.known.until = Math.min(kept.known.until, next);
    }
    this.at = Math.max(this.at, head);
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
    const instants = new Around(asOf);
    const positions = new Around(position);
    const states = this.#rows.map((rows) => {
      let state: StateRow | undefined;
      for (const row of rows) {
        instants.see(row.from);
        instants.see(row.until);
        positions.see(row.knownFrom);
        positions.see(row.knownUntil);
        const covers =
          row.from <= asOf &&
          asOf < row.until &&
          row.knownFrom <= position &&
          position < row.knownUntil;
        if (covers) state = row;
      }
      return state;
    });
    return {
      chart: new OrganisationAt(this.#keys, this.#indexes, states),
      asOf: { from: instants.from, until: instants.until },
      known: { from: positions.from, until: positions.until },
    };
  }

  private put(unit: UnitKey, rows: readonly StateRow[]): void {
    let index = this.#indexes.get(unit);
    if (index === undefined) {
      index = this.#keys.length;
      this.#indexes.set(unit, index);
      this.#keys.push(unit);
    }
    this.#rows[index] = rows;
  }
}

/** The nearest boundaries around a point. */
class Around {
  from = Number.NEGATIVE_INFINITY;
  until = Number.POSITIVE_INFINITY;
  constructor(private readonly at: number) {}

  see(boundary: number): void {
    if (boundary <= this.at) {
      if (boundary > this.from) this.from = boundary;
    } else if (boundary < this.until) {
      this.until = boundary;
    }
  }
}
