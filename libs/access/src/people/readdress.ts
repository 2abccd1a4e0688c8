import type { ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { PersonTexts } from './person.js';
import { subjectsOf } from './subjects.js';

interface Row {
  readonly id: string;
  readonly sealed: Readonly<Record<string, string>>;
}

/**
 * Makes the people of a program findable by their addresses again, once the key that turns addresses
 * into subjects was replaced by that of an imported log.
 */
export async function readdress(
  seals: Pick<Seals, 'unseal' | 'mailSubject'>,
  tx: Tx,
  program: ProgramId,
): Promise<void> {
  const rows = await tx.query<Row>(
    'SELECT id, sealed FROM person WHERE program_id = $1 ORDER BY id FOR UPDATE',
    [program],
  );
  const sealed = rows.map((row) => ({ subject: row.id, sealed: row.sealed }));
  const texts: PersonTexts[] = await seals.unseal(tx, program, sealed);
  for (const [index, { id }] of rows.entries()) {
    const { mail, userName, external } = await subjectsOf(seals, tx, program, texts[index] ?? {});
    await tx.query(
      `UPDATE person SET mail_subject = $3, user_name_subject = $4, external_id = $5
        WHERE program_id = $1 AND id = $2`,
      [program, id, mail, userName, external],
    );
  }
}
