import type { TestDatabase } from '../../support/index.js';

/** What changes by being used and not by being changed. */
const USE = `- 'last_used_at' - 'last_used_on' - 'seen_at'`;

/** The tables of programs; of one that is split, the table that its parts are of. */
const TABLES = `
SELECT c.relname AS name FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'program_id'
 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
   AND c.relnamespace = 'public'::regnamespace ORDER BY 1`;

/** Every row of a program as text, by table; past row-level security. */
export async function rowsOf(
  db: TestDatabase,
  program: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = new Map<string, readonly string[]>();
  for (const { name } of await db.admin<{ name: string }>(TABLES)) {
    const found = await db.admin<{ row: string }>(
      `SELECT (to_jsonb(t) ${USE})::text AS row FROM ${name} AS t WHERE program_id = $1 ORDER BY 1`,
      [program],
    );
    rows.set(
      name,
      found.map(({ row }) => row),
    );
  }
  return rows;
}

/** The programs that any row belongs to. */
export async function programsOf(db: TestDatabase): Promise<ReadonlySet<string>> {
  const programs = new Set<string>();
  for (const { name } of await db.admin<{ name: string }>(TABLES)) {
    const found = await db.admin<{ program_id: string }>(`SELECT DISTINCT program_id FROM ${name}`);
    for (const { program_id } of found) programs.add(program_id);
  }
  return programs;
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The UUIDs in some rows. */
export function idsIn(rows: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  return new Set([...rows.values()].flat().flatMap((row) => row.match(UUID) ?? []));
}
