import type { TestDatabase } from '../support/index.js';

/** The rows of every table, as a copy that was kept elsewhere. */
export type Copy = ReadonlyMap<string, string>;

/** Those that are parts of another are copied with it. */
const TABLES = `
  SELECT format('%I.%I', nspname, relname) AS name
    FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
   WHERE relkind IN ('r', 'p') AND NOT relispartition
     AND nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') ORDER BY 1`;

/** Copies every row of the database. */
export async function copyOf({ admin }: Pick<TestDatabase, 'admin'>): Promise<Copy> {
  const copy = new Map<string, string>();
  for (const { name } of await admin<{ name: string }>(TABLES)) {
    const [row] = await admin<{ rows: string }>(
      `SELECT coalesce(json_agg(t), '[]')::text AS rows FROM ${name} t`,
    );
    copy.set(name, row?.rows ?? '[]');
  }
  return copy;
}

/** Makes the database what it was when it was copied. */
export async function putBack({ admin }: Pick<TestDatabase, 'admin'>, copy: Copy): Promise<void> {
  const statements = [...copy].map(
    ([name, rows]) => `TRUNCATE ${name} CASCADE;
      INSERT INTO ${name} OVERRIDING SYSTEM VALUE
      SELECT * FROM json_populate_recordset(NULL::${name}, ${quoted(rows)}::json);`,
  );
  // no triggers and no references while it is half done; one statement, one transaction
  await admin(`DO $do$ BEGIN SET LOCAL session_replication_role = replica;
    ${statements.map((one) => one.split(';')[0]).join(';\n')};
    ${statements.map((one) => one.slice(one.indexOf('INSERT'))).join('\n')} END $do$`);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
