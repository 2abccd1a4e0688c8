import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `
ALTER TABLE sheet_import
  -- what its file is called, sealed under the key of whoever imported it; null: nobody said
  ADD COLUMN file text,
  -- who asked for it to be undone and why, sealed under the master key, while that is under way
  ADD COLUMN undo_asked bytea,
  -- what undoing it came to: how many events were taken back, how many stay, and why
  ADD COLUMN undo_told jsonb,
  DROP CONSTRAINT sheet_import_state_check,
  ADD CONSTRAINT sheet_import_state_check
    CHECK (state IN ('waiting', 'running', 'recorded', 'refused', 'undoing')),
  DROP CONSTRAINT sheet_import_step_check,
  ADD CONSTRAINT sheet_import_step_check
    CHECK (step IN ('reading', 'deciding', 'recording', 'undoing'));

DROP INDEX sheet_import_due;
CREATE INDEX sheet_import_due ON sheet_import (program_id, id)
  WHERE state IN ('waiting', 'running', 'undoing');
`;

/** What imported files are called, and long imports that are undone by the worker. */
export class NamedImports0025 implements MigrationInterface {
  readonly name = 'NamedImports1700000000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
