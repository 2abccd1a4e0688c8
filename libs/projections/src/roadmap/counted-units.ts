import {
  type CountedSpan,
  type ModelId,
  type Position,
  type ProgramId,
  type Span,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';

interface LyingRow extends Span {
  readonly unit: UnitKey;
  readonly parent: UnitKey | null;
}

interface StandingRow extends CountedSpan {
  readonly unit: UnitKey;
}

const SPAN = `(extract(epoch FROM valid_from) * 1000)::float8 AS "from",
  (extract(epoch FROM valid_until) * 1000)::float8 AS until`;

/** Where a unit and all that ever lay below it lie, as known at a position. */
const LYING = `
  WITH RECURSIVE ever AS (
    SELECT $2::text COLLATE "C" AS unit
    UNION
    SELECT state.unit FROM ever JOIN unit_state state
      ON state.program_id = $1 AND state.parent = ever.unit
     AND state.known_from <= $3 AND state.known_until > $3
  )
  SELECT state.unit, state.parent, ${SPAN} FROM ever JOIN unit_state state
      ON state.program_id = $1 AND state.unit = ever.unit
     AND state.known_from <= $3 AND state.known_until > $3`;

const STANDING = `
  SELECT unit, ordinal, ${SPAN} FROM standing
   WHERE program_id = $1 AND unit = ANY ($2) AND model = $3 AND known_from <= $4 AND known_until > $4`;

/**
 * The stretches in which a unit and the units below it, by the tree at each time, have a standing in
 * a model, as known at a position up to which the standings are written.
 */
export async function countedUnits(
  tx: Tx,
  program: ProgramId,
  unit: UnitKey,
  model: ModelId,
  position: Position,
): Promise<readonly CountedSpan[]> {
  const lying = await tx.query<LyingRow>(LYING, [program, unit, position]);
  const rows = new Map<UnitKey, LyingRow[]>();
  for (const row of lying) {
    const own = rows.get(row.unit);
    if (own) own.push(row);
    else rows.set(row.unit, [row]);
  }
  const belonging = new Belonging(unit, rows);
  const units = [...rows.keys()];
  const standings = await tx.query<StandingRow>(STANDING, [program, units, model, position]);
  return standings.flatMap((standing) =>
    standing.unit === unit ? [standing] : belonging.of(standing.unit, standing),
  );
}

/** Knows when which unit lay below one. */
class Belonging {
  readonly #spans = new Map<UnitKey, readonly Span[]>();

  constructor(
    private readonly top: UnitKey,
    private readonly rows: ReadonlyMap<UnitKey, readonly LyingRow[]>,
  ) {}

  /** The parts of a stretch in which a unit lies below the top. */
  of(unit: UnitKey, { from, until, ordinal }: CountedSpan): readonly CountedSpan[] {
    return cut(this.spans(unit), { from, until }).map((span) => ({ ...span, ordinal }));
  }

  private spans(unit: UnitKey): readonly Span[] {
    const kept = this.#spans.get(unit);
    if (kept) return kept;
    // moves that close a circle are refused; should one be recorded, the walk ends here
    this.#spans.set(unit, []);
    const spans = (this.rows.get(unit) ?? []).flatMap((row) => {
      if (row.parent === this.top) return [{ from: row.from, until: row.until }];
      return row.parent === null ? [] : cut(this.spans(row.parent), row);
    });
    this.#spans.set(unit, spans);
    return spans;
  }
}

function cut(spans: readonly Span[], to: Span): readonly Span[] {
  return spans
    .map(({ from, until }) => ({ from: Math.max(from, to.from), until: Math.min(until, to.until) }))
    .filter(({ from, until }) => from < until);
}
