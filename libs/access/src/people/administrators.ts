import type { Tx } from '#lib/platform';
import { LastAdministrator } from './errors.js';

/**
 * Whether anybody can still administer the whole program: a key in use, or a person who is not
 * disabled, with the role `administrator` and no limit to a subtree. To be asked after a change that
 * may take one away, while the lock of `lockKeys` is held.
 * @param now milliseconds since 1970: keys that are over do not count
 */
export async function hasAdministrator(tx: Tx, program: string, now: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM access_key
      WHERE program_id = $1 AND role = 'administrator' AND under IS NULL AND revoked_at IS NULL
        AND (scopes IS NULL OR 'administer' = ANY (scopes))
        AND (expires_on IS NULL OR expires_on >= $2::date)
     UNION ALL
     SELECT 1 FROM role_grant AS given
       JOIN person ON person.program_id = $1 AND person.active
        AND (person.id = given.person OR EXISTS (
              SELECT 1 FROM group_member
               WHERE group_member.program_id = $1 AND group_member.group_id = given.group_id
                 AND group_member.person = person.id))
      WHERE given.program_id = $1 AND given.role = 'administrator' AND given.under IS NULL
      LIMIT 1`,
    [program, new Date(now).toISOString().slice(0, 10)],
  );
  return rows.length > 0;
}

/** @throws LastAdministrator */
export async function requireAdministrator(tx: Tx, program: string, now: number): Promise<void> {
  if (!(await hasAdministrator(tx, program, now))) throw new LastAdministrator();
}
