import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { UnknownUnit } from '../errors.js';
import { type Asked, type Moment, Moments } from '../moment.js';
import { timestamp } from '../rows.js';
import { requireSeen } from '../seen.js';
import { inSight, unitsInSight, type Viewer } from '../sight.js';
import { type CurrentUnit, type UnitInTree, withOwners } from './unit.query.js';

/**
 * One unit as of one instant and as known at another: its name, kind, tags, place and whether it was
 * retired; models, owner and version are as they are now.
 * @throws UnknownUnit, also where it was not registered then; KnownAtInFuture
 */
export class UnitThenQuery extends Query<UnitInTree> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly asked: Asked,
  ) {
    super();
  }
}

/** `$2` is the instant, `$3` the position. */
const STANDS = (row: string) =>
  `${row}.program_id = $1 AND ${row}.known_from <= $3 AND ${row}.known_until > $3
   AND ${row}.valid_from <= $2 AND ${row}.valid_until > $2`;

@QueryHandler(UnitThenQuery)
export class UnitThenQueryHandler implements IQueryHandler<UnitThenQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ viewer, unit, asked }: UnitThenQuery): Promise<UnitInTree> {
    const { program } = viewer;
    const { database, log } = this.moments;
    const moment = await this.moments.settle(program, asked);
    return database.inProgram(
      program,
      async (tx) => {
        await requireSeen(tx, viewer, unit);
        const at = [program, timestamp(moment.asOf), moment.position] as const;
        const rows = await tx.query<CurrentUnit>(
          `SELECT state.unit, unit.version, state.name, state.kind, state.parent, state.tags,
                  unit.models, unit.owner, state.retired
             FROM unit_state AS state JOIN unit ON unit.program_id = $1 AND unit.unit = state.unit
            WHERE ${STANDS('state')} AND state.unit = $4`,
          [...at, unit],
        );
        const [found] = await withOwners(tx, log, program, rows);
        if (!found) throw new UnknownUnit(unit, '?asOf');
        const path = await pathThen(tx, viewer, unit, moment);
        const parent = path.at(-1)?.unit === found.parent ? found.parent : null;
        return { ...found, parent, path, children: await childrenThen(tx, viewer, unit, moment) };
      },
      { readOnly: true },
    );
  }
}

/** The units above it then, from the nearest up as far as they are in sight; the topmost first. */
async function pathThen(
  tx: Tx,
  viewer: Viewer,
  unit: UnitKey,
  { asOf, position }: Moment,
): Promise<UnitInTree['path']> {
  const above = await tx.query<{ unit: UnitKey; name: string }>(
    `WITH RECURSIVE above AS (
       SELECT state.unit, state.parent, state.name, 0 AS steps FROM unit_state AS state
        WHERE ${STANDS('state')} AND state.unit = $4
       UNION ALL
       SELECT state.unit, state.parent, state.name, above.steps + 1
         FROM above JOIN unit_state AS state ON ${STANDS('state')} AND state.unit = above.parent
     ) CYCLE unit SET again USING passed
     SELECT unit, name FROM above WHERE steps > 0 AND NOT again ORDER BY steps`,
    [viewer.program, timestamp(asOf), position, unit],
  );
  const seen = await inSight(
    tx,
    viewer,
    above.map((one) => one.unit),
  );
  const hidden = above.findIndex((one) => !seen.has(one.unit));
  return (hidden < 0 ? above : above.slice(0, hidden)).toReversed();
}

async function childrenThen(
  tx: Tx,
  viewer: Viewer,
  unit: UnitKey,
  { asOf, position }: Moment,
): Promise<number> {
  const seen = await unitsInSight(tx, viewer);
  const [row] = await tx.query<{ children: number }>(
    `SELECT count(*)::integer AS children FROM unit_state AS state
      WHERE ${STANDS('state')} AND state.parent = $4 AND NOT state.retired
        AND ($5::text[] IS NULL OR state.unit = ANY ($5))`,
    [viewer.program, timestamp(asOf), position, unit, seen === undefined ? null : [...seen]],
  );
  return row?.children ?? 0;
}
