import type { UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { UnitSought } from '../mappings/finding.js';

/** The unit that a source means. */
export type FoundUnit =
  | { readonly unit: UnitKey }
  /** Somebody said that it is none of the program's. */
  | { readonly none: string }
  /** Nobody knows yet. */
  | { readonly unmatched: string };

/** What a source calls the unit that is sought. */
export function externalOf(sought: UnitSought): string {
  return 'key' in sought ? sought.key : sought.external;
}

const FIND = `
SELECT sought.external, answer.external IS NOT NULL AS answered, answer.unit AS answer, unit.unit AS same
  FROM unnest($3::text[]) AS sought(external)
  LEFT JOIN source_match answer
    ON answer.program_id = $1 AND answer.source = $2 AND answer.external = sought.external
  LEFT JOIN unit ON unit.program_id = $1 AND unit.unit = sought.external`;

const TAGGED = `
SELECT substr(tag, length($2) + 1) AS external, min(unit) AS unit
  FROM unit, unnest(tags) AS tag
 WHERE program_id = $1 AND NOT retired AND starts_with(tag, $2)
   AND substr(tag, length($2) + 1) = ANY ($3)
 GROUP BY external HAVING count(*) = 1`;

/**
 * Finds units by what a source calls them: by what somebody answered before, then by their keys, then
 * by their tags (`external:<source>=<name>`, of one unit alone).
 */
export async function findUnits(
  tx: Tx,
  program: string,
  source: { readonly id: string; readonly name: string },
  sought: readonly UnitSought[],
): Promise<ReadonlyMap<string, FoundUnit>> {
  const externals = [...new Set(sought.map(externalOf))];
  const found = new Map<string, FoundUnit>();
  if (externals.length === 0) return found;
  const rows = await tx.query<{
    external: string;
    answered: boolean;
    answer: UnitKey | null;
    same: UnitKey | null;
  }>(FIND, [program, source.id, externals]);
  for (const { external, answered, answer, same } of rows) {
    const unit = answered ? answer : same;
    if (unit !== null) found.set(external, { unit });
    else found.set(external, answered ? { none: external } : { unmatched: external });
  }
  const open = [...found].flatMap(([external, one]) => ('unmatched' in one ? [external] : []));
  if (open.length === 0) return found;
  const tagged = await tx.query<{ external: string; unit: UnitKey }>(TAGGED, [
    ...[program, `external:${source.name}=`, open],
  ]);
  for (const { external, unit } of tagged) found.set(external, { unit });
  return found;
}
