import type { UnitKey } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { requireSeen, type Viewer } from '#lib/projections';
import { type Permission, PERMISSIONS_OF, ROLES } from '../permissions.js';

/** Somebody by name. */
export interface Candidate {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
}

/** Who is looked for; what is absent does not narrow. */
export interface CandidateWish {
  /** Those whose role reaches this unit; absent: some unit in sight. */
  readonly unit?: UnitKey | undefined;
  /** Part of the name, whatever its case. */
  readonly q?: string | undefined;
  readonly id?: string | undefined;
}

/** Names are sealed, and each that is searched has to be opened. */
const OPENED_AT_MOST = 2_000;

const CANDIDATES = `
WITH RECURSIVE above AS (
  SELECT unit, parent FROM unit WHERE program_id = $1 AND unit = ANY ($3)
  UNION
  SELECT unit.unit, unit.parent FROM above
    JOIN unit ON unit.program_id = $1 AND unit.unit = above.parent
), below AS (
  SELECT unit FROM unit WHERE program_id = $1 AND unit = ANY ($3) AND $4
  UNION
  SELECT child.unit FROM below
    JOIN unit AS child ON child.program_id = $1 AND child.parent = below.unit
)
SELECT id, sealed FROM person
 WHERE program_id = $1 AND active AND ($5::uuid IS NULL OR id = $5) AND id IN (
   SELECT coalesce(role_grant.person, group_member.person) FROM role_grant
     LEFT JOIN group_member ON group_member.program_id = $1
           AND group_member.group_id = role_grant.group_id
    WHERE role_grant.program_id = $1 AND role = ANY ($2)
      AND (under IS NULL OR $3::text[] IS NULL OR under IN (SELECT unit FROM above)
           OR under IN (SELECT unit FROM below)))
 ORDER BY id LIMIT ${OPENED_AT_MOST}`;

/**
 * The people whose roles give a permission where somebody looks: those that begin so first, then by
 * name. Of programs with more than 2,000 such people, the first 2,000 are searched.
 * @throws UnknownUnit for `unit`
 */
export async function candidatesFor(
  tx: Tx,
  seals: Pick<Seals, 'unseal'>,
  viewer: Viewer,
  permission: Permission,
  { unit, q = '', id }: CandidateWish,
): Promise<readonly Candidate[]> {
  const { program, sight } = viewer;
  if (unit !== undefined) await requireSeen(tx, viewer, unit, '?unit');
  const tops = unit === undefined ? (sight === 'everything' ? null : sight) : [unit];
  const roles = ROLES.filter((role) => PERMISSIONS_OF[role].includes(permission));
  const rows = await tx.query<{ id: string; sealed: Readonly<Record<string, string>> }>(
    CANDIDATES,
    [program, roles, tops, unit === undefined, id ?? null],
  );
  const texts = await seals.unseal(
    tx,
    program,
    rows.map((row) => ({ subject: row.id, sealed: { name: row.sealed['name'] ?? '' } })),
  );
  const wanted = plain(q);
  return rows
    .map((row, index) => ({ id: row.id, name: texts[index]?.['name'] ?? '' }))
    .filter(({ name }) => plain(name).includes(wanted))
    .sort((a, b) => rank(a, wanted) - rank(b, wanted) || (plain(a.name) < plain(b.name) ? -1 : 1));
}

function rank({ name }: Candidate, wanted: string): number {
  if (plain(name).startsWith(wanted)) return 0;
  return plain(name).includes(` ${wanted}`) ? 1 : 2;
}

/** Without regard to case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
}
