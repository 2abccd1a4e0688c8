import type { ModelId, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Database, Tx } from '#lib/platform';
import type { Sources } from '../standing/bring-units.js';
import { CatalogueHistory } from '../catalogue-reader.js';
import { timestamp } from '../rows.js';
import { StandingProjection } from '../standing/standing.projection.js';
import { type StandingRow, standingRowsOf } from '../standing/standing-rows.js';
import { World } from '../world.js';
import { ComingCatalogue, type ModelVersion, movedModels } from './coming-catalogue.js';

const ROWS_AT_ONCE = 20_000;
const CLEAR_TIMEOUT_MS = 60_000;

/** Whose standings are built under which version. */
export interface Aside extends Sources {
  readonly program: ProgramId;
  readonly coming: ModelVersion;
  /** The catalogue with that version in force. */
  readonly comingCatalogue: ComingCatalogue;
}

/** Writes aside how some units would stand, as known at a position, in the place of what was written of them before. */
export async function writeAside(
  tx: Tx,
  aside: Aside,
  units: readonly UnitKey[],
  knownAt: Position,
): Promise<void> {
  const { program, log, comingCatalogue, coming } = aside;
  if (units.length === 0) return;
  const moved = await movedAt(tx, aside, knownAt);
  const future = await CatalogueHistory.load(tx, comingCatalogue, program, 0, knownAt);
  const known = await future.at(knownAt);
  const reach = { below: known.index.countsUnits };
  const world = await World.load(tx, log, program, { units, upTo: knownAt, reach });
  const rows: StandingRow[] = [];
  for (const unit of units) {
    // registered since
    if (!world.unitFacts(unit, knownAt)) continue;
    const projection = new StandingProjection(tx, program, world, future);
    const { models, evaluator } = await projection.sight(unit, knownAt);
    for (const model of models) {
      if (!moved.has(model.id)) continue;
      rows.push(...standingRowsOf(unit, model, evaluator.timeline(model, unit), knownAt));
    }
  }
  await replaceRows(tx, program, coming.model, units, rows);
}

/** The models whose standings the adoption moves, as known at a position. */
export async function movedAt(
  tx: Tx,
  { program, catalogue, comingCatalogue, coming }: Aside,
  knownAt: Position,
): Promise<ReadonlySet<ModelId>> {
  const present = await CatalogueHistory.load(tx, catalogue, program, 0, knownAt);
  const future = await CatalogueHistory.load(tx, comingCatalogue, program, 0, knownAt);
  return movedModels(await present.at(knownAt), await future.at(knownAt), coming.model);
}

async function replaceRows(
  tx: Tx,
  program: ProgramId,
  adopting: ModelId,
  units: readonly UnitKey[],
  rows: readonly StandingRow[],
): Promise<void> {
  await tx.query(
    'DELETE FROM standing_aside WHERE program_id = $1 AND adopting = $2 AND unit = ANY ($3)',
    [program, adopting, units],
  );
  await tx.query(
    `INSERT INTO standing_aside (program_id, adopting, unit, model, valid_from, valid_until, version, ordinal, levels, mean, score, checked, total)
     SELECT $1, $2, unit, model, valid_from, valid_until, version, ordinal, levels::smallint[], mean, score, checked, total
       FROM unnest($3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[], $7::integer[], $8::smallint[], $9::text[], $10::float8[], $11::float8[], $12::smallint[], $13::smallint[])
         AS row (unit, model, valid_from, valid_until, version, ordinal, levels, mean, score, checked, total)`,
    [
      program,
      adopting,
      rows.map((row) => row.unit),
      rows.map((row) => row.model),
      rows.map((row) => timestamp(row.from)),
      rows.map((row) => timestamp(row.until)),
      rows.map((row) => row.version),
      rows.map((row) => row.ordinal),
      rows.map((row) => (row.levels ? `{${row.levels.join()}}` : null)),
      rows.map((row) => row.mean ?? null),
      rows.map((row) => row.score ?? null),
      rows.map((row) => row.checked ?? null),
      rows.map((row) => row.total ?? null),
    ],
  );
}

/** Drops everything that was built aside for a model, some at once. */
export async function clearAside(
  database: Database,
  program: ProgramId,
  adopting: ModelId,
): Promise<void> {
  for (;;) {
    const [row] = await database.inProgram(
      program,
      (tx) =>
        tx.query<{ gone: number }>(
          `WITH gone AS (DELETE FROM standing_aside WHERE program_id = $1 AND ctid = ANY (ARRAY(
             SELECT ctid FROM standing_aside WHERE program_id = $1 AND adopting = $2 LIMIT $3))
             RETURNING 1)
           SELECT count(*) AS gone FROM gone`,
          [program, adopting, ROWS_AT_ONCE],
        ),
      { timeoutMs: CLEAR_TIMEOUT_MS },
    );
    if (!row?.gone) return;
  }
}
