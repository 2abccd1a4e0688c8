import type { Position, ProgramId } from '#lib/domain';
import type { Database } from '#lib/platform';
import { chainHash, FIRST_HASH } from './canonical.js';
import { readHead } from './head.js';
import { readRows } from './reader.js';
import { toChained } from './rows.js';

const PAGE = 2_000;

/** What verification found. */
export interface Verification {
  readonly ok: boolean;
  /** How many events were found sound, from the first on. */
  readonly length: number;
  /** The hash of the head, in hex. */
  readonly head: string;
  /** The first position that is missing, does not fit its hash, or lies after the head. */
  readonly firstBroken?: Position;
}

/**
 * Computes the whole chain again, up to the head of the moment, page by page.
 * @throws UnknownProgram
 */
export async function verifyLog(database: Database, program: ProgramId): Promise<Verification> {
  const head = await database.inProgram(program, (tx) => readHead(tx, program));
  const found = { ok: false, head: head.hash.toString('hex') };
  let [hash, length] = [FIRST_HASH, 0];
  while (length < head.position) {
    const limit = Math.min(PAGE, head.position - length);
    const rows = await database.inProgram(program, (tx) => readRows(tx, program, length, limit));
    for (const row of rows) {
      const next = chainHash(hash, toChained(row));
      if (row.position !== length + 1 || !next.equals(row.hash)) {
        return { ...found, length, firstBroken: length + 1 };
      }
      [hash, length] = [next, row.position];
    }
    if (rows.length === 0) return { ...found, length, firstBroken: length + 1 };
  }
  // the last event was replaced together with its hash
  if (!hash.equals(head.hash)) return { ...found, length: length - 1, firstBroken: length };
  const extra = await beyond(database, program, head.position);
  if (extra !== undefined) return { ...found, length, firstBroken: extra };
  return { ...found, ok: true, length };
}

/** An event after the head, which only somebody who went past the log can have written. */
async function beyond(
  database: Database,
  program: ProgramId,
  position: Position,
): Promise<Position | undefined> {
  return database.inProgram(program, async (tx) => {
    const rows = await tx.query<{ position: Position }>(
      `SELECT min(event.position) AS position FROM event
         JOIN feed_head USING (program_id)
        WHERE program_id = $1 AND event.position > feed_head.position AND event.position > $2`,
      [program, position],
    );
    return rows[0]?.position ?? undefined;
  });
}
