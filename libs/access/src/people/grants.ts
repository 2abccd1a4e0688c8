import type { ProgramId, UnitKey } from '#lib/domain';
import { inSight, type Sight, UnknownUnit, unitsInSight } from '#lib/projections';
import { type Clock, newId, type Tx } from '#lib/platform';
import { type Caller, type Grant, reachOf } from '../caller.js';
import { excessesOf } from '../keys/might.js';
import type { Role } from '../permissions.js';
import { lockKeys } from '../programs.js';
import { requireAdministrator } from './administrators.js';
import {
  GrantBeyondReach,
  GrantExists,
  UnknownGrant,
  UnknownGroup,
  UnknownPerson,
} from './errors.js';

/** Who a role is given to. */
export type Holder = { readonly person: string } | { readonly group: string };

/** A role that was given. */
export interface RoleGrant {
  /** A UUID. */
  readonly id: string;
  /** The id of the person; null: it is a group's. */
  readonly person: string | null;
  readonly group: string | null;
  readonly role: Role;
  /** It holds for this unit and all below it; null: for the whole program. */
  readonly under: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

interface Row {
  readonly id: string;
  readonly person: string | null;
  readonly group_id: string | null;
  readonly role: Role;
  readonly under: string | null;
  readonly created_at: Date;
}

const COLUMNS = 'id, person, group_id, role, under, created_at';

/** What a person has, be they disabled or not. */
const HELD = `
SELECT DISTINCT role, under FROM role_grant
 WHERE program_id = $1
   AND (person = $2 OR group_id IN (
         SELECT group_id FROM group_member WHERE program_id = $1 AND person = $2))`;

/**
 * The roles of a person, their own and those of their groups, as they are at this moment; none when
 * they are disabled or gone. Nothing keeps the answer, so that a change counts at once.
 */
export async function grantsOf(tx: Tx, program: string, person: string): Promise<Grant[]> {
  const rows = await tx.query<{ role: Role; under: string | null }>(
    `${HELD} AND EXISTS (SELECT 1 FROM person WHERE program_id = $1 AND id = $2 AND active)
      ORDER BY role, under`,
    [program, person],
  );
  return rows.map(({ role, under }) => ({ role, under, milestones: null, scopes: null }));
}

/** Roles that are given to people and groups. Every call works in the transaction it is given. */
export class Grants {
  constructor(private readonly clock: Clock) {}

  /** Those in sight in the order they were given, after the one with the id `after`. */
  async list(
    tx: Tx,
    viewer: { readonly program: ProgramId; readonly sight: Sight },
    page: {
      readonly person?: string | undefined;
      readonly group?: string | undefined;
      readonly after?: string | undefined;
      readonly limit: number;
    },
  ): Promise<RoleGrant[]> {
    const seen = await unitsInSight(tx, viewer);
    const rows = await tx.query<Row>(
      `SELECT ${COLUMNS} FROM role_grant
        WHERE program_id = $1 AND ($2::uuid IS NULL OR id > $2)
          AND ($3::uuid IS NULL OR person = $3) AND ($4::uuid IS NULL OR group_id = $4)
          AND ($5::text[] IS NULL OR under = ANY ($5)) ORDER BY id LIMIT $6`,
      [
        viewer.program,
        page.after ?? null,
        page.person ?? null,
        page.group ?? null,
        seen === undefined ? null : [...seen],
        page.limit,
      ],
    );
    return rows.map(toGrant);
  }

  /**
   * Gives a role.
   * @param by who gives it: nobody gives more than they have
   * @throws UnknownUnit, GrantBeyondReach, UnknownPerson, UnknownGroup, GrantExists
   */
  async create(
    tx: Tx,
    by: Caller,
    wish: { readonly to: Holder; readonly role: Role; readonly under: string | null },
  ): Promise<RoleGrant> {
    const { program } = by;
    const { to, role, under } = wish;
    await lockKeys(tx, program);
    if (under !== null) await requireUnit(tx, by, under);
    await requireWithin(tx, by, [{ role, under }]);
    await requireHolder(tx, program, to);
    const [person, group] = 'person' in to ? [to.person, null] : [null, to.group];
    const [row] = await tx.query<Row>(
      `INSERT INTO role_grant (program_id, id, person, group_id, role, under)
       SELECT $1, $2::uuid, $3::uuid, $4::uuid, $5, $6::text
        WHERE NOT EXISTS (
              SELECT 1 FROM role_grant
               WHERE program_id = $1 AND role = $5 AND under IS NOT DISTINCT FROM $6
                 AND person IS NOT DISTINCT FROM $3::uuid AND group_id IS NOT DISTINCT FROM $4::uuid)
       RETURNING ${COLUMNS}`,
      [program, newId(), person, group, role, under],
    );
    if (!row) throw new GrantExists();
    return toGrant(row);
  }

