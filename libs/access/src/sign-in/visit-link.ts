import type { Seals } from '#lib/event-log';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import { People } from '../people/index.js';
import { lockKeys } from '../programs.js';
import { PersonSwitchedOff } from './errors.js';
import { insertLink, type MadeLink } from './links.js';

/** Who comes in by a visit: somebody made for it, who is no real person. */
export interface Visitor {
  readonly name: string;
  readonly email: string;
}

/** What visits are made with. */
export interface VisitParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: Pick<Seals, 'seal' | 'unseal' | 'mailSubject'>;
}

/**
 * Sees to it that a program has its visitor, administrator of the whole program. One who was given
 * other roles since keeps them as they are.
 * @returns the id of the person
 */
export async function ensureVisitor(
  tx: Tx,
  program: string,
  visitor: Visitor,
  { seals, clock }: Omit<VisitParts, 'database'>,
): Promise<string> {
  await lockKeys(tx, program);
  const people = new People(seals, clock);
  const known = await people.findByEmail(tx, program, visitor.email);
  if (known && !known.active) throw new PersonSwitchedOff();
  if (known) return known.id;
  const { id } = await people.create(tx, program, visitor);
  await tx.query(
    `INSERT INTO role_grant (program_id, id, person, role)
     VALUES ($1, $2, $3, 'administrator')`,
    [program, newId(), id],
  );
  return id;
}

/**
 * A link that signs somebody in as the visitor of a program. It sets no password and ends nobody
 * else's session; links that are over go.
 * @param lastsMs for how long it can be used
 * @param also done in the transaction that makes the link, such as noting it
 * @throws PersonSwitchedOff
 */
export function makeVisitLink(
  parts: VisitParts,
  program: string,
  visitor: Visitor,
  { lastsMs, also }: { readonly lastsMs: number; readonly also?: (tx: Tx) => Promise<void> },
): Promise<MadeLink> {
  const { database, clock } = parts;
  return database.inProgram(program, async (tx) => {
    const person = await ensureVisitor(tx, program, visitor, parts);
    const now = clock.now();
    await tx.query('DELETE FROM sign_in_link WHERE program_id = $1 AND expires_at <= $2', [
      program,
      toTimestamp(now),
    ]);
    const link = await insertLink(tx, program, {
      ...{ person, purpose: 'visit' },
      expiresAt: now + lastsMs,
    });
    await also?.(tx);
    return link;
  });
}

/** Whether anybody has a password in a program, or has signed in with a provider. */
export async function anybodySignsIn(tx: Tx, program: string): Promise<boolean> {
  const able = await tx.query(
    `SELECT 1 FROM person WHERE program_id = $1 AND active AND (password IS NOT NULL OR EXISTS (
       SELECT 1 FROM person_identity WHERE program_id = $1 AND person = person.id)) LIMIT 1`,
    [program],
  );
  return able.length > 0;
}
