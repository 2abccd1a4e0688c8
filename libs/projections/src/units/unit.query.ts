import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ModelId, Owner, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { UnknownUnit } from '../errors.js';
import { maskParents } from '../log/masked.js';
import { Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import { inSight, type Viewer } from '../sight.js';

/** A unit as it is known now. */
export interface CurrentUnit {
  readonly unit: UnitKey;
  /** Counts its events; the `ETag`. */
  readonly version: number;
  readonly name: string;
  readonly kind: string;
  readonly parent: UnitKey | null;
  readonly tags: readonly string[];
  /** Its own choice; empty: it follows what its parent follows. */
  readonly models: readonly ModelId[];
  readonly owner: Owner | null;
  readonly retired: boolean;
}

export const UNIT_COLUMNS = 'unit, version, name, kind, parent, tags, models, owner, retired';

/** Units by their keys, as known at the head of the transaction, owners in clear. */
export async function currentUnits(
  tx: Tx,
  log: Pick<EventLog, 'owners'>,
  program: ProgramId,
  units: readonly UnitKey[],
): Promise<ReadonlyMap<UnitKey, CurrentUnit>> {
  const rows = await tx.query<CurrentUnit>(
    `SELECT ${UNIT_COLUMNS} FROM unit WHERE program_id = $1 AND unit = ANY ($2)`,
    [program, units],
  );
  const clear = await withOwners(tx, log, program, rows);
  return new Map(clear.map((row) => [row.unit, row]));
}

/** Unseals the owners of some rows. */
export async function withOwners(
  tx: Tx,
  log: Pick<EventLog, 'owners'>,
  program: ProgramId,
  rows: readonly CurrentUnit[],
): Promise<readonly CurrentUnit[]> {
  const owned = rows.filter((row) => row.owner !== null);
  if (owned.length === 0) return rows;
  const owners = await log.owners(
    tx,
    program,
    owned.map((row) => row.owner as Owner),
  );
  const byUnit = new Map(owned.map((row, index) => [row.unit, owners[index] as Owner]));
  return rows.map((row) => ({ ...row, owner: byUnit.get(row.unit) ?? null }));
}

/** A unit and its place in the tree as it is now. */
export interface UnitInTree extends CurrentUnit {
  /** The units above it that are in sight, from the topmost down. */
  readonly path: readonly { readonly unit: UnitKey; readonly name: string }[];
  /** How many units lie right under it, retired ones left out. */
  readonly children: number;
}

/** One unit as it is known now; its parent is null where that is out of sight. @throws UnknownUnit */
export class UnitQuery extends Query<UnitInTree> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
  ) {
    super();
  }
}

@QueryHandler(UnitQuery)
export class UnitQueryHandler implements IQueryHandler<UnitQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, unit }: UnitQuery): Promise<UnitInTree> {
    const { program } = viewer;
    const { database, log } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        await requireSeen(tx, viewer, unit);
        const units = await currentUnits(tx, log, program, [unit]);
        const [found] = await maskParents(tx, viewer, [...units.values()]);
        if (!found) throw new UnknownUnit(unit);
        const [path, children] = await Promise.all([
          pathTo(tx, viewer, unit),
          countChildren(tx, program, unit),
        ]);
        return { ...found, path, children };
      },
      { readOnly: true },
    );
  }
}

async function pathTo(tx: Tx, viewer: Viewer, unit: UnitKey): Promise<UnitInTree['path']> {
  const above = await tx.query<{ unit: UnitKey; name: string }>(
    `WITH RECURSIVE above AS (
       SELECT parent, 0 AS steps FROM unit WHERE program_id = $1 AND unit = $2
       UNION ALL
       SELECT unit.parent, above.steps + 1 FROM above
         JOIN unit ON unit.program_id = $1 AND unit.unit = above.parent
     ) CYCLE parent SET again USING passed
     SELECT unit.unit, unit.name FROM above
       JOIN unit ON unit.program_id = $1 AND unit.unit = above.parent
      WHERE NOT above.again ORDER BY above.steps DESC`,
    [viewer.program, unit],
  );
  const seen = await inSight(
    tx,
    viewer,
    above.map((one) => one.unit),
  );
  return above.filter((one) => seen.has(one.unit));
}

async function countChildren(tx: Tx, program: ProgramId, unit: UnitKey): Promise<number> {
  const [row] = await tx.query<{ children: number }>(
    `SELECT count(*)::integer AS children FROM unit
      WHERE program_id = $1 AND parent = $2 AND NOT retired`,
    [program, unit],
  );
  return row?.children ?? 0;
}
