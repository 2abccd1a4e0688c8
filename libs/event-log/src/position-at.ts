import type { Instant, Position, ProgramId } from '#lib/domain';
import { type Clock, type Database, type Tx, toTimestamp } from '#lib/platform';
import { awaitStamped, readHead } from './head.js';

/** An append has ended this long after its time stamp: no transaction of the log lasts longer. */
const LONGEST_APPEND_MS = 60_000;
/** How long to let a millisecond pass, at most. */
const PASSING_MS = 5;

/**
 * The last position recorded by an instant. Appends take rising time stamps under a lock that they
 * hold to their end: nothing stamped by then can come once the head bears that stamp or a later
 * one, or once the lock was free after the instant.
 * @throws UnknownProgram
 */
export async function positionAt(
  database: Database,
  clock: Clock,
  program: ProgramId,
  knownAt: Instant,
): Promise<Position> {
  // an append of this very millisecond may still come
  if (knownAt >= clock.now()) await pass(clock, knownAt);
  return database.inProgram(program, async (tx) => {
    let head = await readHead(tx, program);
    if (head.recordedAt < knownAt && knownAt > clock.now() - LONGEST_APPEND_MS) {
      await awaitStamped(tx, program);
      head = await readHead(tx, program);
    }
    return head.recordedAt <= knownAt ? head.position : lastBy(tx, program, knownAt, head.position);
  });
}

/** Halves the log again and again: its time stamps rise with its positions, so they need no index. */
async function lastBy(
  tx: Tx,
  program: ProgramId,
  knownAt: Instant,
  after: Position,
): Promise<Position> {
  const rows = await tx.query<{ position: Position }>(
    // a subquery and no join: a join may be planned to read the whole log at each step
    `WITH RECURSIVE halved (low, high) AS (
       SELECT 0::bigint, $3::bigint
       UNION ALL
       SELECT CASE WHEN known THEN middle ELSE low END, CASE WHEN known THEN high ELSE middle END
         FROM (SELECT low, high, (low + high) / 2 AS middle, (
                        SELECT recorded_at <= $2::timestamptz FROM event
                         WHERE program_id = $1 AND position = (low + high) / 2) AS known
                 FROM halved WHERE high - low > 1) AS probed)
     SELECT max(low) AS position FROM halved`,
    [program, toTimestamp(knownAt), after],
  );
  return rows[0]?.position ?? 0;
}

async function pass(clock: Clock, instant: Instant): Promise<void> {
  const until = performance.now() + PASSING_MS;
  while (clock.now() <= instant && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
