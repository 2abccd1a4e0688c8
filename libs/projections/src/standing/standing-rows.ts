import {
  type Instant,
  type ModelId,
  type Position,
  type ProgramId,
  type StandingSegment,
  type StandingValue,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type BitemporalRow, milliseconds, STILL_KNOWN, timestamp } from '../rows.js';

/** A row of `standing`: a unit's value in a model over a stretch of time, as known over a stretch of positions. */
export interface StandingRow extends BitemporalRow, StandingValue {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly version: number;
}

interface StoredRow {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly valid_from: Date | number;
  readonly valid_until: Date | number;
  readonly known_from: number;
  readonly known_until: number;
  readonly version: number;
  readonly ordinal: number | null;
  readonly levels: readonly number[] | null;
  readonly mean: number | null;
  readonly score: number | null;
  readonly checked: number | null;
  readonly total: number | null;
}

/** Which of the rows of a unit are needed: those of some models, that end at an instant or later. */
export interface Part {
  readonly models: readonly ModelId[];
  readonly since: Instant;
}

/** The rows of some units that still stand. */
export async function loadStandingRows(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  part?: Part,
): Promise<StandingRow[]> {
  const stored = part
    ? await tx.query<StoredRow>(
        `SELECT * FROM standing WHERE program_id = $1 AND unit = ANY ($2) AND known_until = $3
            AND model = ANY ($4) AND valid_until >= $5`,
        [program, units, STILL_KNOWN, part.models, timestamp(part.since)],
      )
    : await tx.query<StoredRow>(
        'SELECT * FROM standing WHERE program_id = $1 AND unit = ANY ($2) AND known_until = $3',
        [program, units, STILL_KNOWN],
      );
  return stored.map(standingRow);
}

/** A row as the driver gives it, in the domain's terms. */
export function standingRow(row: StoredRow): StandingRow {
  return {
    unit: row.unit,
    model: row.model,
    version: row.version,
    from: milliseconds(row.valid_from),
    until: milliseconds(row.valid_until),
    knownFrom: row.known_from,
    knownUntil: row.known_until,
    ordinal: row.ordinal,
    ...(row.levels === null ? {} : { levels: row.levels }),
    ...(row.mean === null ? {} : { mean: row.mean }),
    // a score of null is a value: nothing was applicable
    ...(row.score === null ? {} : { score: row.score }),
    ...(row.checked === null ? {} : { checked: row.checked }),
    ...(row.total === null ? {} : { total: row.total }),
  };
}

/** The rows of a timeline, as known from a position. */
export function standingRowsOf(
  unit: UnitKey,
  model: { readonly id: ModelId; readonly version: number },
  timeline: readonly StandingSegment[],
  position: Position,
): StandingRow[] {
  return timeline.map((segment) => ({
    ...segment,
    unit,
    model: model.id,
    version: model.version,
    knownFrom: position,
    knownUntil: STILL_KNOWN,
  }));
}

/** Whether two rows say the same of a standing. */
export function sameStanding(a: StandingRow, b: StandingRow): boolean {
  return (
    a.version === b.version &&
    a.ordinal === b.ordinal &&
    a.mean === b.mean &&
    (a.score ?? null) === (b.score ?? null) &&
    a.checked === b.checked &&
    a.total === b.total &&
    a.levels?.join() === b.levels?.join()
  );
}

/** What becomes of the standings of some units. */
export interface StandingWrite {
  readonly ended: readonly StandingRow[];
  readonly added: readonly StandingRow[];
  readonly units: readonly UnitKey[];
  /** The position up to which the units' standings are written then. */
  readonly upTo: Position;
}

/** Ends rows, adds rows and says how far the units are written, in one statement. Levels travel as text, since arrays of arrays must be of one length. */
export async function writeStandings(
  tx: Tx,
  program: ProgramId,
  { ended, added, units, upTo }: StandingWrite,
): Promise<void> {
  await tx.query(
    `WITH ended AS (
       UPDATE standing AS row SET known_until = ended.known_until
         FROM unnest($2::text[], $3::text[], $4::bigint[], $5::timestamptz[], $6::bigint[])
           AS ended (unit, model, known_from, valid_from, known_until)
        WHERE row.program_id = $1 AND row.unit = ended.unit AND row.model = ended.model
          -- by the rows of the unit: many rows may begin at one position
          AND row.known_from + 0 = ended.known_from AND row.valid_from = ended.valid_from),
     added AS (
       INSERT INTO standing (program_id, unit, model, valid_from, valid_until, known_from, known_until, version, ordinal, levels, mean, score, checked, total)
       SELECT $1, unit, model, valid_from, valid_until, known_from, known_until, version, ordinal, levels::smallint[], mean, score, checked, total
         FROM unnest($7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::bigint[], $12::bigint[], $13::integer[], $14::smallint[], $15::text[], $16::float8[], $17::float8[], $18::smallint[], $19::smallint[])
           AS row (unit, model, valid_from, valid_until, known_from, known_until, version, ordinal, levels, mean, score, checked, total))
     UPDATE unit SET standings_position = $21 WHERE program_id = $1 AND unit = ANY ($20)`,
    [
      program,
      ended.map((row) => row.unit),
      ended.map((row) => row.model),
      ended.map((row) => row.knownFrom),
      ended.map((row) => timestamp(row.from)),
      ended.map((row) => row.knownUntil),
      added.map((row) => row.unit),
      added.map((row) => row.model),
      added.map((row) => timestamp(row.from)),
      added.map((row) => timestamp(row.until)),
      added.map((row) => row.knownFrom),
      added.map((row) => row.knownUntil),
      added.map((row) => row.version),
      added.map((row) => row.ordinal),
      added.map((row) => (row.levels ? `{${row.levels.join()}}` : null)),
      added.map((row) => row.mean ?? null),
      added.map((row) => row.score ?? null),
      added.map((row) => row.checked ?? null),
      added.map((row) => row.total ?? null),
      units,
      upTo,
    ],
  );
}
