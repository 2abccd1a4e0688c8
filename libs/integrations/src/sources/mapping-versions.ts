import type { Instant } from '#lib/domain';
import { type Database, fromTimestamp } from '#lib/platform';
import { idOf } from '../deliveries/source-id.js';
import { UnknownMappingVersion } from './errors.js';

/** A version of a mapping, as it is listed. */
export interface ListedMapping {
  readonly version: number;
  readonly madeAt: Instant;
  /** A UUID: the person or key. */
  readonly madeBy: string;
  /** How many rules it has. */
  readonly rules: number;
}

/** A version of a mapping with its rules, as they were given. */
export type MappingVersion = Omit<ListedMapping, 'rules'> & { readonly rules: readonly unknown[] };

interface Row<Rules> {
  readonly version: number;
  readonly made_at: Date;
  readonly made_by: string;
  readonly rules: Rules;
}

/** What mappings of sources were: a version that was made is never changed. */
export class MappingVersions {
  constructor(private readonly database: Database) {}

  /** Those of a source, the newest first, before the version `before`. @throws UnknownSource */
  list(
    program: string,
    source: string,
    { before, limit }: { readonly before?: number | undefined; readonly limit: number },
  ): Promise<readonly ListedMapping[]> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const rows = await tx.query<Row<number>>(
          `SELECT version, made_at, made_by, json_array_length(rules) AS rules FROM source_mapping
            WHERE program_id = $1 AND source = $2 AND ($3::integer IS NULL OR version < $3)
            ORDER BY version DESC LIMIT $4`,
          [program, await idOf(tx, program, source), before ?? null, limit],
        );
        return rows.map(toMapping);
      },
      { readOnly: true },
    );
  }

  /** @throws UnknownSource, UnknownMappingVersion */
  get(program: string, source: string, version: number): Promise<MappingVersion> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const [row] = await tx.query<Row<readonly unknown[]>>(
          `SELECT version, made_at, made_by, rules FROM source_mapping
            WHERE program_id = $1 AND source = $2 AND version = $3`,
          [program, await idOf(tx, program, source), version],
        );
        if (!row) throw new UnknownMappingVersion(version);
        return toMapping(row);
      },
      { readOnly: true },
    );
  }
}

function toMapping<Rules>({ version, made_at, made_by, rules }: Row<Rules>) {
  return { version, madeAt: fromTimestamp(made_at), madeBy: made_by, rules };
}
