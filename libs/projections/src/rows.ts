import type { Position } from '#lib/domain';

/** `known_until` of a row that still stands. */
export const STILL_KNOWN: Position = Number.MAX_SAFE_INTEGER;

/** A maximal rectangle of a bitemporal step function: valid time in instants, known time in positions. */
export interface BitemporalRow {
  readonly from: number;
  readonly until: number;
  readonly knownFrom: Position;
  knownUntil: Position;
}

/** What has to be written so that a table follows what a step function has become. */
export interface RowChanges<Row extends BitemporalRow> {
  /** Rows of the table that stood until now and have ended. */
  readonly ended: readonly Row[];
  readonly added: readonly Row[];
}

/**
 * Follows one step function through the positions at which it changes, and keeps what that means
 * for its rows. Unchanged stretches keep their row, so the rows depend on the log alone and not on
 * how its events were grouped.
 */
export class RowHistory<Row extends BitemporalRow> {
  readonly #stored: Set<Row>;
  readonly #same: (a: Row, b: Row) => boolean;
  readonly #ended: Row[] = [];
  readonly #added: Row[] = [];
  #standing: Row[];

  /** @param stored the rows of the table that still stand */
  constructor(stored: readonly Row[], same: (a: Row, b: Row) => boolean) {
    this.#stored = new Set(stored);
    this.#standing = [...stored];
    this.#same = same;
  }

  /** Takes in one more row of the table that still stands, before anything changes. */
  isStored(row: Row): void {
    this.#stored.add(row);
    this.#standing.push(row);
  }

  /** The rows that stand now. */
  get standing(): readonly Row[] {
    return this.#standing;
  }

  /** Says what the function is as known from a position on; positions must rise. */
  become(position: Position, rows: readonly Row[]): void {
    const kept = rows.map(
      (row) =>
        this.#standing.find(
          (old) => old.from === row.from && old.until === row.until && this.#same(old, row),
        ) ?? row,
    );
    const stays = new Set(kept);
    for (const old of this.#standing) {
      if (stays.has(old)) continue;
      old.knownUntil = position;
      if (this.#stored.has(old)) this.#ended.push(old);
    }
    const before = new Set(this.#standing);
    this.#added.push(...kept.filter((row) => !before.has(row)));
    this.#standing = kept;
  }

  /**
   * As `become`, where nothing is different before an instant.
   * @param tail from that instant on
   */
  becomeFrom(position: Position, since: number, tail: readonly Row[]): void {
    const head = this.#standing
      .filter(({ from }) => from < since)
      .map((row) =>
        row.until <= since
          ? row
          : { ...row, until: since, knownFrom: position, knownUntil: STILL_KNOWN },
      );
    const last = head.findIndex(({ until }) => until === since);
    const [before, first] = [head[last], tail[0]];
    if (before && first && first.from === since && this.#same(before, first)) {
      head.splice(last, 1);
      this.become(position, [...head, { ...first, from: before.from }, ...tail.slice(1)]);
    } else {
      this.become(position, [...head, ...tail]);
    }
  }

  changes(): RowChanges<Row> {
    // a row that was added and ended at one position was never known
    return {
      ended: this.#ended,
      added: this.#added.filter(({ knownFrom, knownUntil }) => knownFrom < knownUntil),
    };
  }
}

/** Instants as PostgreSQL reads them in arrays; ±infinity included. */
export function timestamp(instant: number): string {
  if (instant === Number.POSITIVE_INFINITY) return 'infinity';
  if (instant === Number.NEGATIVE_INFINITY) return '-infinity';
  return new Date(instant).toISOString();
}

/** Milliseconds of a `timestamptz` as the driver gives it. */
export function milliseconds(value: Date | number): number {
  return typeof value === 'number' ? value : value.getTime();
}
