/** A set of people, who have the roles it is given. */
export interface Group {
  /** A UUID. */
  readonly id: string;
  /** What providers call it in their claims. */
  readonly name: string;
  /** Its id where it is provisioned from. */
  readonly externalId: string | null;
  /** How many people are in it. */
  readonly members: number;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Counts changes, from 1. */
  readonly version: number;
}

/** Somebody in a group. */
export interface Member {
  /** The id of the person. */
  readonly person: string;
  /** The provider whose claims say so; null: an administrator, or SCIM. */
  readonly issuer: string | null;
}

/** A row of `person_group` and how many are in it. */
export interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly external_id: string | null;
  readonly members: number;
  readonly created_at: Date;
  readonly changed_at: Date;
  readonly version: number;
}

/** The columns of `GroupRow`. */
export const GROUP_COLUMNS = `id, name, external_id, created_at, changed_at, version,
  (SELECT count(DISTINCT person) FROM group_member
    WHERE group_member.program_id = $1 AND group_id = person_group.id) AS members`;

/** The group of a row. */
export function toGroup(row: GroupRow): Group {
  return {
    id: row.id,
    name: row.name,
    externalId: row.external_id,
    members: row.members,
    createdAt: row.created_at.getTime(),
    changedAt: row.changed_at.getTime(),
    version: row.version,
  };
}
