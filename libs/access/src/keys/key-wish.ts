import type { Tx } from '#lib/platform';
import type { Caller } from '../caller.js';
import { KeyTooMighty, KeyUnfit } from '../errors.js';
import { type Excess, excessesOf } from './might.js';
import { type Permission, PERMISSIONS_OF, type Role } from '../permissions.js';

/** A key that somebody wants. */
export interface KeyWish {
  readonly name: string;
  readonly role: Role;
  readonly under?: string;
  readonly milestones?: readonly string[];
  /** The only permissions of the role that it gets. */
  readonly scopes?: readonly Permission[];
  /** `YYYY-MM-DD`, that day (UTC) included. */
  readonly expiresOn?: string;
  /** Absent: what the server allows by default. */
  readonly requestsPerSecond?: number;
}

/** @throws KeyUnfit for scopes that the role does not have, and a unit that does not exist */
export async function requireGrantable(tx: Tx, program: string, wish: KeyWish): Promise<void> {
  const { role, scopes = [], under } = wish;
  const had = PERMISSIONS_OF[role];
  const strange = scopes.findIndex((scope) => !had.includes(scope));
  if (strange >= 0) {
    const message = `The role "${role}" does not have "${scopes[strange]}"; it has ${had.join(', ')}.`;
    throw new KeyUnfit(`/scopes/${strange}`, message);
  }
  if (under === undefined) return;
  const units = await tx.query('SELECT 1 FROM unit WHERE program_id = $1 AND unit = $2', [
    program,
    under,
  ]);
  if (units.length === 0) throw unknownUnit(under);
}

/**
 * What a key may ask for in a second that somebody with a limit of their own makes or changes: no
 * more than they may, and as much where nothing is said.
 * @throws KeyTooMighty
 */
export function rateWithin(caller: Caller, wanted: number | null): number | null {
  const own = caller.requestsPerSecond;
  if (own === null || (wanted !== null && wanted <= own)) return wanted;
  if (wanted === null) return own;
  const message = `You may ask for ${own} requests a second yourself: give no more.`;
  throw new KeyTooMighty('/requestsPerSecond', message);
}

/** @throws KeyUnfit for a unit out of sight, KeyTooMighty for what the maker may not do itself */
export async function requireWithin(tx: Tx, caller: Caller, wish: KeyWish): Promise<void> {
  const { role, under = null, milestones = null, scopes = null } = wish;
  const might = { role, under, milestones, scopes, serverAdministrator: false };
  const [excess] = await excessesOf(tx, caller, [might]);
  if (excess !== undefined) throw refused(excess, wish);
}

function refused(excess: Excess, { under, scopes }: KeyWish): Error {
  if (excess === 'under') {
    return under === undefined
      ? new KeyUnfit(
          '/under',
          'You look after a part of the program: say which unit of it the key is for.',
        )
      : unknownUnit(under);
  }
  if (excess === 'milestones') {
    const message = 'Only some milestones may be recorded by you: name some of those.';
    return new KeyTooMighty('/milestones', message);
  }
  return scopes === undefined
    ? new KeyTooMighty(
        '/role',
        'This role may do more than you may: choose another, or give only scopes that you have.',
      )
    : new KeyTooMighty('/scopes', 'Among these is one that you do not have there: leave it out.');
}

function unknownUnit(unit: string): KeyUnfit {
  return new KeyUnfit(
    '/under',
    `There is no unit "${unit}". GET /api/v1/units lists those there are.`,
  );
}
