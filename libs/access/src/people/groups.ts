import { type Clock, newId, type Tx } from '#lib/platform';
import { lockKeys } from '../programs.js';
import { requireAdministrator } from './administrators.js';
import { GroupExists, UnknownGroup, UnknownPerson } from './errors.js';
import { type Group, GROUP_COLUMNS, type GroupRow, type Member, toGroup } from './group.js';
import { type IfMatch, requireVersion } from './people.js';

/** What can be said of a group; null takes it away. */
export interface GroupChange {
  readonly name?: string | undefined;
  readonly externalId?: string | null | undefined;
}

/** Memberships that come from administrators and SCIM, not from the claims of a provider. */
const OURS = '';

/** The groups of a program. Every call works in the transaction it is given. */
export class Groups {
  constructor(private readonly clock: Clock) {}

  /** @throws GroupExists */
  async create(
    tx: Tx,
    program: string,
    wish: GroupChange & { readonly name: string },
  ): Promise<Group> {
    const [row] = await tx.query<GroupRow>(
      `INSERT INTO person_group (program_id, id, name, external_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING ${GROUP_COLUMNS}`,
      [program, newId(), wish.name, wish.externalId ?? null],
    );
    if (!row) throw new GroupExists(wish.name);
    return toGroup(row);
  }

  /** @throws UnknownGroup */
  async get(tx: Tx, program: string, id: string): Promise<Group> {
    const [row] = await tx.query<GroupRow>(
      `SELECT ${GROUP_COLUMNS} FROM person_group WHERE program_id = $1 AND id = $2`,
      [program, id],
    );
    if (!row) throw new UnknownGroup(id);
    return toGroup(row);
  }

