import {
  FOREVER,
  type Instant,
  type ModelId,
  type Position,
  type ProgramId,
  type UnitKey,
} from '#lib/domain';
import { fromTimestamp, type Tx } from '#lib/platform';
import { ADVICE } from '../advice-projector.js';
import { GAPS } from '../read-model/gap-rows.js';
import { GapBook } from './gap-book.js';

/** What the worker has written of a program's gaps. */
export interface GapState {
  /** Which writing of the gaps was the last. */
  readonly revision: number;
  /** Every fact up to here is in them. */
  readonly position: Position;
  /** They are as of this instant … */
  readonly from: Instant;
  /** … and stay the same up to this one, unless something new becomes known. */
  readonly until: Instant;
}

/** The gaps of a program in memory, and what they are exact for. */
export interface ShelvedGaps extends GapState {
  readonly book: GapBook;
}

/** Units whose gaps are held over all programs, at some 100 bytes each. */
const AT_MOST = 2_000_000;
/** Patterns that nobody has any more are let go of by reading everything anew. */
const PATTERNS_AT_MOST = 500_000;

/** The gaps of the programs that were asked about last; each follows the rows that were written since. */
export class GapShelf {
  readonly #held = new Map<ProgramId, ShelvedGaps>();
  readonly #turns = new Map<ProgramId, Promise<unknown>>();

  /** The gaps as they are written in the transaction's snapshot, or later. */
  reach(tx: Tx, program: ProgramId): Promise<ShelvedGaps> {
    const turn = (this.#turns.get(program) ?? Promise.resolve()).then(() =>
      this.follow(tx, program),
    );
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(program, settled);
    void settled.then(() => {
      if (this.#turns.get(program) === settled) this.#turns.delete(program);
    });
    return turn;
  }

  /** Whether gaps that were reached are still those held. */
  isHeld(program: ProgramId, gaps: ShelvedGaps): boolean {
    return this.#held.get(program) === gaps;
  }

  private async follow(tx: Tx, program: ProgramId): Promise<ShelvedGaps> {
    const state = await readState(tx, program);
    const held = this.#held.get(program);
    const stale = !held || held.book.patterns.length > PATTERNS_AT_MOST;
    const book = stale ? new GapBook() : held.book;
    const after = stale ? 0 : held.revision;
    // another reader may have seen more already
    if (held && !stale && state.revision < after) return held;
    if (state.revision > after) await readRows(tx, program, book, after);
    const reached = held && !stale && !isLater(state, held) ? held : { ...state, book };
    this.#held.delete(program);
    this.#held.set(program, reached);
    this.makeRoom();
    return reached;
  }

  private makeRoom(): void {
    const held = () => [...this.#held.values()].reduce((sum, { book }) => sum + book.size, 0);
    for (const program of this.#held.keys()) {
      if (this.#held.size === 1 || held() <= AT_MOST) return;
      this.#held.delete(program);
    }
  }
}

function isLater(state: GapState, held: GapState): boolean {
  return state.revision > held.revision || state.position > held.position || state.from > held.from;
}

async function readState(tx: Tx, program: ProgramId): Promise<GapState> {
  const [row] = await tx.query<{
    revision: number | null;
    position: number | null;
    looked_at: Date | number | null;
    same_until: Date | number | null;
  }>(
    `SELECT written.position AS revision, advice.position, advice.looked_at,
            (SELECT min(same_until) FROM advised_unit WHERE program_id = $1) AS same_until
       FROM (SELECT $1 AS program_id) AS asked
       LEFT JOIN checkpoint AS advice
         ON advice.program_id = asked.program_id AND advice.projection = $2
       LEFT JOIN checkpoint AS written
         ON written.program_id = asked.program_id AND written.projection = $3`,
    [program, ADVICE, GAPS],
  );
  const instant = (given: Date | number | null | undefined, absent: Instant) =>
    given === null || given === undefined ? absent : fromTimestamp(given);
  return {
    revision: row?.revision ?? 0,
    position: row?.position ?? 0,
    from: instant(row?.looked_at, FOREVER),
    until: instant(row?.same_until, FOREVER),
  };
}

/** Units that miss the same come as one row, so that little travels. */
async function readRows(tx: Tx, program: ProgramId, book: GapBook, after: number): Promise<void> {
  const changed = await tx.query<{ units: string | null }>(
    `SELECT string_agg(unit, ' ' ORDER BY unit) AS units FROM gap
      WHERE program_id = $1 AND revision > $2`,
    [program, after],
  );
  const rows = await tx.query<{ model: ModelId; written: string; units: string }>(
    `SELECT model, written, string_agg(unit, ' ') AS units
       FROM gap, jsonb_each_text(models) AS own (model, written)
      WHERE program_id = $1 AND revision > $2 GROUP BY model, written`,
    [program, after],
  );
  // at once, since others may be counting in between
  for (const unit of changed[0]?.units?.split(' ') ?? []) book.enter(unit as UnitKey);
  for (const { model, written, units } of rows) {
    book.put(units.split(' ') as UnitKey[], model, written);
  }
}
