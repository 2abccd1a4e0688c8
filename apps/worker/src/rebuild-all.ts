import { createHash } from 'node:crypto';
import { AdviceProjector, adviceHash, rebuildAdvice } from '#lib/advice';
import type { Position, ProgramId } from '#lib/domain';
import type { Clock, Database } from '#lib/platform';
import { readModelHash, rebuild, TreeProjector } from '#lib/projections';
import type { Records } from '#lib/recording';
import { programHeads } from './heads.js';

/** What became of the read models of one program. */
export interface Rebuilt {
  readonly program: ProgramId;
  readonly events: number;
  /** Facts came while it was rebuilt, so that the two hashes are of different logs. */
  readonly grew: boolean;
  /** Over every read model, once they had followed the log to its head; sha256 in hex. */
  readonly before: string;
  readonly after: string;
}

/**
 * Builds the read models of every program again from the log. Readers see the old ones until the
 * new are complete, and appends go on all the while.
 * @param said is told of each program when it is done
 */
export async function rebuildAll(
  parts: { readonly database: Database; readonly clock: Clock; readonly records: Records },
  said: (rebuilt: Rebuilt) => void | Promise<void>,
): Promise<void> {
  const { database, clock, records } = parts;
  const { log, catalogue } = records;
  const sources = { database, log, catalogue, clock };
  for (const { program, position: events } of await programHeads(database)) {
    await new TreeProjector(database, log, catalogue).run(program);
    await new AdviceProjector(sources).run(program);
    const before = await hashOf(database, program);
    await rebuild(sources, program);
    await rebuildAdvice(sources, program);
    const after = await hashOf(database, program);
    const grew = after.position > before.position;
    await said({ program, events, grew, before: before.hash, after: after.hash });
  }
}

/** A hash over every read model of a program, and the head of its log at that moment. */
function hashOf(
  database: Database,
  program: ProgramId,
): Promise<{ readonly hash: string; readonly position: Position }> {
  return database.inProgram(
    program,
    async (tx) => {
      const parts = [await readModelHash(tx, program), await adviceHash(tx, program)];
      const [head] = await tx.query<{ position: Position }>(
        'SELECT position FROM feed_head WHERE program_id = $1',
        [program],
      );
      const hash = createHash('sha256').update(parts.join()).digest('hex');
      return { hash, position: head?.position ?? 0 };
    },
    { readOnly: true, timeoutMs: HASH_TIMEOUT_MS },
  );
}

const HASH_TIMEOUT_MS = 3_600_000;
