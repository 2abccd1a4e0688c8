import type { EventId, Instant } from '#lib/domain';
import { fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import type { FindingOutcome } from './outcome.js';
import { idOf } from './source-id.js';

/** A fact that a delivery tells, what became of it, and whether that was taken back. */
export type ToldFinding = FindingOutcome & {
  /** When it was: by an undo of its source, or by somebody who retracted it. */
  readonly undoneAt?: Instant;
};

/** What of a delivery was taken back after it was recorded. */
export interface Undone {
  /** When the last of it was. */
  readonly at: Instant;
  /** How many of its facts. */
  readonly facts: number;
}

const TAKEN_BACK = `
SELECT f.event, coalesce(f.undone_at, e.recorded_at) AS at
  FROM source_fact f
  LEFT JOIN LATERAL (
    SELECT min(e.recorded_at) AS recorded_at FROM event e
     WHERE e.program_id = $1 AND e.type = 'event.retracted'
       AND e.data ->> 'event' = f.event::text) e ON f.undone_at IS NULL
 WHERE f.program_id = $1 AND f.source = $2 AND f.event = ANY($3::uuid[])
   AND coalesce(f.undone_at, e.recorded_at) IS NOT NULL`;

/** When facts of a source were taken back; those that stand are left out. */
export async function takenBack(
  tx: Tx,
  program: string,
  source: string,
  events: readonly EventId[],
): Promise<ReadonlyMap<EventId, Instant>> {
  if (events.length === 0) return new Map();
  const rows = await tx.query<{ event: EventId; at: Date }>(TAKEN_BACK, [program, source, events]);
  return new Map(rows.map(({ event, at }) => [event, fromTimestamp(at)]));
}

/** Remembers what an undo of a source took back: a target that it put back is told by no retraction. */
export async function keepTakenBack(
  tx: Tx,
  program: string,
  { source, taken, at }: { source: string; taken: readonly EventId[]; at: Instant },
): Promise<void> {
  await tx.query(
    `UPDATE source_fact SET undone_at = $4
      WHERE program_id = $1 AND source = $2 AND event = ANY($3::uuid[])`,
    [program, await idOf(tx, program, source), taken, toTimestamp(at)],
  );
}

/** Findings with when they were taken back, and what that is of all of them; null: nothing. */
export function withTakenBack(
  findings: readonly FindingOutcome[],
  taken: ReadonlyMap<EventId, Instant>,
): { readonly findings: readonly ToldFinding[]; readonly undone: Undone | null } {
  const told = findings.map((finding): ToldFinding => {
    const undoneAt = finding.event && taken.get(finding.event);
    return undoneAt === undefined ? finding : { ...finding, undoneAt };
  });
  const back = new Map(
    told.flatMap(({ event, undoneAt }) =>
      event && undoneAt !== undefined ? [[event, undoneAt]] : [],
    ),
  );
  const undone = back.size === 0 ? null : { at: Math.max(...back.values()), facts: back.size };
  return { findings: told, undone };
}
