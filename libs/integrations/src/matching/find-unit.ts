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

/**
 * Finds units by what a source calls them: by what somebody answered before, then by their keys, then
 * by their tags (`external:<source>=<name>`). One finder serves one batch of work.
 */
export class UnitFinder {
  private tagged: Promise<ReadonlyMap<string, readonly UnitKey[]>> | undefined;

  constructor(
    private readonly program: string,
    private readonly source: { readonly id: string; readonly name: string },
  ) {}

  async find(tx: Tx, sought: UnitSought): Promise<FoundUnit> {
    const external = externalOf(sought);
    const [answer] = await tx.query<{ unit: UnitKey | null }>(
      'SELECT unit FROM source_match WHERE program_id = $1 AND source = $2 AND external = $3',
      [this.program, this.source.id, external],
    );
    if (answer) return answer.unit === null ? { none: external } : { unit: answer.unit };
    const [same] = await tx.query<{ unit: UnitKey }>(
      'SELECT unit FROM unit WHERE program_id = $1 AND unit = $2',
      [this.program, external],
    );
    if (same) return same;
    this.tagged ??= this.readTags(tx);
    const [one, ...others] = (await this.tagged).get(external) ?? [];
    return one !== undefined && others.length === 0 ? { unit: one } : { unmatched: external };
  }

  private async readTags(tx: Tx): Promise<ReadonlyMap<string, readonly UnitKey[]>> {
    const prefix = `external:${this.source.name}=`;
    const rows = await tx.query<{ unit: UnitKey; tag: string }>(
      `SELECT unit, tag FROM unit, unnest(tags) AS tag
        WHERE program_id = $1 AND NOT retired AND starts_with(tag, $2)`,
      [this.program, prefix],
    );
    const found = new Map<string, UnitKey[]>();
    for (const { unit, tag } of rows) {
      const external = tag.slice(prefix.length);
      found.set(external, [...(found.get(external) ?? []), unit]);
    }
    return found;
  }
}