  /**
   * Refuses somebody to whom the roles of a person or group would come in a roundabout way, such as
   * by joining the group or by another address of the person.
   * @throws GrantBeyondReach when they are more than they have
   */
  async requireNoMore(tx: Tx, by: Caller, than: Holder): Promise<void> {
    const { program } = by;
    const held = await ('person' in than
      ? tx.query<Pick<Grant, 'role' | 'under'>>(HELD, [program, than.person])
      : tx.query<Pick<Grant, 'role' | 'under'>>(
          'SELECT role, under FROM role_grant WHERE program_id = $1 AND group_id = $2',
          [program, than.group],
        ));
    await requireWithin(tx, by, held);
  }

  /** Takes a role away. @throws UnknownGrant also for one out of sight; LastAdministrator */
  async delete(
    tx: Tx,
    viewer: { readonly program: ProgramId; readonly sight: Sight },
    id: string,
  ): Promise<RoleGrant> {
    const { program, sight } = viewer;
    await lockKeys(tx, program);
    const [row] = await tx.query<Row>(
      `DELETE FROM role_grant WHERE program_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
      [program, id],
    );
    if (!row) throw new UnknownGrant(id);
    if (sight !== 'everything') {
      const unit = row.under as UnitKey | null;
      const seen = unit === null ? new Set<UnitKey>() : await inSight(tx, viewer, [unit]);
      if (unit === null || !seen.has(unit)) throw new UnknownGrant(id);
    }
    if (row.role === 'administrator') await requireAdministrator(tx, program, this.clock.now());
    return toGrant(row);
  }
}

/** @throws UnknownUnit: it is not there, or out of sight */
async function requireUnit(tx: Tx, by: Caller, under: string): Promise<void> {
  const program = by.program as ProgramId;
  const unit = under as UnitKey;
  const rows = await tx.query('SELECT 1 FROM unit WHERE program_id = $1 AND unit = $2', [
    program,
    unit,
  ]);
  const sight = reachOf(by, 'administer')?.sight ?? [];
  const seen = await inSight(tx, { program, sight }, [unit]);
  if (rows.length === 0 || !seen.has(unit)) throw new UnknownUnit(unit, '/under');
}

/** @throws GrantBeyondReach when one of them is more than somebody has */
async function requireWithin(
  tx: Tx,
  by: Caller,
  grants: readonly Pick<Grant, 'role' | 'under'>[],
): Promise<void> {
  const mights = grants.map(({ role, under }) => ({
    role,
    under,
    milestones: null,
    scopes: null,
    serverAdministrator: false,
  }));
  for (const [index, excess] of (await excessesOf(tx, by, mights)).entries()) {
    if (excess !== undefined) throw new GrantBeyondReach(grants[index]?.role ?? '');
  }
}

/** @throws UnknownPerson, UnknownGroup */
async function requireHolder(tx: Tx, program: string, to: Holder): Promise<void> {
  const [table, id] = 'person' in to ? ['person', to.person] : ['person_group', to.group];
  const rows = await tx.query(
    `SELECT 1 FROM ${table} WHERE program_id = $1 AND id = $2 FOR KEY SHARE`,
    [program, id],
  );
  if (rows.length > 0) return;
  throw 'person' in to ? new UnknownPerson(id, '/person') : new UnknownGroup(id, '/group');
}

function toGrant(row: Row): RoleGrant {
  return {
    id: row.id,
    person: row.person,
    group: row.group_id,
    role: row.role,
    under: row.under,
    createdAt: row.created_at.getTime(),
  };
}
