import type { Forecast, Instant, Ladder, Position, ProgramId, Target } from '#lib/domain';
import { fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import { hashRows } from '../rebuild/read-model-hash.js';
import type { RollupReading } from '../rollups/rollups.js';
import { type Learnt, modelsSince } from './ladders.js';

/** The projection that keeps what history says of the time things take, and the forecasts of targets. */
export const FORECAST = 'forecast';

/** The forecast of a target; null: nothing is forecast for it, most often since it is reached. */
export interface Outlook {
  readonly target: Target;
  readonly forecast: Forecast | null;
}

/** All that is computed for one pair. */
export interface Computed {
  /** By the names of their lines. */
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly outlooks: readonly Outlook[];
}

/** Up to where a program's forecasts are computed; `-Infinity` as of: never. */
export async function forecastReached(tx: Tx, program: ProgramId): Promise<Learnt> {
  const [row] = await tx.query<{ position: Position; looked_at: Date | number | null }>(
    'SELECT position, looked_at FROM checkpoint WHERE program_id = $1 AND projection = $2',
    [program, FORECAST],
  );
  const lookedAt = row?.looked_at ?? Number.NEGATIVE_INFINITY;
  return { position: row?.position ?? 0, asOf: fromTimestamp(lookedAt) };
}

/** Puts what was computed in the place of what was there, and moves the checkpoint. Something newer stays. */
export async function writeForecasts(
  tx: Tx,
  program: ProgramId,
  { position, asOf }: Learnt,
  { ladders, outlooks }: Computed,
): Promise<void> {
  const moved = await tx.query(
    `INSERT INTO checkpoint AS old (program_id, projection, position, looked_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (program_id, projection) DO UPDATE SET position = excluded.position, looked_at = excluded.looked_at
      WHERE old.position <= excluded.position AND coalesce(old.looked_at, '-infinity') <= excluded.looked_at
     RETURNING 1`,
    [program, FORECAST, position, toTimestamp(asOf)],
  );
  if (moved.length === 0) return;
  const at = toTimestamp(asOf as Instant);
  await tx.query('DELETE FROM ladder WHERE program_id = $1', [program]);
  await tx.query('DELETE FROM outlook WHERE program_id = $1', [program]);
  await tx.query(
    `INSERT INTO ladder (program_id, line, position, as_of, body)
     SELECT $1, line, $4, $5, body FROM unnest($2::text[], $3::jsonb[]) AS row (line, body)`,
    [
      program,
      [...ladders.keys()],
      [...ladders.values()].map((one) => JSON.stringify(one)),
      position,
      at,
    ],
  );
  await tx.query(
    `INSERT INTO outlook (program_id, unit, target, position, as_of, goal, body)
     SELECT $1, unit, target, $6, $7, goal, body
       FROM unnest($2::text[], $3::text[], $4::jsonb[], $5::jsonb[]) AS row (unit, target, goal, body)`,
    [
      program,
      outlooks.map(({ target }) => target.unit),
      outlooks.map(({ target }) => target.target),
      outlooks.map(({ target }) => JSON.stringify(target.goal)),
      outlooks.map(({ forecast }) => JSON.stringify(forecast)),
      position,
      at,
    ],
  );
}

/**
 * The forecasts that are kept of some targets; null: nothing is forecast. Targets that are new, or
 * want something else by now, are not in it, and none that were forecast by other models.
 */
export async function outlooksOf(
  reading: RollupReading,
  targets: readonly Target[],
): Promise<ReadonlyMap<Target, Forecast | null>> {
  if (targets.length === 0) return new Map();
  const { tx, program } = reading;
  const rows = await tx.query<{ at: number; body: Forecast | null }>(
    `SELECT asked.at, outlook.body
       FROM unnest($2::text[], $3::text[], $4::jsonb[]) WITH ORDINALITY AS asked (unit, target, goal, at)
       JOIN outlook ON outlook.program_id = $1 AND outlook.unit = asked.unit
        AND outlook.target = asked.target AND outlook.goal = asked.goal AND outlook.position >= $5`,
    [
      program,
      targets.map(({ unit }) => unit),
      targets.map(({ target }) => target),
      targets.map(({ goal }) => JSON.stringify(goal)),
      await modelsSince(reading),
    ],
  );
  return new Map(rows.map(({ at, body }) => [targets[at - 1] as Target, body]));
}

/** A hash over the forecasts of a program: the same whenever they are computed for the same pair. */
export function forecastHash(tx: Tx, program: ProgramId): Promise<string> {
  return hashRows(tx, program, [
    ['ladder', '*', 'line'],
    ['outlook', '*', 'unit, target'],
  ]);
}
