import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const PROGRESS = `
-- long sheets are recorded after they were taken, and their head is read then
ALTER TABLE sheet_import
  ALTER COLUMN kind DROP NOT NULL,
  ADD COLUMN state text NOT NULL DEFAULT 'recorded'
    CHECK (state IN ('waiting', 'running', 'recorded', 'refused')),
  -- what is done of it now, and how many of how many rows
  ADD COLUMN step text CHECK (step IN ('reading', 'deciding', 'recording')),
  ADD COLUMN step_done integer NOT NULL DEFAULT 0,
  ADD COLUMN step_total integer NOT NULL DEFAULT 0,
  -- why it was refused, as JSON sealed under the master key; the first of them
  ADD COLUMN faults bytea,
  ADD COLUMN fault_count integer NOT NULL DEFAULT 0;

CREATE INDEX sheet_import_due ON sheet_import (program_id, id) WHERE state IN ('waiting', 'running');
`;

const TABLES = `
-- sheets that are not recorded yet, sealed under the master key
CREATE TABLE sheet_import_file (
  program_id text COLLATE "C" NOT NULL,
  import uuid NOT NULL,
  -- who asked, and what they said of it
  asked bytea NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (program_id, import),
  FOREIGN KEY (program_id, import) REFERENCES sheet_import (program_id, id) ON DELETE CASCADE
);
`;

/** Long sheets that wait to be recorded, and how far that is. */
export class LongImports0022 implements MigrationInterface {
  readonly name = 'LongImports1700000000022';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PROGRESS);
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
