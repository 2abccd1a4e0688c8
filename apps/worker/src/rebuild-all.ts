import { createHash } from 'node:crypto';
import { AdviceProjector, adviceHash, rebuildAdvice } from '#lib/advice';
import type { ProgramId } from '#lib/domain';
import type { Clock, Database } from '#lib/platform';
import { readModelHash, rebuild, TreeProjector } from '#lib/projections';
import type { Records } from '#lib/recording';
import { programHeads } from './heads.js';

/** What became of the read models of one program. */
export interface Rebuilt {
  readonly program: ProgramId;
  readonly events: number;
  /** Over every read model, once they had followed the log to its head; sha256 in hex. */
  readonly before: string;
  readonly after: string;
}

/**
 * Drops the read models of every program and builds them again from the log. Readers see the old
 * ones until the new are complete; appends to a program wait while its standings are rebuilt.
 * @param said is told of each program when it is done
 */
export async function rebuildAll(
  parts: { readonly database: Database; readonly clock: Clock; readonly records: Records },
  said: (rebuilt: Rebuilt) => void,
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
    said({ program, events, before, after: await hashOf(database, program) });
  }
}

/** A hash over every read model of a program, at one moment. */
export function hashOf(database: Database, program: ProgramId): Promise<string> {
  return database.inProgram(
    program,
    async (tx) => {
      const parts = [await readModelHash(tx, program), await adviceHash(tx, program)];
      return createHash('sha256').update(parts.join()).digest('hex');
    },
    { readOnly: true, timeoutMs: HASH_TIMEOUT_MS },
  );
}

const HASH_TIMEOUT_MS = 3_600_000;
