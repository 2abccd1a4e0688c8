import type { Position, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { unitsInSight, type Viewer } from '../sight.js';

/** Sights that are kept: those of the people who look at one program. */
const KEPT = 64;

interface Kept {
  /** The last fact that could have changed the tree. */
  readonly at: Position;
  /** How many units the book knew. */
  readonly size: number;
  readonly seen: Uint8Array;
}

/**
 * What is in sight of those who see some units only, by the numbers of one organisation's book: read
 * once, and again when the tree has changed.
 */
export class SightBook {
  readonly #kept = new Map<string, Kept>();

  /** @param book gives units their numbers, and may grow */
  constructor(
    private readonly book: {
      readonly size: number;
      indexOf(unit: UnitKey): number | undefined;
    },
  ) {}

  /** 1 at the numbers of the units in sight, by the tree of the transaction's snapshot; undefined where that is everything. */
  async seen(tx: Tx, viewer: Viewer): Promise<Uint8Array | undefined> {
    if (viewer.sight === 'everything') return undefined;
    const name = [...viewer.sight].sort().join(' ');
    const at = await lastTreeFact(tx, viewer);
    const kept = this.#kept.get(name);
    const { size } = this.book;
    if (kept?.at === at && kept.size === size) return kept.seen;
    const numbers = [...((await unitsInSight(tx, viewer)) ?? [])].flatMap(
      (unit) => this.book.indexOf(unit) ?? [],
    );
    const seen = new Uint8Array(numbers.reduce((most, one) => Math.max(most, one + 1), 0));
    for (const number of numbers) seen[number] = 1;
    this.#kept.delete(name);
    this.#kept.set(name, { at, size, seen });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break;
      this.#kept.delete(oldest);
    }
    return seen;
  }
}

async function lastTreeFact(tx: Tx, { program }: Viewer): Promise<Position> {
  const [row] = await tx.query<{ at: Position | null }>(
    `SELECT max(position) AS at FROM event WHERE program_id = $1
        AND type IN ('unit.registered', 'unit.moved', 'unit.retired', 'unit.reinstated',
          'unit.merged', 'event.retracted')`,
    [program],
  );
  return row?.at ?? 0;
}
