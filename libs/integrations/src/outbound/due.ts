import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import { toTimestamp, type Tx } from '#lib/platform';
import type { SignalData } from './signal.js';

/** A delivery that is being sent, and whom it is for. Nobody else sends it while its lease lasts. */
export interface Claimed {
  readonly subscription: string;
  readonly name: string;
  readonly sealed: Buffer;
  readonly under: UnitKey | null;
  readonly failing_since: Date | null;
  readonly id: string;
  readonly type: string;
  readonly unit: UnitKey | null;
  readonly happened_at: Date;
  readonly position: Position | null;
  readonly data: SignalData | null;
  /** This one included. */
  readonly attempts: number;
  /** Until when the lease lasts: what died meanwhile is sent again then. */
  readonly due_at: Date;
}

/** So many are sent to an endpoint at once; one that fails is tried with a single one. */
export const PER_ENDPOINT = 4;
/** Longer than sending may take. */
const LEASE_MS = 60_000;

const CLAIM = `
WITH room AS (
  SELECT s.id AS subscription,
         CASE WHEN s.failing_since IS NULL THEN ${PER_ENDPOINT} ELSE 1 END
           - coalesce(($4::jsonb ->> s.id::text)::int, 0) AS places
    FROM subscription s
   WHERE s.program_id = $1 AND s.disabled_at IS NULL
     AND (s.rests_until IS NULL OR s.rests_until <= $2)),
ready AS (
  SELECT due.* FROM room CROSS JOIN LATERAL (
    SELECT d.subscription, d.id FROM subscription_delivery d
     WHERE d.program_id = $1 AND d.subscription = room.subscription AND d.due_at <= $2
     ORDER BY d.due_at, d.id LIMIT greatest(room.places, 0) FOR UPDATE SKIP LOCKED) due
   WHERE room.places > 0
   LIMIT $5)
UPDATE subscription_delivery d SET due_at = $3, attempts = d.attempts + 1
  FROM ready, subscription s
 WHERE d.program_id = $1 AND d.subscription = ready.subscription AND d.id = ready.id
   AND s.program_id = $1 AND s.id = d.subscription
RETURNING d.subscription, s.name, s.sealed, s.under, s.failing_since, d.id, d.type, d.unit, d.happened_at,
          d.position, d.data, d.attempts, d.due_at`;

/**
 * Takes deliveries that are due, for as many as there are places.
 * @param busy how many are being sent to each subscription
 */
export function claim(
  tx: Tx,
  program: ProgramId,
  {
    now,
    busy,
    limit,
  }: {
    readonly now: Instant;
    readonly busy: ReadonlyMap<string, number>;
    readonly limit: number;
  },
): Promise<Claimed[]> {
  return tx.query<Claimed>(CLAIM, [
    ...[program, toTimestamp(now), toTimestamp(now + LEASE_MS)],
    ...[JSON.stringify(Object.fromEntries(busy)), limit],
  ]);
}

/** Whether anything is to be sent now. */
export async function anyDispatchDue(tx: Tx, program: ProgramId, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM subscription_delivery d
       JOIN subscription s ON s.program_id = d.program_id AND s.id = d.subscription
      WHERE d.program_id = $1 AND d.due_at <= $2 AND s.disabled_at IS NULL
        AND (s.rests_until IS NULL OR s.rests_until <= $2) LIMIT 1`,
    [program, toTimestamp(now)],
  );
  return rows.length > 0;
}

/** What came of sending a delivery. */
export interface Sent {
  readonly status: 'waiting' | 'delivered' | 'failed';
  /** When it is sent next. */
  readonly again: Instant | null;
  readonly answered: number | null;
  readonly reason: string | null;
  readonly tookMs: number;
}

/** Writes it, unless it is to be sent again meanwhile: somebody asked for it, or the lease ran out. */
export async function writeSent(
  tx: Tx,
  program: ProgramId,
  { subscription, id, due_at }: Claimed,
  sent: Sent & { readonly at: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE subscription_delivery
        SET status = $5, due_at = $6, answered = $7, reason = $8, took_ms = $9, last_at = $10
      WHERE program_id = $1 AND subscription = $2 AND id = $3 AND due_at = $4`,
    [
      ...[program, subscription, id, due_at, sent.status],
      sent.again === null ? null : toTimestamp(sent.again),
      ...[sent.answered, sent.reason, sent.tookMs, toTimestamp(sent.at)],
    ],
  );
}

/** Gives back what was taken and not sent, as when a worker stops. */
export async function giveBack(
  tx: Tx,
  program: ProgramId,
  { subscription, id, due_at }: Claimed,
  now: Instant,
): Promise<void> {
  await tx.query(
    `UPDATE subscription_delivery SET due_at = $5, attempts = attempts - 1
      WHERE program_id = $1 AND subscription = $2 AND id = $3 AND due_at = $4`,
    [program, subscription, id, due_at, toTimestamp(now)],
  );
}
