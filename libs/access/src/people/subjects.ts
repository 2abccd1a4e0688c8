import type { ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { PersonExists } from './errors.js';
import type { PersonTexts } from './person.js';

type MailSubjects = Pick<Seals, 'mailSubject'>;

/** What a person is found by, without telling what it stands for. */
interface Subjects {
  readonly mail: string;
  readonly userName: string;
  readonly external: string | null;
}

/** What a person with these texts is found by. */
export async function subjectsOf(
  seals: MailSubjects,
  tx: Tx,
  program: string,
  { email = '', userName = email, externalId }: PersonTexts,
): Promise<Subjects> {
  const subject = (text: string) => seals.mailSubject(tx, program as ProgramId, text);
  const mail = await subject(email);
  return {
    mail,
    userName: userName === email ? mail : await subject(userName),
    external:
      externalId === undefined ? null : await externalSubject(seals, tx, program, externalId),
  };
}

/** What an id of elsewhere is found by; its case counts, as that of an address does not. */
export function externalSubject(
  seals: MailSubjects,
  tx: Tx,
  program: string,
  externalId: string,
): Promise<string> {
  const exact = Buffer.from(externalId).toString('hex');
  return seals.mailSubject(tx, program as ProgramId, `external ${exact}`);
}

/**
 * Waits for whoever else takes the address or the user name just now, so that no unique key is met
 * later.
 * @throws PersonExists when somebody else has one of them
 */
export async function requireFree(
  tx: Tx,
  program: string,
  id: string,
  { mail, userName }: Subjects,
): Promise<void> {
  for (const subject of new Set([mail, userName].toSorted())) {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `person ${program} ${subject}`,
    ]);
  }
  const [other] = await tx.query<{ mail_subject: string }>(
    `SELECT mail_subject FROM person
      WHERE program_id = $1 AND id <> $2 AND (mail_subject = $3 OR user_name_subject = $4)
      ORDER BY mail_subject = $3 DESC LIMIT 1`,
    [program, id, mail, userName],
  );
  if (other) throw new PersonExists(other.mail_subject === mail ? '/email' : '/userName');
}
