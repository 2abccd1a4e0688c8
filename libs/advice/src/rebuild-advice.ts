import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { checkpoint, type Hashed, hashRows, STANDING } from '#lib/projections';
import { type AdviceParts, adviceReached, writeReached } from './advice-projector.js';
import { adviseUnits, lockAdvice } from './read-model/advise-units.js';
import { foldDecisions } from './read-model/decisions.js';
import { everybody } from './read-model/deepest-first.js';

const UNITS_AT_ONCE = 50;
const TIMEOUT_MS = 24 * 3_600_000;

/**
 * Drops the advice of a program and computes it again from its log and standings, for the position
 * and the instant up to which it was computed before: the same rows. One transaction: readers see
 * the old ones until the new are complete.
 * @param onProgress called with units done and units in all
 */
export async function rebuildAdvice(
  parts: AdviceParts,
  program: ProgramId,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  await parts.database.inProgram(
    program,
    async (tx) => {
      await lockAdvice(tx, program);
      const reached = await adviceReached(tx, program);
      const first = reached.position === 0;
      const position = first ? await checkpoint(tx, program, STANDING) : reached.position;
      const head = await parts.log.head(tx, program);
      const now = Number.isFinite(reached.lookedAt)
        ? reached.lookedAt
        : Math.max(parts.clock.now(), head.recordedAt);
      for (const table of TABLES) {
        await tx.query(`DELETE FROM ${table} WHERE program_id = $1`, [program]);
      }
      const units = await everybody(tx, program);
      for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
        const some = units.slice(start, start + UNITS_AT_ONCE);
        await adviseUnits(tx, parts, { program, position, now }, some);
        onProgress(Math.min(start + UNITS_AT_ONCE, units.length), units.length);
      }
      await foldDecisions(tx, program, 0, position);
      await writeReached(tx, program, { position, lookedAt: now });
    },
    { timeoutMs: TIMEOUT_MS },
  );
}

const TABLES = ['recommendation', 'alert', 'achievement', 'gap', 'advised_unit', 'advice_decision'];

const HASHED: readonly Hashed[] = [
  ['recommendation', '*', 'id'],
  ['alert', '*', 'id'],
  ['achievement', '*', 'milestone, unit'],
  ['gap', 'unit, models', 'unit'],
  ['advised_unit', 'unit, same_until', 'unit'],
  ['advice_decision', '*', 'subject, position'],
];

/** A hash over the advice of a program: the same before and after a rebuild. */
export function adviceHash(tx: Tx, program: ProgramId): Promise<string> {
  return hashRows(tx, program, HASHED);
}
