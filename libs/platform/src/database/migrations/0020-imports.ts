import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BI_TABLES, biViews } from './bi-views.js';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- sheets that were imported
CREATE TABLE sheet_import (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  -- rows of the sheet that were new, that changed something, and that said what was so already
  new_rows integer NOT NULL,
  changed_rows integer NOT NULL,
  unchanged_rows integer NOT NULL,
  -- when it was undone; null: it was not
  undone_at timestamptz,
  PRIMARY KEY (program_id, id)
);

-- what an import recorded
CREATE TABLE sheet_import_event (
  program_id text COLLATE "C" NOT NULL,
  import uuid NOT NULL,
  event uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  PRIMARY KEY (program_id, import, event),
  FOREIGN KEY (program_id, import) REFERENCES sheet_import (program_id, id) ON DELETE CASCADE
);
`;

/** Sheets that were imported, what each recorded, and views for programs that make reports. */
export class Imports0020 implements MigrationInterface {
  readonly name = 'Imports1700000000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    await runner.query(BI_TABLES);
    await holdToProgram(runner, tablesIn(BI_TABLES));
    // only the operator lets somebody in
    await runner.query('REVOKE INSERT, UPDATE, DELETE ON bi_reader FROM waymark_app');
    const [{ schema }] = await runner.query('SELECT quote_ident(current_schema()) AS schema');
    await runner.query(biViews(schema));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