  /** The names of some groups, by id. */
  async names(
    tx: Tx,
    program: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; name: string }>(
      'SELECT id, name FROM person_group WHERE program_id = $1 AND id = ANY ($2::uuid[])',
      [program, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Groups in the order they were made, after the one with the id `after`. */
  async list(
    tx: Tx,
    program: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Group[]> {
    const rows = await tx.query<GroupRow>(
      `SELECT ${GROUP_COLUMNS} FROM person_group
        WHERE program_id = $1 AND ($2::uuid IS NULL OR id > $2) ORDER BY id LIMIT $3`,
      [program, page.after ?? null, page.limit],
    );
    return rows.map(toGroup);
  }

  /** @throws UnknownGroup, ChangedSince, GroupExists */
  async change(
    tx: Tx,
    program: string,
    id: string,
    change: GroupChange,
    ifMatch?: IfMatch,
  ): Promise<Group> {
    // one change of groups at a time, so that no unique key is met
    await lockKeys(tx, program);
    const before = await this.get(tx, program, id);
    requireVersion(before.version, ifMatch);
    const name = change.name ?? before.name;
    const externalId = change.externalId === undefined ? before.externalId : change.externalId;
    if (name === before.name && externalId === before.externalId) return before;
    const [row] = await tx.query<GroupRow>(
      `UPDATE person_group
          SET name = $3, external_id = $4, version = version + 1, changed_at = now()
        WHERE program_id = $1 AND id = $2 AND NOT EXISTS (
              SELECT 1 FROM person_group AS other
               WHERE other.program_id = $1 AND other.name = $3 AND other.id <> $2)
        RETURNING ${GROUP_COLUMNS}`,
      [program, id, name, externalId],
    );
    if (!row) throw new GroupExists(name);
    return toGroup(row);
  }

  /** @throws UnknownGroup, ChangedSince, LastAdministrator */
  async delete(tx: Tx, program: string, id: string, ifMatch?: IfMatch): Promise<void> {
    await lockKeys(tx, program);
    requireVersion((await this.get(tx, program, id)).version, ifMatch);
    await tx.query('DELETE FROM person_group WHERE program_id = $1 AND id = $2', [program, id]);
    await requireAdministrator(tx, program, this.clock.now());
  }

  /** Who is in a group, by the id of the person, after the one with the id `after`. */
  async members(
    tx: Tx,
    program: string,
    group: string,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Member[]> {
    return tx.query<Member>(
      `SELECT person, nullif(min(issuer), '') AS issuer FROM group_member
        WHERE program_id = $1 AND group_id = $2 AND ($3::uuid IS NULL OR person > $3)
        GROUP BY person ORDER BY person LIMIT $4`,
      [program, group, page.after ?? null, page.limit],
    );
  }

  /** Those of some groups that there are, in the order they were made. */
  async some(tx: Tx, program: string, ids: readonly string[]): Promise<Group[]> {
    const rows = await tx.query<GroupRow>(
      `SELECT ${GROUP_COLUMNS} FROM person_group
        WHERE program_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id`,
      [program, ids],
    );
    return rows.map(toGroup);
  }

  /** The ids of everybody in some groups, by the id of the group; of one person alone where one is named. */
  async membersOf(
    tx: Tx,
    program: string,
    groups: readonly string[],
    person?: string,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await tx.query<{ id: string; people: string[] }>(
      `SELECT group_id AS id, array_agg(DISTINCT person ORDER BY person) AS people
         FROM group_member
        WHERE program_id = $1 AND group_id = ANY ($2::uuid[]) AND ($3::uuid IS NULL OR person = $3)
        GROUP BY group_id`,
      [program, groups, person ?? null],
    );
    return new Map(rows.map(({ id, people }) => [id, people]));
  }

  /** Which groups people are in: the ids and names, by the id of the person. */
  async groupsOf(
    tx: Tx,
    program: string,
    people: readonly string[],
  ): Promise<ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>> {
    const rows = await tx.query<{ person: string; id: string; name: string }>(
      `SELECT DISTINCT member.person, held.id, held.name FROM group_member AS member
         JOIN person_group AS held ON held.program_id = $1 AND held.id = member.group_id
        WHERE member.program_id = $1 AND member.person = ANY ($2::uuid[]) ORDER BY held.id`,
      [program, people],
    );
    const groups = new Map<string, { readonly id: string; readonly name: string }[]>();
    for (const { person, id, name } of rows) {
      const held = groups.get(person);
      if (held) held.push({ id, name });
      else groups.set(person, [{ id, name }]);
    }
    return groups;
  }

  /**
   * Puts people into a group; those in it already stay.
   * @param pointer which part of the request named them
   * @throws UnknownGroup, UnknownPerson
   */
  async add(
    tx: Tx,
    program: string,
    id: string,
    people: readonly string[],
    pointer = '/members',
  ): Promise<void> {
    await this.lock(tx, program, id);
    if (people.length === 0) return;
    const known = await tx.query<{ id: string }>(
      'SELECT id FROM person WHERE program_id = $1 AND id = ANY ($2::uuid[]) FOR KEY SHARE',
      [program, people],
    );
    const there = new Set(known.map((one) => one.id));
    const missing = people.find((one) => !there.has(one));
    if (missing !== undefined) throw new UnknownPerson(missing, pointer);
    const added = await tx.query(
      `INSERT INTO group_member (program_id, group_id, person, issuer)
       SELECT $1, $2::uuid, person, $4 FROM unnest($3::uuid[]) AS wanted (person)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [program, id, [...there], OURS],
    );
    if (added.length > 0) await this.touch(tx, program, id);
  }

  /**
   * Takes people out of a group, also where a provider put them in (which it does again when they
   * sign in the next time and its claims still say so). Those who are not in it are passed over.
   * @param people `everybody`, or their ids
   * @throws UnknownGroup, LastAdministrator
   */
  async remove(
    tx: Tx,
    program: string,
    id: string,
    people: readonly string[] | 'everybody',
  ): Promise<void> {
    await this.lock(tx, program, id);
    const removed = await tx.query(
      `DELETE FROM group_member
        WHERE program_id = $1 AND group_id = $2 AND ($3::uuid[] IS NULL OR person = ANY ($3))
        RETURNING 1`,
      [program, id, people === 'everybody' ? null : people],
    );
    if (removed.length === 0) return;
    await this.touch(tx, program, id);
    await requireAdministrator(tx, program, this.clock.now());
  }

  /**
   * Makes these people, and nobody else, the members of a group.
   * @throws UnknownGroup, UnknownPerson, LastAdministrator
   */
  async replace(tx: Tx, program: string, id: string, people: readonly string[]): Promise<void> {
    await this.add(tx, program, id, people);
    const removed = await tx.query(
      `DELETE FROM group_member
        WHERE program_id = $1 AND group_id = $2 AND person <> ALL ($3::uuid[]) RETURNING 1`,
      [program, id, people],
    );
    if (removed.length === 0) return;
    await this.touch(tx, program, id);
    await requireAdministrator(tx, program, this.clock.now());
  }

  private async lock(tx: Tx, program: string, id: string): Promise<void> {
    await lockKeys(tx, program);
    await this.get(tx, program, id);
  }

  private async touch(tx: Tx, program: string, id: string): Promise<void> {
    await tx.query(
      `UPDATE person_group SET version = version + 1, changed_at = now()
        WHERE program_id = $1 AND id = $2`,
      [program, id],
    );
  }
}
