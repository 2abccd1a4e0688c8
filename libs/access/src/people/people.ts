import type { ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import { type Clock, newId, type Tx } from '#lib/platform';
import { lockKeys } from '../programs.js';
import { requireAdministrator } from './administrators.js';
import { ChangedSince, PersonExists, UnknownPerson } from './errors.js';
import {
  changedTexts,
  type Person,
  PERSON_COLUMNS,
  type PersonChange,
  type PersonRow,
  type PersonTexts,
  type PersonWish,
  toPerson,
} from './person.js';
import { externalSubject, requireFree, subjectsOf } from './subjects.js';

/** The versions at which a change is wanted, or any that there is. */
export type IfMatch = 'any' | readonly number[] | undefined;

/**
 * The people of a program. What identifies them is sealed under a key of their own, and they are
 * found by what tells nothing. Every call works in the transaction it is given.
 */
export class People {
  constructor(
    private readonly seals: Pick<Seals, 'seal' | 'unseal' | 'mailSubject'>,
    private readonly clock: Clock,
  ) {}

  /** @throws PersonExists */
  async create(tx: Tx, program: string, wish: PersonWish): Promise<Person> {
    const id = newId();
    const texts = changedTexts({}, wish);
    const subjects = await subjectsOf(this.seals, tx, program, texts);
    await requireFree(tx, program, id, subjects);
    const sealed = await this.seals.seal(tx, program as ProgramId, id, stringsOf(texts));
    const [row] = await tx.query<PersonRow>(
      `INSERT INTO person
         (program_id, id, mail_subject, user_name_subject, external_id, sealed, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING ${PERSON_COLUMNS}`,
      [
        program,
        id,
        subjects.mail,
        subjects.userName,
        subjects.external,
        JSON.stringify(sealed),
        wish.active ?? true,
      ],
    );
    // somebody else made them at this very moment
    if (!row) throw new PersonExists('/email');
    return toPerson(row, texts);
  }

  /** @param pointer which part of the request named them. @throws UnknownPerson */
  async get(tx: Tx, program: string, id: string, pointer?: string): Promise<Person> {
    const person = await this.find(tx, program, id);
    if (!person) throw new UnknownPerson(id, pointer);
    return person;
  }

  /** Those of some people that there are, by id. */
  async known(
    tx: Tx,
    program: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Person>> {
    const people = await this.select(tx, program, 'id = ANY ($2::uuid[])', [ids]);
    return new Map(people.map((person) => [person.id, person]));
  }

  /**
   * The person as they are until this transaction ends: nobody else changes them meanwhile.
   * @throws UnknownPerson
   */
  async getForChange(tx: Tx, program: string, id: string): Promise<Person> {
    await lockKeys(tx, program);
    return this.get(tx, program, id);
  }

  async find(tx: Tx, program: string, id: string): Promise<Person | undefined> {
    const [person] = await this.select(tx, program, 'id = $2', [id]);
    return person;
  }

  /** Whoever has an e-mail address, whatever its case. */
  async findByEmail(tx: Tx, program: string, email: string): Promise<Person | undefined> {
    const subject = await this.seals.mailSubject(tx, program as ProgramId, email);
    const [person] = await this.select(tx, program, 'mail_subject = $2', [subject]);
    return person;
  }

  /** Whoever is provisioned under a name, whatever its case. */
  async findByUserName(tx: Tx, program: string, userName: string): Promise<Person | undefined> {
    const subject = await this.seals.mailSubject(tx, program as ProgramId, userName);
    const [person] = await this.select(tx, program, 'user_name_subject = $2', [subject]);
    return person;
  }

  /** Those who have an id where they are provisioned from: one, unless that says it of several. */
  async findByExternalId(tx: Tx, program: string, externalId: string): Promise<readonly Person[]> {
    const subject = await externalSubject(this.seals, tx, program, externalId);
    return this.select(tx, program, 'external_id = $2 ORDER BY id', [subject]);
  }

  /** Whoever is known to a provider by a subject. @param subjectHash as `person_identity` keeps it */
  async findByIdentity(
    tx: Tx,
    program: string,
    issuer: string,
    subjectHash: Buffer,
  ): Promise<Person | undefined> {
    const [person] = await this.select(
      tx,
      program,
      `id = (SELECT person FROM person_identity
              WHERE program_id = $1 AND issuer = $2 AND subject_hash = $3)`,
      [issuer, subjectHash],
    );
    return person;
  }

  /** People in the order they were made, after the one with the id `after` and past `skip` more. */
  list(
    tx: Tx,
    program: string,
    page: { readonly after?: string | undefined; readonly skip?: number; readonly limit: number },
  ): Promise<Person[]> {
    return this.select(
      tx,
      program,
      '($2::uuid IS NULL OR id > $2) ORDER BY id OFFSET $3 LIMIT $4',
      [page.after ?? null, page.skip ?? 0, page.limit],
    );
  }

  /** How many there are. */
  async count(tx: Tx, program: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'SELECT count(*) FROM person WHERE program_id = $1',
      [program],
    );
    return row?.count ?? 0;
  }

  /**
   * Changes what is said of a person and leaves the rest. Whoever is disabled is signed out at once.
   * @throws UnknownPerson, ChangedSince, PersonExists, LastAdministrator
   */
  async change(
    tx: Tx,
    program: string,
    id: string,
    change: PersonChange,
    ifMatch?: IfMatch,
  ): Promise<Person> {
    if (change.active === false) await lockKeys(tx, program);
    const [row] = await tx.query<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person WHERE program_id = $1 AND id = $2 FOR UPDATE`,
      [program, id],
    );
    if (!row) throw new UnknownPerson(id);
    requireVersion(row.version, ifMatch);
    const [before = {}] = await this.unseal(tx, program, [row]);
    const texts = changedTexts(before, change);
    const active = change.active ?? row.active;
    const rewritten = !same(before, texts);
    if (!rewritten && active === row.active) return toPerson(row, before);
    const changed = rewritten
      ? await this.rewrite(tx, program, { ...row, active }, texts)
      : await setActive(tx, program, id, active);
    if (!active) await endSessions(tx, program, id);
    if (row.active && !active) await requireAdministrator(tx, program, this.clock.now());
    return toPerson(changed, texts);
  }

  /**
   * Takes a person out of the program, with their sessions, memberships and grants. What they
   * recorded stays, under their name, until it is erased.
   * @throws UnknownPerson, ChangedSince, LastAdministrator
   */
  async delete(tx: Tx, program: string, id: string, ifMatch?: IfMatch): Promise<void> {
    await lockKeys(tx, program);
    const [row] = await tx.query<{ version: number }>(
      'SELECT version FROM person WHERE program_id = $1 AND id = $2 FOR UPDATE',
      [program, id],
    );
    if (!row) throw new UnknownPerson(id);
    requireVersion(row.version, ifMatch);
    await tx.query('DELETE FROM person WHERE program_id = $1 AND id = $2', [program, id]);
    await requireAdministrator(tx, program, this.clock.now());
  }

  private async select(
    tx: Tx,
    program: string,
    where: string,
    parameters: readonly unknown[],
  ): Promise<Person[]> {
    const rows = await tx.query<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person WHERE program_id = $1 AND ${where}`,
      [program, ...parameters],
    );
    const texts = await this.unseal(tx, program, rows);
    return rows.map((row, index) => toPerson(row, texts[index] ?? {}));
  }

  private unseal(tx: Tx, program: string, rows: readonly PersonRow[]): Promise<PersonTexts[]> {
    const sealed = rows.map(({ id, sealed: texts }) => ({ subject: id, sealed: texts }));
    return this.seals.unseal(tx, program as ProgramId, sealed);
  }

  private async rewrite(
    tx: Tx,
    program: string,
    { id, active }: PersonRow,
    texts: PersonTexts,
  ): Promise<PersonRow> {
    const subjects = await subjectsOf(this.seals, tx, program, texts);
    await requireFree(tx, program, id, subjects);
    const sealed = await this.seals.seal(tx, program as ProgramId, id, stringsOf(texts));
    const [row] = await tx.query<PersonRow>(
      `UPDATE person SET sealed = $3, mail_subject = $4, user_name_subject = $5,
              external_id = $6, active = $7, version = version + 1, changed_at = now()
        WHERE program_id = $1 AND id = $2 RETURNING ${PERSON_COLUMNS}`,
      [
        program,
        id,
        JSON.stringify(sealed),
        subjects.mail,
        subjects.userName,
        subjects.external,
        active,
      ],
    );
    return row as PersonRow;
  }
}

