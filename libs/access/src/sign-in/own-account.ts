import type { Clock, Database, Tx } from '#lib/platform';
import type { Seals } from '#lib/event-log';
import type { AuditTrail } from '../audit/audit-trail.js';
import { type AccountCodes, lockLocalAccount, setPassword } from './accounts.js';
import type { Attempts } from './attempts.js';
import { codeAddress, makeCodeSecret, stepOfCode } from './codes.js';
import { LocalAccountsOff, NotTheOwner } from './errors.js';
import { type Passwords, requireGoodPassword } from './passwords.js';
import type { OpenedSession, Sessions, SignedIn } from './sessions.js';

/** Who changes the own account: somebody signed in, with the secret of the session, from an address. */
export interface Owner {
  readonly signedIn: SignedIn;
  readonly session: string;
  readonly from: string;
}

/** One-time codes that wait for the first code. */
export interface PendingCodes {
  /** In base32, to be typed. */
  readonly secret: string;
  /** `otpauth://…`, to be shown as a picture. */
  readonly address: string;
  /** To be sent back with the first code. */
  readonly pending: string;
}

const PENDING_MS = 10 * 60_000;

/** What somebody who is signed in may change of their own account. */
export class OwnAccount {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly clock: Clock;
      readonly seals: Seals;
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
   * Sets another password; every session of the person ends, and a new one is opened here.
   * @throws NotTheOwner, PasswordRefused, NoPassword, TooManyAttempts, LocalAccountsOff
   */
  async changePassword(
    owner: Owner,
    { current, password }: { readonly current: string; readonly password: string },
  ): Promise<OpenedSession> {
    const { program, id, name } = owner.signedIn.caller;
    await this.requirePassword(owner, current);
    requireGoodPassword(password, { name, email: owner.signedIn.email ?? undefined });
    const hash = await this.parts.passwords.hash(password);
    return this.change(owner, 'person.password-changed', async (tx) => {
      await setPassword(tx, program, id, hash);
      await this.parts.sessions.endOthers(tx, program, id);
      const { method } = owner.signedIn;
      return this.parts.sessions.open(tx, program, { person: id, method });
    });
  }

  /**
   * A new secret for one-time codes, which are asked for once `confirmCodes` has seen the first.
   * @throws NotTheOwner, NoPassword, TooManyAttempts, LocalAccountsOff
   */
  async beginCodes(owner: Owner, current: string): Promise<PendingCodes> {
    await this.requirePassword(owner, current);
    const { program, id, name } = owner.signedIn.caller;
    const secret = makeCodeSecret();
    const until = this.parts.clock.now() + PENDING_MS;
    const sealed = this.parts.seals.sealUnderMaster(`${until} ${secret}`, pendingOf(program, id));
    return {
      secret,
      address: codeAddress(secret, owner.signedIn.email ?? name),
      pending: sealed.toString('base64url'),
    };
  }

  /** Asks for one-time codes from now on; other sessions end. @throws NotTheOwner, NoPassword */
  async confirmCodes(
    owner: Owner,
    { pending, code }: { readonly pending: string; readonly code: string },
  ): Promise<void> {
    const { seals, clock, codes, sessions } = this.parts;
    const { program, id } = owner.signedIn.caller;
    const sealed = Buffer.from(pending, 'base64url');
    const [until, secret] =
      seals.unsealUnderMaster(sealed, pendingOf(program, id))?.split(' ') ?? [];
    if (secret === undefined || Number(until) < clock.now()) throw new NotTheOwner('/pending');
    const step = stepOfCode(secret, code, clock.now());
    if (step === undefined) throw new NotTheOwner('/code');
    await this.change(owner, 'person.codes-begun', async (tx) => {
      await lockLocalAccount(tx, program, id);
      await codes.begin(tx, program, id, secret, step);
      await sessions.endOthers(tx, program, id, owner.session);
    });
  }

  /** Asks for no one-time codes any more. @throws NotTheOwner, TooManyAttempts */
  async endCodes(owner: Owner, code: string): Promise<void> {
    const { codes, clock, attempts } = this.parts;
    const { program, id } = owner.signedIn.caller;
    const attempted = attemptedBy(owner);
    await attempts.begin(attempted);
    await this.change(owner, 'person.codes-ended', async (tx) => {
      const account = await lockLocalAccount(tx, program, id);
      if (account.totp === null) return;
      if (!(await codes.use(tx, program, account, code, clock.now()))) {
        throw new NotTheOwner('/code');
      }
      await codes.end(tx, program, id);
    });
    await attempts.succeeded(attempted);
  }

  private change<T>(owner: Owner, action: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { program, id } = owner.signedIn.caller;
    return this.parts.database.inProgram(program, async (tx) => {
      const done = await work(tx);
      const actor = { kind: 'person', id } as const;
      await this.parts.audit.note(
        program,
        { action, outcome: 'done', actor, from: owner.from },
        tx,
      );
      return done;
    });
  }

  private async requirePassword(owner: Owner, current: string): Promise<void> {
    const { database, attempts, passwords, on } = this.parts;
    if (!on) throw new LocalAccountsOff();
    const { program, id } = owner.signedIn.caller;
    const attempted = attemptedBy(owner);
    const account = await database.inProgram(program, (tx) => lockLocalAccount(tx, program, id));
    await attempts.begin(attempted);
    if (!(await passwords.verify(account.password, current))) throw new NotTheOwner('/current');
    await attempts.succeeded(attempted);
  }
}

function pendingOf(program: string, person: string): string {
  return `pending one-time codes ${program} ${person}`;
}

function attemptedBy({ signedIn: { caller }, from }: Owner) {
  return { account: `own ${caller.program} ${caller.id}`, from };
}
