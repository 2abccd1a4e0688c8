import type { Instant, Position, ProgramId } from '#lib/domain';
import { fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import { changedNotices } from '../notices/changed-notices.js';
import type { ChangedAlerts } from './alert-signals.js';

/** Up to where the advice of a program is computed. */
export interface Advised {
  readonly position: Position;
  /** The calendar was looked at up to here; `-Infinity`: never. */
  readonly lookedAt: Instant;
}

/** Up to where a program's log and calendar have been told. */
export interface Place {
  readonly position: Position;
  readonly passedAt: Instant;
  /** The advice whose alerts were told; null: none. */
  readonly advised: Advised | null;
}

interface Row {
  readonly position: Position;
  readonly passed_at: Date;
  readonly advised_position: Position | null;
  readonly advised_at: Date | number | null;
}

/** The place of a program; undefined: nobody was ever told anything. */
export async function placeOf(
  tx: Tx,
  program: ProgramId,
  { locked = false } = {},
): Promise<Place | undefined> {
  const [row] = await tx.query<Row>(
    `SELECT position, passed_at, advised_position, advised_at FROM told_place
      WHERE program_id = $1 ${locked ? 'FOR UPDATE' : ''}`,
    [program],
  );
  if (!row) return undefined;
  const { position, passed_at, advised_position, advised_at } = row;
  const known = advised_position !== null && advised_at !== null;
  const advised = known
    ? { position: advised_position, lookedAt: fromTimestamp(advised_at) }
    : null;
  return { position, passedAt: fromTimestamp(passed_at), advised };
}

/** Moves the place of a program. */
export async function movePlace(tx: Tx, program: ProgramId, to: Place): Promise<void> {
  const { position, passedAt, advised } = to;
  await tx.query(
    `INSERT INTO told_place (program_id, position, passed_at, advised_position, advised_at)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (program_id) DO UPDATE
        SET position = $2, passed_at = $3, advised_position = $4, advised_at = $5`,
    [
      ...[program, position, toTimestamp(passedAt), advised?.position ?? null],
      advised && toTimestamp(advised.lookedAt),
    ],
  );
}

/** Whether the alerts of an advice were told. */
export function isTold({ advised }: Place, { position, lookedAt }: Advised): boolean {
  return advised?.position === position && advised.lookedAt === lookedAt;
}

/**
 * Makes sure that whoever is told from now on is told nothing of before: where nobody is told, the
 * place goes to the present.
 * @returns the head of the log
 */
export async function beginTelling(
  tx: Tx,
  program: ProgramId,
  now: Instant,
  changedAlerts: ChangedAlerts,
): Promise<Position> {
  const [head] = await tx.query<{ position: Position; told: boolean }>(
    `SELECT position, EXISTS (SELECT FROM subscription
        WHERE program_id = $1 AND disabled_at IS NULL) OR EXISTS (SELECT FROM channel
        WHERE program_id = $1 AND disabled_at IS NULL) AS told
       FROM feed_head WHERE program_id = $1`,
    [program],
  );
  const position = head?.position ?? 0;
  if (!head?.told) {
    await movePlace(tx, program, { position, passedAt: now, advised: null });
    await changedAlerts(tx, program);
    await changedNotices(tx, program, now);
  }
  return position;
}
