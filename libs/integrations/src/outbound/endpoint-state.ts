import type { Instant, ProgramId } from '#lib/domain';
import { fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import { failsTooLong } from './schedule.js';
import type { DisabledBecause } from './subscription.js';

/** How an endpoint did. */
export type Fared =
  | { readonly kind: 'took' }
  | { readonly kind: 'failed'; readonly restsUntil?: Instant | undefined }
  | { readonly kind: 'gone' };

/** How an endpoint did that did not take what was sent. */
export type Failed = Exclude<Fared, { readonly kind: 'took' }>;

/**
 * Notes with a subscription that its endpoint is well, or holds it for `noteFailed`; before its
 * delivery is written to. Who takes a subscription away or disables it takes the two in this order as
 * well: the other way round, each would wait for the other.
 */
export async function beginNoting(
  tx: Tx,
  program: ProgramId,
  subscription: string,
  fared: Fared,
): Promise<void> {
  const sql =
    fared.kind === 'took'
      ? `UPDATE subscription SET failing_since = NULL
          WHERE program_id = $1 AND id = $2 AND failing_since IS NOT NULL`
      : 'SELECT FROM subscription WHERE program_id = $1 AND id = $2 FOR NO KEY UPDATE';
  await tx.query(sql, [program, subscription]);
}

/**
 * Notes with a subscription how its endpoint failed.
 * @returns why it is disabled with this; undefined when it is not, or was before
 */
export async function noteFailed(
  tx: Tx,
  program: ProgramId,
  subscription: string,
  fared: Failed,
  now: Instant,
): Promise<DisabledBecause | undefined> {
  const rest = fared.kind === 'failed' ? fared.restsUntil : undefined;
  const [row] = await tx.query<{ failing_since: Date }>(
    `UPDATE subscription SET failing_since = coalesce(failing_since, $3),
            rests_until = greatest(rests_until, $4)
      WHERE program_id = $1 AND id = $2 AND disabled_at IS NULL RETURNING failing_since`,
    [program, subscription, toTimestamp(now), rest === undefined ? null : toTimestamp(rest)],
  );
  if (!row) return undefined;
  const failing = failsTooLong(now, fromTimestamp(row.failing_since));
  if (fared.kind !== 'gone' && !failing) return undefined;
  const because = fared.kind === 'gone' ? 'gone' : 'failing';
  await tx.query(
    `UPDATE subscription SET disabled_at = $3, disabled_because = $4
      WHERE program_id = $1 AND id = $2`,
    [program, subscription, toTimestamp(now), because],
  );
  await tx.query(
    `UPDATE subscription_delivery SET status = 'failed', due_at = NULL,
            reason = coalesce(reason, 'The subscription was disabled before this was sent.')
      WHERE program_id = $1 AND subscription = $2 AND status = 'waiting'`,
    [program, subscription],
  );
  return because;
}
