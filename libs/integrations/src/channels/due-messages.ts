import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import { fromTimestamp, newId, toTimestamp, type Tx } from '#lib/platform';
import type { ChannelRow } from './channel.js';
import type { NoticeSeverity } from './message.js';
import { quietUntil } from './timing.js';

/** So many messages an hour are sent at once; what comes beyond waits and is one message then. */
export const MOST_AN_HOUR = 6;
const HOUR_MS = 3_600_000;
const LEASE_MS = 60_000;
const AT_ONCE = 8;

/**
 * Makes messages of what waits: one for each channel that is due, of everything that came. One that
 * rests by its quiet hours, or was sent many within an hour, is due later.
 */
export async function makeMessages(tx: Tx, program: ProgramId, now: Instant): Promise<void> {
  const due = await tx.query<ChannelRow>(
    `SELECT * FROM channel WHERE program_id = $1 AND due_at <= $2 AND disabled_at IS NULL
      ORDER BY due_at FOR UPDATE SKIP LOCKED`,
    [program, toTimestamp(now)],
  );
  for (const channel of due) {
    const later = await heldUntil(tx, program, channel, now);
    if (later === undefined) await makeMessage(tx, program, channel.id, now);
    await tx.query('UPDATE channel SET due_at = $3 WHERE program_id = $1 AND id = $2', [
      ...[program, channel.id, later === undefined ? null : toTimestamp(later)],
    ]);
  }
}

async function heldUntil(
  tx: Tx,
  program: ProgramId,
  { id, quiet, how }: ChannelRow,
  now: Instant,
): Promise<Instant | undefined> {
  const rests = quiet ? quietUntil(now, quiet) : undefined;
  if (rests !== undefined || how.mode === 'digest') return rests;
  const latest = await tx.query<{ made_at: Date }>(
    `SELECT made_at FROM channel_message
      WHERE program_id = $1 AND channel = $2 AND made_at > $3 AND notices > 0
      ORDER BY made_at DESC LIMIT ${MOST_AN_HOUR}`,
    [program, id, toTimestamp(now - HOUR_MS)],
  );
  const first = latest[MOST_AN_HOUR - 1];
  return first && fromTimestamp(first.made_at) + HOUR_MS;
}

async function makeMessage(
  tx: Tx,
  program: ProgramId,
  channel: string,
  now: Instant,
): Promise<void> {
  const message = newId();
  const taken = await tx.query(
    `UPDATE channel_notice SET message = $3
      WHERE program_id = $1 AND channel = $2 AND message IS NULL RETURNING 1`,
    [program, channel, message],
  );
  if (taken.length === 0) return;
  await tx.query(
    `INSERT INTO channel_message (program_id, channel, id, notices, made_at, status, due_at)
     VALUES ($1, $2, $3, $4, $5, 'waiting', $5)`,
    [program, channel, message, taken.length, toTimestamp(now)],
  );
}

/** A message that is being sent; nobody else sends it while its lease lasts. */
export interface ClaimedMessage extends ChannelRow {
  readonly message: string;
  /** 0: it is a test. */
  readonly notices: number;
  readonly attempts: number;
  readonly lease: Date;
}

/** Takes messages that are due. */
export function claimMessages(tx: Tx, program: ProgramId, now: Instant): Promise<ClaimedMessage[]> {
  return tx.query<ClaimedMessage>(
    `WITH ready AS (
       SELECT m.channel, m.id FROM channel_message m
         JOIN channel c ON c.program_id = m.program_id AND c.id = m.channel AND c.disabled_at IS NULL
        WHERE m.program_id = $1 AND m.due_at <= $2
        ORDER BY m.due_at LIMIT ${AT_ONCE} FOR UPDATE OF m SKIP LOCKED)
     UPDATE channel_message m SET due_at = $3, attempts = m.attempts + 1
       FROM ready JOIN channel c ON c.program_id = $1 AND c.id = ready.channel
      WHERE m.program_id = $1 AND m.channel = ready.channel AND m.id = ready.id
     RETURNING c.*, m.id AS message, m.notices, m.attempts, m.due_at AS lease`,
    [program, toTimestamp(now), toTimestamp(now + LEASE_MS)],
  );
}

/** What a message tells, the name of each unit with it; of what is of the whole program both are null. */
export interface NoticeRow {
  readonly type: string;
  readonly unit: UnitKey | null;
  readonly name: string | null;
  readonly severity: NoticeSeverity;
  readonly data: Readonly<Record<string, unknown>>;
}

export function noticesOf(
  tx: Tx,
  program: ProgramId,
  { id, message }: Pick<ClaimedMessage, 'id' | 'message'>,
): Promise<NoticeRow[]> {
  return tx.query<NoticeRow>(
    `SELECT n.type, n.unit, coalesce(unit.name, n.unit) AS name, n.severity, n.data
       FROM channel_notice n
       LEFT JOIN unit ON unit.program_id = n.program_id AND unit.unit = n.unit
      WHERE n.program_id = $1 AND n.channel = $2 AND n.message = $3 ORDER BY n.id`,
    [program, id, message],
  );
}

/** Whether anything is to be made or sent now. */
export async function anyMessageDue(tx: Tx, program: ProgramId, now: Instant): Promise<boolean> {
  const rows = await tx.query(
    `SELECT FROM channel c
      WHERE c.program_id = $1 AND c.disabled_at IS NULL AND (c.due_at <= $2 OR EXISTS (
        SELECT FROM channel_message m
         WHERE m.program_id = $1 AND m.channel = c.id AND m.due_at <= $2)) LIMIT 1`,
    [program, toTimestamp(now)],
  );
  return rows.length > 0;
}
