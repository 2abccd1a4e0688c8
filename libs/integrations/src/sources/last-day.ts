import type { Instant } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { DeliveryStatus } from '../deliveries/outcome.js';
import type { ByStatus } from './source.js';

const DAY_MS = 86_400_000;

/** Where nothing came. */
export const NONE_OF_ANY: ByStatus = {
  ...{ received: 0, recorded: 0, ignored: 0, unmatched: 0, rejected: 0, failed: 0 },
};

/** How many deliveries of the last 24 hours stand where, by source; those without any are left out. */
export async function lastDays(
  tx: Tx,
  program: string,
  sources: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, ByStatus>> {
  const rows = await tx.query<{
    readonly source: string;
    readonly status: DeliveryStatus;
    readonly deliveries: number;
  }>(
    `SELECT source, status, count(*)::int AS deliveries FROM delivery
      WHERE program_id = $1 AND source = ANY($2::uuid[]) AND id >= $3 GROUP BY source, status`,
    [program, sources, firstIdOf(now - DAY_MS)],
  );
  const days = new Map<string, ByStatus>();
  for (const { source, status, deliveries } of rows) {
    days.set(source, { ...(days.get(source) ?? NONE_OF_ANY), [status]: deliveries });
  }
  return days;
}

/** The id below all that are made from an instant on: they begin with their milliseconds. */
function firstIdOf(instant: Instant): string {
  const hex = Math.max(0, Math.floor(instant)).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
