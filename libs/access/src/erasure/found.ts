import type { Owner, ProgramId } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { ERASED, PROGRAM_SUBJECT } from '#lib/event-log';
import type { Tx } from '#lib/platform';

/** Who is to be erased: by an e-mail address, the id of a person, or the id of a key. */
export type ErasureWish =
  | { readonly email: string }
  | { readonly person: string }
  | { readonly key: string };

/** Whom a wish means. */
export interface Found {
  /** Under whose keys their texts are sealed. */
  readonly subjects: readonly string[];
  /** What they are called, and their addresses: by these, others may mention them. */
  readonly names: readonly string[];
  /** How many of the subjects have a key or a row that is still there. */
  readonly present: number;
}

interface PersonRow {
  readonly id: string;
  readonly mail_subject: string | null;
  readonly user_name_subject: string | null;
  readonly sealed: Readonly<Record<string, string>>;
}

/** Finds whom a wish means. Nothing is changed but that the program may get the key it needs for addresses. */
export async function findErased(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  wish: ErasureWish,
): Promise<Found> {
  const mail = 'email' in wish ? await log.seals.mailSubject(tx, program, wish.email) : null;
  const id = 'person' in wish ? wish.person : 'key' in wish ? wish.key : null;
  const people = await tx.query<PersonRow>(
    `SELECT id, mail_subject, user_name_subject, sealed FROM person
      WHERE program_id = $1 AND (id = $2 OR mail_subject = $3 OR user_name_subject = $3)`,
    [program, id, mail],
  );
  const subjects = [
    ...new Set(
      [
        ...[mail, id],
        ...people.flatMap((row) => [row.id, row.mail_subject, row.user_name_subject]),
        // the key of the program is nobody's
      ].filter((subject): subject is string => subject !== null && subject !== PROGRAM_SUBJECT),
    ),
  ];
  const sealed = people.map((row) => ({ subject: row.id, sealed: row.sealed }));
  const texts = (await log.seals.unseal(tx, program, sealed)).flatMap(calledBy);
  const keys = await tx.query<{ name: string }>(
    'SELECT name FROM access_key WHERE program_id = $1 AND id = ANY($2::uuid[])',
    [program, subjects],
  );
  const names = [
    ...texts,
    ...keys.map(({ name }) => name),
    ...('email' in wish ? [wish.email] : []),
    ...(await namesInLog(tx, log, program, subjects)),
  ];
  const [there] = await tx.query<{ count: number }>(
    `SELECT count(*) FROM subject_key
      WHERE program_id = $1 AND subject = ANY($2::uuid[]) AND wrapped IS NOT NULL`,
    [program, subjects],
  );
  return {
    subjects,
    names: [...new Set(names.filter((name) => name !== ERASED))],
    present:
      people.length + (there?.count ?? 0) + keys.filter(({ name }) => name !== ERASED).length,
  };
}

/** What a person is called; parts of a name alone are too common to look for. */
function calledBy({ name, email, userName, givenName, familyName }: Record<string, string>) {
  const whole = givenName && familyName ? `${givenName} ${familyName}` : undefined;
  return [name, email, userName, whole].filter((text) => text !== undefined);
}

/** The names and addresses under which they stand in the log as owners and as authors. */
async function namesInLog(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  subjects: readonly string[],
): Promise<string[]> {
  const owners = await tx.query<{ owner: Owner }>(
    `SELECT DISTINCT ON (data->'owner'->>'name') data->'owner' AS owner FROM event
      WHERE program_id = $1 AND data->'owner'->>'subject' = ANY($2::text[])`,
    [program, subjects],
  );
  const clear = await log.owners(
    tx,
    program,
    owners.map(({ owner }) => owner),
  );
  const authors = await tx.query<{ id: string }>(
    `SELECT DISTINCT ON (author) id FROM event
      WHERE program_id = $1 AND author = ANY($2::uuid[]) ORDER BY author, position DESC`,
    [program, subjects],
  );
  const actors: string[] = [];
  for (const { id } of authors) {
    const event = await log.find(tx, program, id as never);
    if (event) actors.push(event.actor);
  }
  return [...clear.flatMap(({ name, email }) => [name, email]), ...actors];
}
