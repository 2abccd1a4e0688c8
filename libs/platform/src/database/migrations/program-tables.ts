import type { QueryRunner } from 'typeorm';

/** What the role `waymark_app` sees of a table: the rows of the program of its transaction. */
const OF_PROGRAM = "program_id = current_setting('waymark.program', true)";

/** Of a read model that is rebuilt: those of the generation in force, which is asked for once a statement. */
export const OF_GENERATION = `${OF_PROGRAM} AND generation = (SELECT waymark_generation())`;

/** The tables that a text makes, in its order. */
export function tablesIn(sql: string): readonly string[] {
  return [...sql.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] as string);
}

/**
 * Holds tables of programs to row-level security, their owner included, and lets `waymark_app` work
 * with what it sees of them.
 * @param visible which rows those are, as a condition
 */
export async function holdToProgram(
  runner: QueryRunner,
  tables: readonly string[],
  visible = OF_PROGRAM,
): Promise<void> {
  for (const table of tables) {
    await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
    await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
    await runner.query(
      `CREATE POLICY of_program ON ${table} USING (${visible}) WITH CHECK (${visible})`,
    );
    await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO waymark_app`);
  }
}
