import type { Instant, Position, ProgramId } from '#lib/domain';
import type { Clock, Database, Tx } from '#lib/platform';
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
    return head.recordedAt <= knownAt ? head.position : lastBy(tx, program, knownAt);
  });
}

async function lastBy(tx: Tx, program: ProgramId, knownAt: Instant): Promise<Position> {
  const rows = await tx.query<{ position: Position }>(
    `SELECT position FROM event WHERE program_id = $1 AND recorded_at <= to_timestamp($2)
      ORDER BY recorded_at DESC, position DESC LIMIT 1`,
    [program, knownAt / 1000],
  );
  return rows[0]?.position ?? 0;
}

async function pass(clock: Clock, instant: Instant): Promise<void> {
  const until = performance.now() + PASSING_MS;
  while (clock.now() <= instant && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
