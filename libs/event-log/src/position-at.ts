import type { Instant, Position, ProgramId } from '#lib/domain';
import type { Clock, Database } from '#lib/platform';
import { awaitStamped, readHead } from './head.js';

/** An append has ended this long after its time stamp: no transaction of the log lasts longer. */
const LONGEST_APPEND_MS = 60_000;
/** How long to let a millisecond pass, at most. */
const PASSING_MS = 5;

/**
 * The last position recorded by an instant. An append takes its time stamp under a lock that it
 * holds to its end, so once that lock was free after the instant, nothing stamped by then can come.
 * @throws UnknownProgram
 */
export async function positionAt(
  database: Database,
  clock: Clock,
  program: ProgramId,
  knownAt: Instant,
): Promise<Position> {
  const now = clock.now();
  // an append of this very millisecond may still come
  if (knownAt >= now) await pass(clock, knownAt);
  return database.inProgram(program, async (tx) => {
    if (knownAt > now - LONGEST_APPEND_MS) await awaitStamped(tx, program);
    const head = await readHead(tx, program);
    if (head.recordedAt <= knownAt) return head.position;
    const rows = await tx.query<{ position: Position }>(
      `SELECT position FROM event WHERE program_id = $1 AND recorded_at <= to_timestamp($2)
        ORDER BY recorded_at DESC, position DESC LIMIT 1`,
      [program, knownAt / 1000],
    );
    return rows[0]?.position ?? 0;
  });
}

async function pass(clock: Clock, instant: Instant): Promise<void> {
  const until = performance.now() + PASSING_MS;
  while (clock.now() <= instant && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
