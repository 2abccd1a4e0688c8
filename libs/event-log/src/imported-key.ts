import type { ProgramId } from '#lib/domain';
import { ERASURES_CHANNEL, type Tx } from '#lib/platform';
import type { Keyring, SubjectKey } from './keyring.js';

/**
 * Takes a key of an imported log in place of the one that is there, since the log's texts are
 * sealed under it; a subject that was erased here stays erased.
 */
export async function importKey(
  tx: Tx,
  program: ProgramId,
  ring: Keyring,
  key: SubjectKey,
): Promise<void> {
  await tx.query(
    `INSERT INTO subject_key (program_id, subject, wrapped) VALUES ($1, $2, $3)
     ON CONFLICT (program_id, subject) DO UPDATE SET wrapped = excluded.wrapped
      WHERE subject_key.wrapped IS NOT NULL`,
    [program, key.subject, ring.wrap(program, key)],
  );
  // whoever has the one before at hand is to ask again
  await tx.query('SELECT pg_notify($1, $2)', [ERASURES_CHANNEL, program]);
}
