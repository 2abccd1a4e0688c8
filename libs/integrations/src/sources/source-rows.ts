import { addDuration, type Instant, parseDuration } from '#lib/domain';
import { fromTimestamp, type Tx } from '#lib/platform';
import type { SourceKind } from '../mappings/tool-delivery.js';
import type { Poll } from '../polling/poll.js';
import type { SourceSecret } from './secrets.js';
import type { ByStatus, Health, Source } from './source.js';
import type { Refused } from './why-refused.js';

/** A row of `source` with what is read beside it. */
export interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly secrets: Buffer;
  readonly version: number;
  readonly organization: string | null;
  readonly mapping: number;
  readonly rules: readonly unknown[];
  readonly silent_after: string | null;
  readonly silent_since: Date | null;
  readonly made_at: Date;
  readonly changed_at: Date;
  readonly last_delivery_at: Date | null;
  /** Of its last deliveries: how many there are, and the longest time between two, in milliseconds. */
  readonly heard: number;
  readonly longest_gap: number | null;
  readonly waiting: Readonly<Partial<Record<string, number>>>;
}

/** The rhythm of a source is learned from so many of its last deliveries, once there are enough. */
const RHYTHM_OF = 500;
const ENOUGH = 20;
const DAY_MS = 86_400_000;

const ROWS = `
SELECT s.id, s.name, s.kind, s.secrets, s.version, s.organization, s.mapping, m.rules, s.silent_after, s.silent_since,
       s.made_at, s.changed_at,
       coalesce((SELECT d.received_at FROM delivery d WHERE d.program_id = s.program_id AND d.source = s.id
                    AND NOT d.polled ORDER BY d.id DESC LIMIT 1), s.last_cleared_at) AS last_delivery_at,
       coalesce((SELECT jsonb_object_agg(w.status, w.deliveries) FROM (
         SELECT d.status, count(*) AS deliveries FROM delivery d
          WHERE d.program_id = s.program_id AND d.source = s.id
            AND d.status IN ('received', 'unmatched', 'rejected', 'failed')
          GROUP BY d.status) w), '{}') AS waiting,
       rhythm.heard, rhythm.longest_gap
  FROM source s
  JOIN source_mapping m ON m.program_id = s.program_id AND m.source = s.id AND m.version = s.mapping
 CROSS JOIN LATERAL (
   SELECT count(*) AS heard, (extract(epoch FROM max(gap)) * 1000)::float8 AS longest_gap
     FROM (SELECT received_at - lag(received_at) OVER (ORDER BY id) AS gap
             FROM (SELECT d.id, d.received_at FROM delivery d
                    WHERE d.program_id = s.program_id AND d.source = s.id AND NOT d.polled
                    ORDER BY d.id DESC LIMIT ${RHYTHM_OF}) latest) gaps) rhythm
 WHERE s.program_id = $1`;

/** One source; undefined when there is none of that name. */
export async function sourceRow(
  tx: Tx,
  program: string,
  name: string,
): Promise<SourceRow | undefined> {
  const [row] = await tx.query<SourceRow>(`${ROWS} AND s.name = $2`, [program, name]);
  return row;
}

/** Sources after the one of the name `after`, by name. */
export function sourceRows(
  tx: Tx,
  program: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<SourceRow[]> {
  return tx.query<SourceRow>(`${ROWS} AND s.name > $2 ORDER BY s.name LIMIT $3`, [
    ...[program, after ?? '', limit],
  ]);
}

/** The source of a row as it is looked at. */
export function toSource(
  row: SourceRow,
  {
    secrets,
    poll,
    lastDay,
    refused,
    now,
  }: {
    readonly secrets: readonly SourceSecret[];
    readonly poll: Poll | null;
    readonly lastDay: ByStatus;
    readonly refused: readonly Refused[];
    readonly now: Instant;
  },
): Source {
  const { id, name, kind, organization, version } = row;
  return {
    ...{ id, name, kind, organization, version },
    mapping: { version: row.mapping, rules: row.rules },
    silentAfter: row.silent_after,
    poll,
    previousEndsAt: secrets.find(({ until }) => until !== null)?.until ?? null,
    madeAt: fromTimestamp(row.made_at),
    changedAt: fromTimestamp(row.changed_at),
    health: { ...healthOf(row, now), lastDay, refused },
  };
}

/** How a source fares. */
export function healthOf(row: SourceRow, now: Instant): Health {
  const { received = 0, unmatched = 0, rejected = 0, failed = 0 } = row.waiting;
  const last = row.last_delivery_at === null ? null : fromTimestamp(row.last_delivery_at);
  const expectedBy = expectedOf(row, last);
  return {
    lastDeliveryAt: last,
    expectedBy,
    silent: expectedBy !== null && expectedBy < now,
    ...{ received, unmatched, rejected, failed },
  };
}

/** By when something should come: as was said, or at three times the longest silence so far, a day at least. */
function expectedOf(
  { silent_after, made_at, heard, longest_gap }: SourceRow,
  last: Instant | null,
) {
  const allowed = silent_after === null ? undefined : parseDuration(silent_after);
  // before anything came, it has been silent since it was made
  if (allowed) return addDuration(last ?? fromTimestamp(made_at), allowed);
  if (last === null || heard < ENOUGH || longest_gap === null) return null;
  return last + Math.max(DAY_MS, Math.round(3 * longest_gap));
}
