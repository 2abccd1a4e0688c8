import { createHmac } from 'node:crypto';
import type { Database, Tx } from '#lib/platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { AuditNote } from '../audit/entry.js';
import { networkOf } from '../limits/guessing.js';
import type { People, Person } from '../people/index.js';
import type { Attempts } from './attempts.js';
import { NotLetIn, SignInRefused, TooManyAttempts } from './errors.js';
import { exists } from './local-sign-in.js';
import type { Flow, Identity, Providers } from './providers.js';
import type { OpenedSession, Sessions } from './sessions.js';

/** Signing in with a provider. */
export class ProviderSignIn {
  private readonly naming: Buffer;

  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly people: People;
      readonly providers: Providers;
      readonly sessions: Sessions;
      readonly attempts: Attempts;
      readonly audit: AuditTrail;
      /** 32 bytes. */
      readonly signingKey: Buffer;
    },
  ) {
    this.naming = createHmac('sha256', parts.signingKey).update('waymark identities 1').digest();
  }

  /**
   * Signs in whom the provider let in. Somebody it names for the first time is whoever has the
   * address it vouches for; a new person when there is none and the provider may bring people.
   * @param came the address the browser came back to, with its query
   * @param from the network address
   * @throws SignInRefused, NotLetIn, ProviderAway
   */
  async signIn(came: URL, flow: Flow, from: string): Promise<OpenedSession> {
    const { providers, database } = this.parts;
    const { program } = providers.get(flow.provider);
    try {
      const identity = await providers.finish(came, flow);
      return await database.inProgram(program, (tx) => this.enter(tx, program, identity, from));
    } catch (error) {
      if (error instanceof SignInRefused || error instanceof NotLetIn) {
        const about = { method: 'provider', provider: flow.provider, why: reasonOf(error) };
        await this.failed(program, { from, about });
      }
      throw error;
    }
  }

  /** Notes it, unless the address has failed so often that it would only fill the trail. */
  private async failed(program: string, of: Pick<AuditNote, 'from' | 'about'>): Promise<void> {
    const { attempts, audit } = this.parts;
    try {
      await attempts.begin({ from: `provider ${networkOf(of.from ?? '')}` });
    } catch (error) {
      if (error instanceof TooManyAttempts) return;
      throw error;
    }
    await audit.note(program, { action: 'sign-in.failed', outcome: 'denied', ...of });
  }

  private async enter(
    tx: Tx,
    program: string,
    identity: Identity,
    from: string,
  ): Promise<OpenedSession> {
    if (!(await exists(tx, program))) throw new NotLetIn(`There is no program "${program}" yet.`);
    const person = await this.personOf(tx, program, identity);
    if (!person.active) throw new NotLetIn('Your account is switched off.');
    const { name } = identity.provider;
    const { groups } = identity;
    if (groups !== undefined) await takeGroups(tx, program, person.id, { issuer: name, groups });
    const session = await this.parts.sessions.open(tx, program, {
      person: person.id,
      method: name,
    });
    await this.parts.audit.note(
      program,
      {
        action: 'sign-in.done',
        outcome: 'done',
        actor: { kind: 'person', id: person.id },
        from,
        about: { method: 'provider', provider: name },
      },
      tx,
    );
    return session;
  }

  private async personOf(tx: Tx, program: string, identity: Identity): Promise<Person> {
    const { people } = this.parts;
    const { issuer, name, email, provider } = identity;
    const subject = createHmac('sha256', this.naming)
      .update(JSON.stringify([issuer, identity.subject]))
      .digest();
    // two browsers of one person may come back at the same moment
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `identity ${program} ${subject.toString('base64')}`,
    ]);
    const known = await people.findByIdentity(tx, program, issuer, subject);
    if (known) return known;
    if (email === undefined) {
      throw new NotLetIn(`${provider.title} does not vouch for an e-mail address of yours.`);
    }
    const entered = await people.findByEmail(tx, program, email);
    if (!entered && !provider.provisioning) {
      throw new NotLetIn('You are not known here. Ask an administrator to enter you.');
    }
    const person = entered ?? (await people.create(tx, program, { name: name ?? email, email }));
    await tx.query(
      `INSERT INTO person_identity (program_id, issuer, subject_hash, person)
       VALUES ($1, $2, $3, $4)`,
      [program, issuer, subject, person.id],
    );
    return person;
  }
}

/** The groups a provider puts a person in: those there are by that name, and no longer any other. */
async function takeGroups(
  tx: Tx,
  program: string,
  person: string,
  of: { readonly issuer: string; readonly groups: readonly string[] },
): Promise<void> {
  await tx.query(
    `WITH named AS (SELECT id FROM person_group WHERE program_id = $1 AND name = ANY($4::text[])),
     gone AS (
       DELETE FROM group_member WHERE program_id = $1 AND person = $2 AND issuer = $3
          AND group_id NOT IN (SELECT id FROM named))
     INSERT INTO group_member (program_id, group_id, person, issuer)
     SELECT $1, id, $2, $3 FROM named ON CONFLICT DO NOTHING`,
    [program, person, of.issuer, of.groups],
  );
}

/** Why, as a word for the trail. */
function reasonOf(error: SignInRefused | NotLetIn): string {
  const { code } = (error.cause ?? error) as { code?: unknown };
  return typeof code === 'string' ? code.toLowerCase().replaceAll('_', '-') : error.code;
}
