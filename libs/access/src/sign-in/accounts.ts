import type { Instant } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { NoPassword } from './errors.js';
import { stepOfCode } from './codes.js';

/** What a person signs in with here. */
export interface Account {
  readonly person: string;
  readonly active: boolean;
  /** The argon2id hash; null: no password. */
  readonly password: string | null;
  /** The sealed secret of one-time codes; null: none are asked for. */
  readonly totp: Buffer | null;
}

/** The account of a person, held until the transaction ends; undefined when there is none. */
export async function lockAccount(
  tx: Tx,
  program: string,
  person: string,
): Promise<Account | undefined> {
  const [row] = await tx.query<Account>(
    `SELECT id AS person, active, password, totp FROM person
      WHERE program_id = $1 AND id = $2 FOR NO KEY UPDATE`,
    [program, person],
  );
  return row;
}

/** The account of a person with a password. @throws NoPassword */
export async function lockLocalAccount(
  tx: Tx,
  program: string,
  person: string,
): Promise<Account & { readonly password: string }> {
  const account = await lockAccount(tx, program, person);
  if (!account?.password) throw new NoPassword();
  return { ...account, password: account.password };
}

/** Sets a password by its hash. */
export async function setPassword(
  tx: Tx,
  program: string,
  person: string,
  hash: string,
): Promise<void> {
  await tx.query('UPDATE person SET password = $3 WHERE program_id = $1 AND id = $2', [
    program,
    person,
    hash,
  ]);
}

/** One-time codes of people: sealed while they lie in the database, and none taken twice. */
export class AccountCodes {
  constructor(private readonly seals: Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>) {}

  /** Whether a code is the account's and was not used; uses it up. */
  async use(
    tx: Tx,
    program: string,
    account: Account,
    code: string,
    now: Instant,
  ): Promise<boolean> {
    if (account.totp === null) return false;
    const secret = this.seals.unsealUnderMaster(account.totp, placeOf(program, account.person));
    const step = secret === undefined ? undefined : stepOfCode(secret, code, now);
    if (step === undefined) return false;
    const used = await tx.query(
      `UPDATE person SET totp_step = $3
        WHERE program_id = $1 AND id = $2 AND (totp_step IS NULL OR totp_step < $3) RETURNING 1`,
      [program, account.person, step],
    );
    return used.length > 0;
  }

  /** Asks for codes from now on; the step of the one that confirmed it is used up. */
  async begin(
    tx: Tx,
    program: string,
    person: string,
    secret: string,
    step: number,
  ): Promise<void> {
    await tx.query(
      'UPDATE person SET totp = $3, totp_step = $4 WHERE program_id = $1 AND id = $2',
      [program, person, this.seals.sealUnderMaster(secret, placeOf(program, person)), step],
    );
  }

  /** Asks for none from now on. */
  async end(tx: Tx, program: string, person: string): Promise<void> {
    await tx.query(
      'UPDATE person SET totp = NULL, totp_step = NULL WHERE program_id = $1 AND id = $2',
      [program, person],
    );
  }
}

function placeOf(program: string, person: string): string {
  return `one-time codes ${program} ${person}`;
}
