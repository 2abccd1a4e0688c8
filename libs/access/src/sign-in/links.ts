import type { Instant } from '#lib/domain';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { People } from '../people/index.js';
import { lockKeys } from '../programs.js';
import { type AccountCodes, lockAccount, setPassword } from './accounts.js';
import type { Attempts } from './attempts.js';
import {
  CodeNeeded,
  LinkOver,
  LocalAccountsOff,
  NameNeeded,
  NotLetIn,
  NotTheOwner,
} from './errors.js';
import { type Passwords, requireGoodPassword } from './passwords.js';
import type { OpenedSession, Sessions } from './sessions.js';
import { makeToken, readToken, type Token } from './token.js';

/**
 * What a link is for: `first` signs the first person of a server in as administrator, `recovery`
 * somebody who cannot, `recovery-without-code` somebody whose authenticator is lost as well, `visit`
 * anybody as the visitor of a program, beside others who do so.
 */
export type LinkPurpose = 'first' | 'recovery' | 'recovery-without-code' | 'visit';

/** What a link is for, as whoever holds it may know. */
export interface LinkShown {
  readonly purpose: LinkPurpose;
  readonly program: string;
  /** Whose it is; null: of whoever comes first. */
  readonly person: { readonly id: string; readonly name: string; readonly email: string } | null;
  /** Whether a password can be set. */
  readonly takesPassword: boolean;
  /** Whether a one-time code is needed. */
  readonly needsCode: boolean;
  readonly expiresAt: Instant;
}

/** What is sent to use a link. */
export interface LinkUse {
  readonly token: string;
  /** The new password. */
  readonly password?: string | undefined;
  readonly code?: string | undefined;
  /** Of whoever comes first. */
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** A link just made. */
export interface MadeLink {
  /** To be shown once. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** What links are used with. */
export interface LinkParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly people: People;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  readonly passwords: Passwords;
  readonly codes: AccountCodes;
  readonly audit: AuditTrail;
  /** Whether passwords are taken. */
  readonly on: boolean;
}

/** Writes a link; what is kept of it is a hash. */
export async function insertLink(
  tx: Tx,
  program: string,
  of: {
    readonly person: string | null;
    readonly purpose: LinkPurpose;
    readonly expiresAt: Instant;
  },
): Promise<MadeLink> {
  const token = makeToken(program);
  await tx.query(
    `INSERT INTO sign_in_link (program_id, secret_hash, person, purpose, expires_at)
     VALUES ($1, $2, $3, $4, $5)`,
    [program, token.hash, of.person, of.purpose, toTimestamp(of.expiresAt)],
  );
  return { token: token.text, expiresAt: of.expiresAt };
}

/** Addresses that sign somebody in once. To look at one does not use it. */
export class SignInLinks {
  constructor(private readonly parts: LinkParts) {}

  /** What a link is for. @throws LinkOver */
  async look(text: string): Promise<LinkShown> {
    const token = readToken(text);
    if (!token) throw new LinkOver();
    const { database, people, clock, on } = this.parts;
    return database.inProgram(token.program, async (tx) => {
      const [row] = await tx.query<{
        readonly person: string | null;
        readonly purpose: LinkPurpose;
        readonly expires_at: Date;
        readonly has_codes: boolean | null;
      }>(
        `SELECT l.person, l.purpose, l.expires_at, p.totp IS NOT NULL AS has_codes
           FROM sign_in_link l LEFT JOIN person p ON p.program_id = l.program_id AND p.id = l.person
          WHERE l.program_id = $1 AND l.secret_hash = $2 AND l.expires_at > $3`,
        [token.program, token.hash, toTimestamp(clock.now())],
      );
      if (!row) throw new LinkOver();
      const person = row.person === null ? null : await people.get(tx, token.program, row.person);
      return {
        purpose: row.purpose,
        program: token.program,
        person: person && { id: person.id, name: person.name, email: person.email },
        takesPassword: on && row.purpose !== 'visit',
        needsCode: row.purpose === 'recovery' && row.has_codes === true,
        expiresAt: row.expires_at.getTime(),
      };
    });
  }

