import type { Clock, Database, Tx } from '#lib/platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import type { People } from '../people/index.js';
import { DEFAULT_PROGRAM } from '../programs.js';
import { type Account, type AccountCodes, lockAccount } from './accounts.js';
import type { Attempts } from './attempts.js';
import { CodeNeeded, LocalAccountsOff, NotLetIn, SignInRefused } from './errors.js';
import type { Passwords } from './passwords.js';
import type { OpenedSession, Sessions } from './sessions.js';

/** Who somebody says they are, with a password of ours. */
export interface LocalCredentials {
  readonly program: string;
  readonly email: string;
  readonly password: string;
  /** The one-time code, where the account asks for one. */
  readonly code?: string | undefined;
}

interface Found {
  readonly noted: string;
  readonly account: Account | undefined;
}

/** Signing in with an address and a password. */
export class LocalSignIn {
  constructor(
    private readonly parts: {
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
    },
  ) {}

  /**
   * Signs somebody in. Unknown addresses, programs and wrong passwords are answered alike, and take
   * as long.
   * @param from the network address
   * @throws LocalAccountsOff, TooManyAttempts, SignInRefused, CodeNeeded, NotLetIn
   */
  async signIn(given: LocalCredentials, from: string): Promise<OpenedSession> {
    const { attempts, passwords, on } = this.parts;
    if (!on) throw new LocalAccountsOff();
    const attempted = {
      account: `${given.program} ${given.email.trim().toLowerCase()}`,
      from,
    };
    await attempts.begin(attempted);
    const { noted, account } = await this.find(given);
    const right = await passwords.verify(account?.password, given.password);
    if (!account || !right) {
      await this.failed(noted, account, 'password', from);
      throw new SignInRefused();
    }
    try {
      const session = await this.enter(given, account, from);
      await attempts.succeeded(attempted);
      return session;
    } catch (error) {
      if (error instanceof SignInRefused) await this.failed(noted, account, 'code', from);
      if (error instanceof CodeNeeded) await attempts.succeeded({ from });
      throw error;
    }
  }

  /** The account, if there is one, and the program in whose trail a failure is noted. */
  private find({ program, email }: LocalCredentials): Promise<Found> {
    const { database, people } = this.parts;
    return database.inProgram(program, async (tx) => {
      if (!(await exists(tx, program))) return { noted: DEFAULT_PROGRAM, account: undefined };
      const person = await people.findByEmail(tx, program, email);
      const account = person && (await lockAccount(tx, program, person.id));
      return { noted: program, account };
    });
  }

  /** What was compared with before must still be there. */
  private enter(given: LocalCredentials, compared: Account, from: string) {
    const { database, sessions, codes, audit, clock } = this.parts;
    const { program, code } = given;
    return database.inProgram(program, async (tx) => {
      const account = await lockAccount(tx, program, compared.person);
      if (!account || account.password !== compared.password) throw new SignInRefused();
      if (account.totp !== null) {
        if (code === undefined || code === '') throw new CodeNeeded();
        if (!(await codes.use(tx, program, account, code, clock.now()))) throw new SignInRefused();
      }
      if (!account.active) throw new NotLetIn('Your account is switched off.');
      const { person } = account;
      const session = await sessions.open(tx, program, {
        person,
        method: 'password',
      });
      await audit.note(
        program,
        {
          action: 'sign-in.done',
          outcome: 'done',
          actor: { kind: 'person', id: person },
          from,
          about: { method: 'password', code: account.totp !== null },
        },
        tx,
      );
      return session;
    });
  }

  private failed(
    program: string,
    account: Account | undefined,
    why: 'password' | 'code',
    from: string,
  ): Promise<void> {
    return this.parts.audit.note(program, {
      action: 'sign-in.failed',
      outcome: 'denied',
      actor: account && { kind: 'person', id: account.person },
      from,
      about: { method: 'password', why },
    });
  }
}

/** Whether there is such a program. */
export async function exists(tx: Tx, program: string): Promise<boolean> {
  return (await tx.query('SELECT 1 FROM program WHERE program_id = $1', [program])).length > 0;
}
