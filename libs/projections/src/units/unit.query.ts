import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ModelId, Owner, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { UnknownUnit } from '../errors.js';
import { maskParents } from '../log/masked.js';
import { Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import type { Viewer } from '../sight.js';

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

/** One unit as it is known now; its parent is null where that is out of sight. @throws UnknownUnit */
export class UnitQuery extends Query<CurrentUnit> {
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

  execute({ viewer, unit }: UnitQuery): Promise<CurrentUnit> {
    const { program } = viewer;
    const { database, log } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        await requireSeen(tx, viewer, unit);
        const units = await currentUnits(tx, log, program, [unit]);
        const [found] = await maskParents(tx, viewer, [...units.values()]);
        if (!found) throw new UnknownUnit(unit);
        return found;
      },
      { readOnly: true },
    );
  }
}
