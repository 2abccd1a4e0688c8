import type { ProgramId, UnitKey } from '#lib/domain';
import type { Database, Tx } from '#lib/platform';

/**
 * Which units somebody sees: all of a program, or those under some units (these included) by the tree
 * as it stands now, whatever time is asked about. A unit out of sight is not there: it is neither
 * listed nor counted, and asking for it is asking for one that was never registered.
 */
export type Sight = 'everything' | readonly UnitKey[];

/** Who reads: a program, and what is seen of it. */
export interface Viewer {
  readonly program: ProgramId;
  readonly sight: Sight;
}

/** How far somebody may change things: the units in sight, and the only milestones that may be recorded (null: any). */
export interface Reach {
  readonly sight: Sight;
  readonly milestones: readonly string[] | null;
  /** Of what was recorded, it may take back only its own. */
  readonly ownOnly?: true;
  /** It may take back comments of its own, and nothing else. */
  readonly ownComments?: true;
}

/** One who sees the whole program, as its own processes do. */
export function wholeOf(program: ProgramId): Viewer {
  return { program, sight: 'everything' };
}

/** The units in sight; undefined where that is everything. Units that are retired are among them. */
export async function unitsInSight(
  tx: Tx,
  { program, sight }: Viewer,
): Promise<ReadonlySet<UnitKey> | undefined> {
  if (sight === 'everything') return undefined;
  const rows = await tx.query<{ unit: UnitKey }>(
    `WITH RECURSIVE below AS (
       SELECT unit FROM unit WHERE program_id = $1 AND unit = ANY ($2)
       UNION
       SELECT child.unit FROM below
         JOIN unit AS child ON child.program_id = $1 AND child.parent = below.unit
     ) SELECT unit FROM below`,
    [program, sight],
  );
  return new Set(rows.map(({ unit }) => unit));
}

/** Those of some units that are in sight; such as were never registered are not. */
export async function inSight(
  tx: Tx,
  { program, sight }: Viewer,
  units: readonly UnitKey[],
): Promise<ReadonlySet<UnitKey>> {
  if (sight === 'everything') return new Set(units);
  const rows = await tx.query<{ unit: UnitKey }>(
    `WITH RECURSIVE above AS (
       SELECT unit AS asked, unit, parent FROM unit WHERE program_id = $1 AND unit = ANY ($3)
       UNION
       SELECT above.asked, unit.unit, unit.parent FROM above
         JOIN unit ON unit.program_id = $1 AND unit.unit = above.parent
     ) SELECT DISTINCT asked AS unit FROM above WHERE unit = ANY ($2)`,
    [program, sight, units],
  );
  return new Set(rows.map(({ unit }) => unit));
}

/** Tells what is in sight, in transactions of its own. */
export class Sights {
  constructor(private readonly database: Database) {}

  /** Whether a unit is in sight; one that was never registered is not, unless everything is. */
  async sees(viewer: Viewer, unit: UnitKey): Promise<boolean> {
    if (viewer.sight === 'everything') return true;
    const seen = await this.database.inProgram(
      viewer.program,
      (tx) => inSight(tx, viewer, [unit]),
      { readOnly: true },
    );
    return seen.has(unit);
  }
}
