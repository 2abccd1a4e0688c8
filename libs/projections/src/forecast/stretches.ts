import type {
  AnyEvent,
  Instant,
  MaturityModel,
  MilestoneKey,
  Stretches,
  UnitKey,
} from '#lib/domain';
import { FOREVER, retractedEvents } from '#lib/domain';
import type { RollupReading } from '../rollups/rollups.js';
import { milliseconds } from '../rows.js';
import { placeOn, type Line, type StandingLine } from './line.js';

/** The stretches of many units on a line, with the units' keys by their numbers. */
export interface LineStretches extends Stretches {
  keyOf(unit: number): UnitKey;
}

interface Row {
  readonly unit: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly ordinal: number;
}

/**
 * Where all units of a program stood on a line, as known at the moment of a reading: by the keys of
 * the units, so that the same question finds the same order in any process.
 */
export async function everyStretch(reading: RollupReading, line: Line): Promise<LineStretches> {
  if (line.kind === 'milestone') return milestoneStretches(reading, line.milestone);
  const model = reading.model(line.model);
  const [segments, chart] = [await reading.segments(model.id), await reading.organisation()];
  const place = placeOn(line, model);
  const each = (visit: Visit) =>
    segments.each((unit, from, until, value) => {
      const ordinal = place(value);
      if (ordinal !== undefined && unit < chart.size) visit(unit, from, until, ordinal);
    });
  const keyOf = (unit: number) => chart.keyOf(unit);
  return { ...inOrder(each, chart.size, keyOf), keyOf };
}

interface OwnRow {
  readonly unit: UnitKey;
  readonly ordinal: number | null;
  readonly levels: readonly number[] | null;
  readonly valid_from: Date | number;
  readonly valid_until: Date | number;
}

/** Where some units stood on a line of a model. */
export async function someStretches(
  { tx, program, moment }: RollupReading,
  line: StandingLine,
  model: MaturityModel,
  units: readonly UnitKey[],
): Promise<LineStretches> {
  const stored = await tx.query<OwnRow>(
    `SELECT unit, ordinal, levels, valid_from, valid_until FROM standing
      WHERE program_id = $1 AND unit = ANY ($2) AND model = $3 AND known_from <= $4 AND known_until > $4`,
    [program, units, line.model, moment.position],
  );
  const place = placeOn(line, model);
  const numbers = new Map(units.map((unit, index) => [unit, index]));
  const rows = stored.flatMap((row): Row[] => {
    const ordinal = place({ ordinal: row.ordinal, levels: row.levels ?? [] });
    if (ordinal === undefined) return [];
    const [from, until] = [milliseconds(row.valid_from), milliseconds(row.valid_until)];
    return [{ unit: numbers.get(row.unit) as number, from, until, ordinal }];
  });
  return rowsInOrder(rows, units.length, (unit) => units[unit] as UnitKey);
}

/** The first time that each unit achieved a milestone in full by a fact of its own, as known at a position. */
const FIRST_ACHIEVED = `
  SELECT unit, min(effective_at) AS at FROM event
   WHERE program_id = $1 AND type = 'milestone.achieved' AND data->>'milestone' = $2 AND position <= $3
     AND coalesce((data->>'degree')::float8, 1) >= 1 AND id <> ALL ($4::uuid[])
   GROUP BY unit`;

const RETRACTIONS = `
  SELECT id, position, type, data FROM event
   WHERE program_id = $1 AND type = 'event.retracted' AND position <= $2 ORDER BY position`;

const LIVES = `
  SELECT unit, min(valid_from) AS "from", max(valid_until) AS until FROM unit_state
   WHERE program_id = $1 AND known_from <= $2 AND known_until > $2 AND NOT retired
   GROUP BY unit`;

/**
 * A milestone as a line of two places: not yet, and achieved for the first time. The clock starts
 * with the unit's beginning, the one instant that every unit has, whatever models it follows.
 */
async function milestoneStretches(
  { tx, program, moment }: RollupReading,
  milestone: MilestoneKey,
): Promise<LineStretches> {
  const { position } = moment;
  const retracted = retractedEvents(await tx.query<AnyEvent>(RETRACTIONS, [program, position]));
  const asked = [program, milestone, position, [...retracted]];
  const achieved = await tx.query<{ unit: UnitKey; at: Date | number }>(FIRST_ACHIEVED, asked);
  const lives = await tx.query<{ unit: UnitKey; from: Date | number; until: Date | number }>(
    LIVES,
    [program, position],
  );
  const first = new Map(achieved.map(({ unit, at }) => [unit, milliseconds(at)]));
  const rows: Row[] = [];
  lives.forEach((life, unit) => {
    const [from, until] = [milliseconds(life.from), milliseconds(life.until)];
    const at = first.get(life.unit) ?? FOREVER;
    if (from < Math.min(at, until))
      rows.push({ unit, from, until: Math.min(at, until), ordinal: 0 });
    if (at < until) rows.push({ unit, from: Math.max(at, from), until, ordinal: 1 });
  });
  return rowsInOrder(rows, lives.length, (unit) => lives[unit]?.unit as UnitKey);
}

type Visit = (unit: number, from: Instant, until: Instant, ordinal: number) => void;

/**
 * Columns in the order of the units' keys and of time.
 * @param each visits every stretch, the same ones each time; units are numbers below `size`
 */
function inOrder(
  each: (visit: Visit) => void,
  size: number,
  keyOf: (unit: number) => UnitKey,
): Stretches {
  const counts = new Uint32Array(size);
  let length = 0;
  each((unit) => {
    counts[unit] = (counts[unit] as number) + 1;
    length++;
  });
  const keyed: { readonly unit: number; readonly key: UnitKey }[] = [];
  counts.forEach((count, unit) => {
    if (count > 0) keyed.push({ unit, key: keyOf(unit) });
  });
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  const first = new Uint32Array(size);
  let next = 0;
  for (const { unit } of keyed) {
    first[unit] = next;
    next += counts[unit] as number;
  }
  const columns = {
    length,
    unit: new Uint32Array(length),
    from: new Float64Array(length),
    until: new Float64Array(length),
    ordinal: new Int16Array(length),
  };
  const filled = new Uint32Array(size);
  each((unit, from, until, ordinal) => {
    const start = first[unit] as number;
    let at = start + (filled[unit] as number);
    filled[unit] = (filled[unit] as number) + 1;
    // a unit has few stretches, most of them in order already
    for (; at > start && (columns.from[at - 1] as number) > from; at--) {
      columns.from[at] = columns.from[at - 1] as number;
      columns.until[at] = columns.until[at - 1] as number;
      columns.ordinal[at] = columns.ordinal[at - 1] as number;
    }
    columns.from[at] = from;
    columns.until[at] = until;
    columns.ordinal[at] = ordinal;
  });
  // each unit's own number stands in all of its rows
  for (const { unit } of keyed) {
    columns.unit.fill(unit, first[unit], (first[unit] as number) + (counts[unit] as number));
  }
  return columns;
}

/** As `inOrder`, of rows. */
function rowsInOrder(rows: readonly Row[], size: number, keyOf: (unit: number) => UnitKey) {
  const each = (visit: Visit) =>
    rows.forEach(({ unit, from, until, ordinal }) => visit(unit, from, until, ordinal));
  return { ...inOrder(each, size, keyOf), keyOf };
}
