import type { Instant, ModelId, Position, ProgramId, StandingValue, UnitKey } from '#lib/domain';
import { fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import { type Columns, Plane, type Stretch } from './segments.js';

/** The distinct values of a model and their numbers. */
export class Values {
  readonly list: StandingValue[] = [];
  readonly #numbers = new Map<string, number>();

  /** The number of a value, the same for good. */
  numberOf(row: ValueRow): number {
    const name = JSON.stringify([
      row.ordinal,
      row.levels,
      row.mean,
      row.score,
      row.checked,
      row.total,
    ]);
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.list.length;
      this.#numbers.set(name, number);
      this.list.push(valueOf(row));
    }
    return number;
  }
}

interface ValueRow {
  readonly ordinal: number | null;
  readonly levels?: readonly number[] | null;
  readonly mean?: number | null;
  readonly score?: number | null;
  readonly checked?: number | null;
  readonly total?: number | null;
}

function valueOf({ ordinal, levels, mean, score, checked, total }: ValueRow): StandingValue {
  return {
    ordinal,
    ...(levels ? { levels } : {}),
    ...(mean === null || mean === undefined ? {} : { mean }),
    ...(score === null || score === undefined ? {} : { score }),
    ...(checked === null || checked === undefined ? {} : { checked }),
    ...(total === null || total === undefined ? {} : { total }),
  };
}

/** What is read of a model. */
export interface Wanted {
  readonly program: ProgramId;
  readonly model: ModelId;
  /** As known at this position of the log. */
  readonly position: Position;
  /** Only these units. */
  readonly units?: readonly UnitKey[];
}

/** Gives the number of a unit; undefined for one that nobody knew. */
export type NumberOf = (unit: UnitKey) => number | undefined;

const VALUE = 'ordinal, levels, mean, score, checked, total';

/** The database groups stretches by their value, so that little travels. */
const STRETCHES = `
  SELECT ${VALUE}, string_agg(unit, ' ') AS units,
         string_agg(float8send(extract(epoch FROM valid_from)::float8)
                 || float8send(extract(epoch FROM valid_until)::float8), '') AS bounds
    FROM standing
   WHERE program_id = $1 AND model = $2 AND known_from <= $3 AND known_until > $3`;

/** Every stretch of a model as known at a position. */
export async function readColumns(
  tx: Tx,
  { program, model, position, units }: Wanted,
  values: Values,
  numberOf: NumberOf,
): Promise<Columns> {
  const rows = await tx.query<ValueRow & { units: string; bounds: Buffer }>(
    `${STRETCHES} ${units ? 'AND unit = ANY ($4)' : ''} GROUP BY ${VALUE}`,
    units ? [program, model, position, units] : [program, model, position],
  );
  const length = rows.reduce((sum, { bounds }) => sum + bounds.length / 16, 0);
  const columns = {
    unit: new Uint32Array(length),
    from: new Float64Array(length),
    until: new Float64Array(length),
    value: new Uint32Array(length),
  };
  let next = 0;
  for (const row of rows) {
    const value = values.numberOf(row);
    row.units.split(' ').forEach((unit, index) => {
      const number = numberOf(unit as UnitKey);
      if (number === undefined) return;
      columns.unit[next] = number;
      columns.from[next] = milliseconds(row.bounds.readDoubleBE(index * 16));
      columns.until[next] = milliseconds(row.bounds.readDoubleBE(index * 16 + 8));
      columns.value[next++] = value;
    });
  }
  return {
    unit: columns.unit.subarray(0, next),
    from: columns.from.subarray(0, next),
    until: columns.until.subarray(0, next),
    value: columns.value.subarray(0, next),
  };
}

/** The stretches of some units in a model as known at a position; units without any are in it, too. */
export async function readStretches(
  tx: Tx,
  wanted: Wanted & { readonly units: readonly UnitKey[] },
  values: Values,
  numberOf: NumberOf,
): Promise<ReadonlyMap<number, readonly Stretch[]>> {
  const found = new Map<number, Stretch[]>();
  for (const unit of wanted.units) {
    const number = numberOf(unit);
    if (number !== undefined) found.set(number, []);
  }
  const rows = await tx.query<
    ValueRow & { unit: UnitKey; valid_from: Date | number; valid_until: Date | number }
  >(
    `SELECT unit, ${VALUE}, valid_from, valid_until FROM standing
      WHERE program_id = $1 AND model = $2 AND known_from <= $3 AND known_until > $3
        AND unit = ANY ($4)`,
    [wanted.program, wanted.model, wanted.position, wanted.units],
  );
  for (const row of rows) {
    const number = numberOf(row.unit);
    if (number === undefined) continue;
    found.get(number)?.push({
      from: fromTimestamp(row.valid_from),
      until: fromTimestamp(row.valid_until),
      value: values.numberOf(row),
    });
  }
  return found;
}

/**
 * Where units stand in a model at one pair, straight from the rows.
 * @param whole whether more than the stage is wanted, which an index alone cannot answer
 */
export async function readPlane(
  tx: Tx,
  { program, model, position, units }: Wanted,
  asOf: Instant,
  { whole, size, numberOf }: { whole: boolean; size: number; numberOf: NumberOf },
): Promise<Plane> {
  const columns = whole ? VALUE : 'ordinal';
  const rows = await tx.query<ValueRow & { units: string }>(
    `SELECT ${columns}, string_agg(unit, ' ') AS units FROM standing
      WHERE program_id = $1 AND model = $2 AND known_from <= $3 AND known_until > $3
        AND valid_from <= $4 AND valid_until > $4 ${units ? 'AND unit = ANY ($5)' : ''}
      GROUP BY ${columns}`,
    [program, model, position, toTimestamp(asOf), ...(units ? [units] : [])],
  );
  const values = new Values();
  const at = new Int32Array(size).fill(-1);
  for (const row of rows) {
    const value = values.numberOf(row);
    for (const unit of row.units.split(' ')) {
      const number = numberOf(unit as UnitKey);
      if (number !== undefined && number < size) at[number] = value;
    }
  }
  return new Plane(values.list, at);
}

/** Seconds as the database sends them; ±infinity included. */
function milliseconds(seconds: number): Instant {
  return Math.round(seconds * 1000);
}
