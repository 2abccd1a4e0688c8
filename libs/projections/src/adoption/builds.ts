import type { Instant, ModelId, Position, ProgramId, UnitKey } from '#lib/domain';
import { fromTimestamp, newId, type Tx, toTimestamp } from '#lib/platform';

/** A version of a model that is to be put in force. */
export interface Wish {
  readonly model: ModelId;
  readonly version: number;
  /** The id of the key that asked for it. */
  readonly requestedBy: string;
  readonly requestedAt: Instant;
}

/** How far a wish has come. */
export interface ModelBuild extends Wish {
  readonly id: string;
  /** `replaying`: the standings under it are being built. The last two are over, their rows not yet cleared. */
  readonly state: 'replaying' | 'failed' | 'done' | 'dropped';
  /** Why it failed. */
  readonly reason: string | null;
  /** The position as known at which the rows are right; null before it is begun. */
  readonly builtTo: Position | null;
  /** The last unit of the first pass that is done. */
  readonly through: UnitKey | '';
  /** Whether the first pass is through. */
  readonly whole: boolean;
}

interface Row {
  readonly id: string;
  readonly model: ModelId;
  readonly version: number;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly state: ModelBuild['state'];
  readonly reason: string | null;
  readonly built_to: Position | null;
  readonly through: UnitKey | '';
  readonly whole: boolean;
}

/** The wishes of a program that are not over, in the order in which they came; with `over`, those too. */
export async function modelBuilds(
  tx: Tx,
  program: ProgramId,
  { over = false } = {},
): Promise<readonly ModelBuild[]> {
  const rows = await tx.query<Row>(
    'SELECT * FROM model_build WHERE program_id = $1 ORDER BY requested_at, model',
    [program],
  );
  return rows.map(toBuild).filter(({ state }) => over || !isOver(state));
}

/** One wish as it stands now, locked; undefined when another took its place. */
export async function lockBuild(
  tx: Tx,
  program: ProgramId,
  id: string,
): Promise<ModelBuild | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT * FROM model_build WHERE program_id = $1 AND id = $2 AND state = 'replaying' FOR UPDATE`,
    [program, id],
  );
  return row && toBuild(row);
}

/** Keeps a wish, in the place of any other for the same model; one for the same version goes on. */
export async function wishFor(tx: Tx, program: ProgramId, wish: Wish): Promise<void> {
  await tx.query(
    `INSERT INTO model_build AS old (program_id, model, id, version, requested_by, requested_at, state)
     VALUES ($1, $2, $3, $4, $5, $6, 'replaying')
     ON CONFLICT (program_id, model) DO UPDATE
        SET id = excluded.id, version = excluded.version, requested_by = excluded.requested_by,
            requested_at = excluded.requested_at, state = 'replaying', reason = NULL,
            built_to = NULL, through = '', whole = false, ready_at = NULL
      WHERE old.version <> excluded.version OR old.state <> 'replaying'`,
    [program, wish.model, newId(), wish.version, wish.requestedBy, toTimestamp(wish.requestedAt)],
  );
}

/** Gives up whatever is wished for a model. */
export async function dropWish(tx: Tx, program: ProgramId, model: ModelId): Promise<void> {
  await tx.query(
    `UPDATE model_build SET state = 'dropped' WHERE program_id = $1 AND model = $2 AND state <> 'done'`,
    [program, model],
  );
}

/** Says why a wish cannot come true. */
export async function failBuild(
  tx: Tx,
  program: ProgramId,
  id: string,
  reason: string,
): Promise<void> {
  await tx.query(
    `UPDATE model_build SET state = 'failed', reason = $3 WHERE program_id = $1 AND id = $2`,
    [program, id, reason],
  );
}

/** Forgets a wish that is over. */
export async function forgetBuild(tx: Tx, program: ProgramId, id: string): Promise<void> {
  await tx.query(
    `DELETE FROM model_build WHERE program_id = $1 AND id = $2 AND state IN ('done', 'dropped')`,
    [program, id],
  );
}

function isOver(state: ModelBuild['state']): boolean {
  return state === 'done' || state === 'dropped';
}

function toBuild(row: Row): ModelBuild {
  const { id, model, version, state, reason, through, whole } = row;
  return {
    ...{ id, model, version, state, reason, through, whole },
    builtTo: row.built_to,
    requestedBy: row.requested_by,
    requestedAt: fromTimestamp(row.requested_at),
  };
}
