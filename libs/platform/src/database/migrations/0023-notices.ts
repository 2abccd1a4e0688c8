import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- notices as they were told last
CREATE TABLE told_notice (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  name text COLLATE "C" NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (program_id, id)
);
`;

const CHANGES = `
-- since when a source could not be asked; null: it could
ALTER TABLE source_poll ADD COLUMN failing_since timestamptz;
-- a notice is of no unit
ALTER TABLE channel_notice ALTER COLUMN unit DROP NOT NULL;
-- the advice up to which alerts were told; null: never
ALTER TABLE told_place ADD COLUMN advised_position bigint;
ALTER TABLE told_place ADD COLUMN advised_at timestamptz;
`;

/** Notices of what goes wrong with other systems, and who was told of them. */
export class Notices0023 implements MigrationInterface {
  readonly name = 'Notices1700000000023';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