/** Signs a person out everywhere, and takes back the addresses that would sign them in. */
export async function endSessions(tx: Tx, program: string, person: string): Promise<void> {
  await tx.query('DELETE FROM session WHERE program_id = $1 AND person = $2', [program, person]);
  await tx.query('DELETE FROM sign_in_link WHERE program_id = $1 AND person = $2', [
    program,
    person,
  ]);
}

/** @throws ChangedSince */
export function requireVersion(actual: number, ifMatch: IfMatch): void {
  if (ifMatch === undefined || ifMatch === 'any' || ifMatch.includes(actual)) return;
  throw new ChangedSince(actual);
}

async function setActive(tx: Tx, program: string, id: string, active: boolean): Promise<PersonRow> {
  const [row] = await tx.query<PersonRow>(
    `UPDATE person SET active = $3, version = version + 1, changed_at = now()
      WHERE program_id = $1 AND id = $2 RETURNING ${PERSON_COLUMNS}`,
    [program, id, active],
  );
  return row as PersonRow;
}

function same(before: PersonTexts, after: PersonTexts): boolean {
  const names = Object.keys({ ...before, ...after }) as (keyof PersonTexts)[];
  return names.every((name) => before[name] === after[name]);
}

function stringsOf(texts: PersonTexts): Record<string, string> {
  return texts as Record<string, string>;
}
