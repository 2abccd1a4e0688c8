import {
  type Instant,
  type Position,
  type ProgramId,
  type UnitKey,
  type UnitState,
  type UnitTimeline,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type BitemporalRow, milliseconds, STILL_KNOWN, timestamp } from '../rows.js';

/** A row of `unit_state`: what a unit is over a stretch of time, as known over a stretch of positions. */
export interface StateRow extends BitemporalRow, UnitState {
  readonly unit: UnitKey;
}

interface StoredRow {
  readonly unit: UnitKey;
  readonly valid_from: Date | number;
  readonly valid_until: Date | number;
  readonly known_from: number;
  readonly known_until: number;
  readonly parent: UnitKey | null;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly retired: boolean;
}

/** Every row of some units, whenever known; of all units when none are named. */
export async function loadStateRows(
  tx: Tx,
  program: ProgramId,
  units?: readonly UnitKey[],
): Promise<Map<UnitKey, StateRow[]>> {
  const stored = units
    ? await tx.query<StoredRow>(
        'SELECT * FROM unit_state WHERE program_id = $1 AND unit = ANY ($2)',
        [program, units],
      )
    : await tx.query<StoredRow>('SELECT * FROM unit_state WHERE program_id = $1', [program]);
  const byUnit = new Map<UnitKey, StateRow[]>();
  for (const row of stored) {
    const { unit, parent, name, kind, tags, retired } = row;
    const rows = byUnit.get(unit) ?? [];
    if (rows.length === 0) byUnit.set(unit, rows);
    rows.push({
      ...{ unit, parent, name, kind, tags, retired },
      from: milliseconds(row.valid_from),
      until: milliseconds(row.valid_until),
      knownFrom: row.known_from,
      knownUntil: row.known_until,
    });
  }
  return byUnit;
}

/** The rows of a unit's timeline from its beginning on, as known from a position. */
export function stateRowsOf(
  unit: UnitKey,
  timeline: UnitTimeline,
  beginning: Instant,
  position: Position,
): StateRow[] {
  return timeline.segments.flatMap(({ from, until, ...state }) =>
    until > beginning
      ? [
          {
            unit,
            ...state,
            from: Math.max(from, beginning),
            until,
            knownFrom: position,
            knownUntil: STILL_KNOWN,
          },
        ]
      : [],
  );
}

/** Says until when rows were known. */
export async function endStateRows(
  tx: Tx,
  program: ProgramId,
  rows: readonly StateRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE unit_state AS row SET known_until = ended.known_until
       FROM unnest($2::text[], $3::bigint[], $4::timestamptz[], $5::bigint[])
         AS ended (unit, known_from, valid_from, known_until)
      WHERE row.program_id = $1 AND row.unit = ended.unit
        AND row.known_from = ended.known_from AND row.valid_from = ended.valid_from`,
    [
      program,
      rows.map((row) => row.unit),
      rows.map((row) => row.knownFrom),
      rows.map((row) => timestamp(row.from)),
      rows.map((row) => row.knownUntil),
    ],
  );
}

/** Inserts rows; tags travel as JSON, since arrays of arrays must be of one length. */
export async function insertStateRows(
  tx: Tx,
  program: ProgramId,
  rows: readonly StateRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `INSERT INTO unit_state (program_id, unit, valid_from, valid_until, known_from, known_until, parent, name, kind, tags, retired)
     SELECT $1, unit, valid_from, valid_until, known_from, known_until, parent, name, kind,
            ARRAY(SELECT jsonb_array_elements_text(tags)), retired
       FROM unnest($2::text[], $3::timestamptz[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::boolean[])
         AS row (unit, valid_from, valid_until, known_from, known_until, parent, name, kind, tags, retired)`,
    [
      program,
      rows.map((row) => row.unit),
      rows.map((row) => timestamp(row.from)),
      rows.map((row) => timestamp(row.until)),
      rows.map((row) => row.knownFrom),
      rows.map((row) => row.knownUntil),
      rows.map((row) => row.parent),
      rows.map((row) => row.name),
      rows.map((row) => row.kind),
      rows.map((row) => JSON.stringify(row.tags)),
      rows.map((row) => row.retired),
    ],
  );
}
