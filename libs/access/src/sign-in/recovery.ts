import type { Clock, Database } from '#lib/platform';
import type { AuditNote } from '../audit/entry.js';
import type { AuditTrail } from '../audit/audit-trail.js';
import { type Caller, type Grant, gives, reachOf } from '../caller.js';
import { grantsOf, type People } from '../people/index.js';
import { type Permission, PERMISSIONS } from '../permissions.js';
import { BeyondOwnReach, PersonSwitchedOff } from './errors.js';
import { insertLink, type MadeLink } from './links.js';

const LASTS_MS = 3_600_000;

/** Letting people in again who cannot sign in, or for the first time. */
export class Recovery {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly clock: Clock;
      readonly people: People;
      readonly audit: AuditTrail;
    },
  ) {}

  /**
   * A link for a person that signs them in once and lets them set a password; earlier ones end.
   * @param by an administrator of the whole program
   * @param withoutCode their authenticator is lost: the link asks for no code, and ends them
   * @throws UnknownPerson, PersonSwitchedOff, BeyondOwnReach when the person may do what `by` may not
   */
  async makeLink(
    by: Caller,
    person: string,
    { withoutCode, from }: { readonly withoutCode: boolean } & Pick<AuditNote, 'from'>,
  ): Promise<MadeLink> {
    const { database, people, clock, audit } = this.parts;
    const { program } = by;
    return database.inProgram(program, async (tx) => {
      const found = await people.get(tx, program, person);
      if (!found.active) throw new PersonSwitchedOff();
      requireAbove(by, await grantsOf(tx, program, person));
      await tx.query('DELETE FROM sign_in_link WHERE program_id = $1 AND person = $2', [
        program,
        person,
      ]);
      const link = await insertLink(tx, program, {
        person,
        purpose: withoutCode ? 'recovery-without-code' : 'recovery',
        expiresAt: clock.now() + LASTS_MS,
      });
      await audit.note(
        program,
        {
          action: 'person.recovery-link-made',
          outcome: 'done',
          actor: { kind: by.kind, id: by.id },
          from,
          about: { person, withoutCode },
        },
        tx,
      );
      return link;
    });
  }
}

/** Whoever holds the link is the person: it must not be a way to more than one has. */
function requireAbove(by: Caller, theirs: readonly Grant[]): void {
  for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
    if (!theirs.some((grant) => gives(grant, permission))) continue;
    const reach = reachOf(by, permission);
    // what people may record is not limited to some milestones
    if (reach?.sight !== 'everything' || reach.milestones !== null) throw new BeyondOwnReach();
  }
}
