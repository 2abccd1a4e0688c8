import type { ProgramId } from '#lib/domain';
import type { Database, TransactionOptions, Tx } from '#lib/platform';

/** The class of the advisory locks that say "the read models of this program are being written from afar". */
const WRITING = 0x57_4d_4b_33;

/** The tables of which a rebuild writes a new generation. */
const TABLES = ['standing', 'unit_state', 'unit', 'target'] as const;
const ROWS_AT_ONCE = 10_000;
const CLEAR_TIMEOUT_MS = 60_000;

/** Does work in a transaction: one of its own, or one that goes on. */
export type Step = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** Which generation of its read models a program is answered from. */
export async function generationInForce(tx: Tx, program: ProgramId): Promise<number> {
  const [row] = await tx.query<{ generation: number }>(
    'SELECT generation FROM read_generation WHERE program_id = $1',
    [program],
  );
  return row?.generation ?? 1;
}

/** Does work in one transaction that reads and writes a generation which need not be in force. */
export function inGeneration<T>(
  database: Database,
  program: ProgramId,
  generation: number,
  work: (tx: Tx) => Promise<T>,
  options?: TransactionOptions,
): Promise<T> {
  return database.inProgram(
    program,
    async (tx) => {
      await nameGeneration(tx, generation);
      return work(tx);
    },
    options,
  );
}

/** From here on the transaction reads and writes a generation which need not be in force. */
export async function nameGeneration(tx: Tx, generation: number): Promise<void> {
  await tx.query("SELECT set_config('waymark.generation', $1, true)", [String(generation)]);
}

/** Keeps the generation in force until the transaction ends; for writers that do not hold the log's head. */
export async function holdGeneration(tx: Tx, program: ProgramId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared($2, hashtext($1))', [program, WRITING]);
}

/**
 * Waits until nobody writes without the log's head, and lets nobody begin until the transaction ends.
 * The head must be locked before.
 */
export async function awaitWriters(tx: Tx, program: ProgramId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($2, hashtext($1))', [program, WRITING]);
}

/** Puts a generation in force; the log's head must be locked. */
export async function putInForce(tx: Tx, program: ProgramId, generation: number): Promise<void> {
  await tx.query(
    `INSERT INTO read_generation (program_id, generation) VALUES ($1, $2)
     ON CONFLICT (program_id) DO UPDATE SET generation = excluded.generation`,
    [program, generation],
  );
}

/** Drops the rows of a generation that is not in force, some at once. */
export async function clearGeneration(
  database: Database,
  program: ProgramId,
  generation: number,
): Promise<void> {
  for (const table of TABLES) {
    const clearSome = (tx: Tx) =>
      tx.query<{ gone: number }>(
        `WITH gone AS (DELETE FROM ${table} WHERE program_id = $1 AND ctid = ANY (ARRAY(
           SELECT ctid FROM ${table} WHERE program_id = $1 LIMIT $2)) RETURNING 1)
         SELECT count(*) AS gone FROM gone`,
        [program, ROWS_AT_ONCE],
      );
    const timeout = { timeoutMs: CLEAR_TIMEOUT_MS };
    for (;;) {
      const [row] = await inGeneration(database, program, generation, clearSome, timeout);
      if (!row?.gone) break;
    }
  }
}
