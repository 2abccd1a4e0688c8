import type { ModelId, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type NumberOf, readColumns, readStretches, Values } from './read-segments.js';

import { Segments } from './segments.js';

/** So many changed units are looked up one by one; with more, the model is read again. */
const ONE_BY_ONE = 5_000;

interface Held {
  readonly values: Values;
  segments: Segments;
  /** The last position at which a row of the model changed: the segments are the same from there on. */
  since: Position;
}

/**
 * The step functions of all units of a program, model after model, as known at one position that
 * only moves on.
 */
export class StandingBook {
  readonly #held = new Map<ModelId, Held>();

  private constructor(
    private readonly program: ProgramId,
    private readonly numberOf: NumberOf,
    private at: Position,
  ) {}

  /** Empty, as known at a position. */
  static at(program: ProgramId, numberOf: NumberOf, position: Position): StandingBook {
    return new StandingBook(program, numberOf, position);
  }

  /** Stretches that are held. */
  get length(): number {
    return [...this.#held.values()].reduce((sum, { segments }) => sum + segments.length, 0);
  }

  /** Takes in what became known up to a position. */
  async advance(tx: Tx, position: Position): Promise<void> {
    if (position <= this.at) return;
    const changed = this.#held.size === 0 ? [] : await this.changes(tx, position);
    for (const [model, held] of this.#held) {
      const own = changed.filter((change) => change.model === model);
      if (own.length === 0) continue;
      if (own.length + held.segments.changes > ONE_BY_ONE) {
        this.#held.delete(model);
        continue;
      }
      const wanted = {
        program: this.program,
        model,
        position,
        units: own.map(({ unit }) => unit),
      };
      const stretches = await readStretches(tx, wanted, held.values, this.numberOf);
      held.segments = held.segments.with(stretches);
      held.since = Math.max(...own.map(({ last }) => last));
    }
    this.at = position;
  }

  /**
   * A model's step functions as known at a position; undefined when the book has moved on past it
   * and the model changed since.
   */
  async segments(tx: Tx, model: ModelId, position: Position): Promise<Segments | undefined> {
    const held = this.#held.get(model);
    if (held) return held.since <= position ? held.segments : undefined;
    if (position < this.at) return undefined;
    const values = new Values();
    const wanted = { program: this.program, model, position };
    const columns = await readColumns(tx, wanted, values, this.numberOf);
    const segments = new Segments(values.list, columns, new Map());
    this.#held.set(model, { values, segments, since: position });
    return segments;
  }

  private changes(
    tx: Tx,
    upTo: Position,
  ): Promise<readonly { unit: UnitKey; model: ModelId; last: Position }[]> {
    return tx.query(
      `SELECT unit, model, max(at) AS last FROM (
         SELECT unit, model, known_from AS at FROM standing
          WHERE program_id = $1 AND known_from > $2 AND known_from <= $3
         UNION ALL
         SELECT unit, model, known_until FROM standing
          WHERE program_id = $1 AND known_until > $2 AND known_until <= $3
       ) AS edge GROUP BY unit, model`,
      [this.program, this.at, upTo],
    );
  }
}