  /**
   * Signs in whoever holds the link, which is over then.
   * @param from the network address
   * @throws LinkOver, LocalAccountsOff, PasswordRefused, NameNeeded, CodeNeeded, NotTheOwner,
   * NotLetIn, TooManyAttempts
   */
  async use(given: LinkUse, from: string): Promise<OpenedSession> {
    const { attempts, passwords } = this.parts;
    const shown = await this.look(given.token);
    const token = readToken(given.token) as Token;
    const { name = shown.person?.name, email = shown.person?.email, password } = given;
    if (name === undefined || email === undefined) throw new NameNeeded();
    if (password !== undefined) {
      if (!shown.takesPassword) throw new LocalAccountsOff();
      requireGoodPassword(password, { name, email });
    }
    if (shown.needsCode && !given.code) throw new CodeNeeded();
    const attempted = { account: `link ${given.token}`, from };
    await attempts.begin(attempted);
    const hash = password === undefined ? undefined : await passwords.hash(password);
    const session = await this.parts.database.inProgram(token.program, async (tx) => {
      await this.consume(tx, token);
      const person = shown.person?.id ?? (await this.first(tx, token.program, { name, email }));
      return this.enter(tx, shown, { from, person, hash, code: given.code });
    });
    await attempts.succeeded(attempted);
    return session;
  }

  private async consume(tx: Tx, { program, hash }: Token): Promise<void> {
    const used = await tx.query(
      `DELETE FROM sign_in_link
        WHERE program_id = $1 AND secret_hash = $2 AND expires_at > $3 RETURNING 1`,
      [program, hash, toTimestamp(this.parts.clock.now())],
    );
    if (used.length === 0) throw new LinkOver();
  }

  /** The first person: administrator of the whole program. */
  private async first(
    tx: Tx,
    program: string,
    who: { readonly name: string; readonly email: string },
  ): Promise<string> {
    await lockKeys(tx, program);
    const { people } = this.parts;
    const known = await people.findByEmail(tx, program, who.email);
    const { id } = known ?? (await people.create(tx, program, who));
    await tx.query(
      `INSERT INTO role_grant (program_id, id, person, role)
       SELECT $1, $2::uuid, $3::uuid, 'administrator' WHERE NOT EXISTS (
         SELECT 1 FROM role_grant
          WHERE program_id = $1 AND person = $3 AND role = 'administrator' AND under IS NULL)`,
      [program, newId(), id],
    );
    return id;
  }

  private async enter(
    tx: Tx,
    { purpose, program, needsCode }: LinkShown,
    by: {
      readonly from: string;
      readonly person: string;
      readonly hash: string | undefined;
      readonly code: string | undefined;
    },
  ): Promise<OpenedSession> {
    const { codes, sessions, audit, clock } = this.parts;
    const account = await lockAccount(tx, program, by.person);
    if (!account?.active) throw new NotLetIn('Your account is switched off.');
    if (needsCode && !(await codes.use(tx, program, account, by.code ?? '', clock.now()))) {
      throw new NotTheOwner('/code');
    }
    if (purpose === 'recovery-without-code') await codes.end(tx, program, by.person);
    if (by.hash !== undefined) await setPassword(tx, program, by.person, by.hash);
    if (purpose !== 'visit') await sessions.endOthers(tx, program, by.person);
    const session = await sessions.open(tx, program, {
      person: by.person,
      method: 'link',
    });
    await audit.note(
      program,
      {
        action: 'sign-in.done',
        outcome: 'done',
        actor: { kind: 'person', id: by.person },
        from: by.from,
        about: { method: 'link', purpose, password: by.hash !== undefined },
      },
      tx,
    );
    return session;
  }
}
