import {
  FOREVER,
  type KnownTarget,
  type Owner,
  type Position,
  type ProgramId,
  type Target,
  type TargetGoal,
  type TargetMove,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { milliseconds, STILL_KNOWN, timestamp } from '../rows.js';

interface StoredRow {
  readonly unit: UnitKey;
  readonly target: string;
  readonly goal: TargetGoal;
  readonly due: string | null;
  readonly first_due: string | null;
  readonly moves: readonly TargetMove[];
  readonly owner: Owner | null;
  readonly set_at: Date | number;
  readonly changed_at: Date | number;
}

/**
 * The targets that were known at a position, in the order of unit and key; owners stay sealed.
 * @param units only theirs; absent: all of the program
 */
export async function targetsKnown(
  tx: Tx,
  program: ProgramId,
  position: Position,
  units?: readonly UnitKey[],
): Promise<readonly Target[]> {
  const rows = await tx.query<StoredRow>(
    `SELECT unit, target, goal, due, first_due, moves, owner, set_at, changed_at FROM target
      WHERE program_id = $1 AND known_from <= $2 AND known_until > $2
        AND ($3::text[] IS NULL OR unit = ANY ($3))
      ORDER BY unit, target`,
    [program, position, units ?? null],
  );
  return rows.map(({ first_due, set_at, changed_at, ...row }) => ({
    ...row,
    firstDue: first_due,
    setAt: milliseconds(set_at),
    changedAt: milliseconds(changed_at),
  }));
}

/** Writes what became of targets after a position; rows up to there stand already. */
export async function writeTargets(
  tx: Tx,
  program: ProgramId,
  history: readonly KnownTarget[],
  after: Position,
): Promise<void> {
  const ended = history.filter((one) => one.knownFrom <= after && one.knownUntil > after);
  const gone = ended.filter((one) => one.knownUntil < FOREVER);
  if (gone.length > 0) {
    await tx.query(
      `UPDATE target AS row SET known_until = ended.known_until
         FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[])
           AS ended (unit, target, known_from, known_until)
        WHERE row.program_id = $1 AND row.unit = ended.unit AND row.target = ended.target
          AND row.known_from = ended.known_from`,
      [
        program,
        gone.map(({ target }) => target.unit),
        gone.map(({ target }) => target.target),
        gone.map(({ knownFrom }) => knownFrom),
        gone.map(({ knownUntil }) => knownUntil),
      ],
    );
  }
  const added = history.filter(({ knownFrom }) => knownFrom > after);
  if (added.length === 0) return;
  const columns = [
    added.map(({ target }) => target.unit),
    added.map(({ target }) => target.target),
    added.map(({ knownFrom }) => knownFrom),
    added.map(({ knownUntil }) => (knownUntil === FOREVER ? STILL_KNOWN : knownUntil)),
    added.map(({ target }) => JSON.stringify(target.goal)),
    added.map(({ target }) => target.due),
    added.map(({ target }) => target.firstDue),
    added.map(({ target }) => JSON.stringify(target.moves)),
    added.map(({ target }) => (target.owner === null ? null : JSON.stringify(target.owner))),
    added.map(({ target }) => timestamp(target.setAt)),
    added.map(({ target }) => timestamp(target.changedAt)),
  ];
  await tx.query(
    `INSERT INTO target (program_id, unit, target, known_from, known_until, goal, due, first_due, moves, owner, set_at, changed_at)
     SELECT $1, row.* FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::jsonb[],
       $7::text[], $8::text[], $9::jsonb[], $10::jsonb[], $11::timestamptz[], $12::timestamptz[]) AS row`,
    [program, ...columns],
  );
}
