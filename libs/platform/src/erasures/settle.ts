import type { Database } from '../database/database.js';
import { fromTimestamp } from '../database/types.js';
import { destroySubjects, eraseSubjects } from './destroy.js';
import type { Erasure, ErasureRegister } from './erasure-register.js';

/**
 * Brings register and database together: what only the register has is erased in the database (an
 * older copy of it was put back, or an erasure was cut off), and what only the database has (another
 * machine did it) is added to the register. To be done before anything is served.
 * @throws ErasureRegisterError, DatabaseUnavailable
 */
export async function settleErasures(database: Database, register: ErasureRegister): Promise<void> {
  const [registered, recorded] = [await register.read(), await recordedIn(database)];
  const inDatabase = new Set(recorded.map(nameOf));
  const all = [...recorded, ...registered.filter((one) => !inDatabase.has(nameOf(one)))];
  for (const program of new Set(all.map((one) => one.program))) {
    const erasures = all.filter((one) => one.program === program);
    await database.inProgram(program, async (tx) => {
      // also of those that are recorded: a table of keys may have been put back alone
      const subjects = erasures.flatMap((one) => one.subjects);
      await destroySubjects(tx, program, subjects);
      for (const erasure of erasures) {
        if (!inDatabase.has(nameOf(erasure))) await eraseSubjects(tx, erasure);
      }
    });
  }
  await add(register, registered, recorded);
}

/** Adds to the register what other machines erased. @throws ErasureRegisterError, DatabaseUnavailable */
export async function completeRegister(
  database: Database,
  register: ErasureRegister,
): Promise<void> {
  await add(register, await register.read(), await recordedIn(database));
}

function add(
  register: ErasureRegister,
  registered: readonly Erasure[],
  recorded: readonly Erasure[],
): Promise<void> {
  const known = new Set(registered.map(nameOf));
  return register.add(recorded.filter((one) => !known.has(nameOf(one))));
}

async function recordedIn(database: Database): Promise<Erasure[]> {
  const rows = await database.beforeProgram((tx) =>
    tx.query<{ program_id: string; id: string; subjects: string[]; erased_at: Date }>(
      'SELECT program_id, id, subjects, erased_at FROM waymark_erasures() ORDER BY erased_at, id',
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    program: row.program_id,
    subjects: row.subjects,
    erasedAt: fromTimestamp(row.erased_at),
  }));
}

function nameOf({ program, id }: Erasure): string {
  return `${program} ${id}`;
}
