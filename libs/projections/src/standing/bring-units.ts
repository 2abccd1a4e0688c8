import type { Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { type CatalogueSource, CatalogueHistory } from '../catalogue-reader.js';
import { type Behind, type Counted, StandingProjection } from './standing.projection.js';
import { World } from '../world.js';

/** Where the log and the models are read. */
export interface Sources {
  readonly log: EventLog;
  readonly catalogue: CatalogueSource;
}

/** What is known of some units beforehand. */
export interface Narrow {
  /** Up to here their rows are right, even where they were written less far. */
  readonly after?: Position;
  readonly counted?: Counted;
}

/** Writes the standings of some units up to a position; those that are written that far are left alone. */
export async function bringUnits(
  tx: Tx,
  sources: Sources,
  program: ProgramId,
  units: readonly UnitKey[],
  upTo: Position,
  narrow: Narrow = {},
): Promise<void> {
  const { after = 0, counted } = narrow;
  // a plan for any list of units would take the tables for smaller than they are
  await tx.query('SET LOCAL plan_cache_mode = force_custom_plan');
  const late = (await behind(tx, program, units))
    .filter(({ from }) => from < upTo)
    .map(({ unit, from }) => ({ unit, from: from === 0 ? 0 : Math.max(from, after) }));
  if (late.length === 0) return;
  const from = Math.min(...late.map((unit) => unit.from));
  const catalogue = await CatalogueHistory.load(tx, sources.catalogue, program, from, upTo);
  const { index } = await catalogue.at(upTo);
  const world = await World.load(tx, sources.log, program, {
    units: late.map(({ unit }) => unit),
    upTo,
    reach: { below: index.countsUnits },
  });
  await new StandingProjection(tx, program, world, catalogue).bring(late, upTo, counted);
}

/** How far the standings of some units are written; their rows are locked. */
async function behind(tx: Tx, program: ProgramId, units: readonly UnitKey[]): Promise<Behind[]> {
  if (units.length === 0) return [];
  return tx.query<Behind>(
    `SELECT unit, standings_position AS "from" FROM unit
      WHERE program_id = $1 AND unit = ANY ($2) ORDER BY unit FOR UPDATE`,
    [program, units],
  );
}
