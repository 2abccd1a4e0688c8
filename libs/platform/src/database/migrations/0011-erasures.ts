import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- a subject without a key was erased, and never gets one again
ALTER TABLE subject_key ALTER COLUMN wrapped DROP NOT NULL;

-- who was erased, by subjects alone: those under whose keys their texts were sealed
CREATE TABLE erasure (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  subjects uuid[] NOT NULL,
  erased_at timestamptz NOT NULL,
  -- the id of the key or the person who asked for it; null: it came from the register of a process
  asked_by uuid,
  -- why, sealed under the key of whoever asked
  sealed jsonb NOT NULL DEFAULT '{}',
  -- how much of what it touched
  touched jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (program_id, id)
);
CREATE INDEX erasure_age ON erasure (program_id, erased_at);
`;

/** What a process compares its register with before it serves: the erasures of every program. */
const FUNCTIONS = `
DO $$ BEGIN
  EXECUTE format('CREATE POLICY of_owner ON erasure FOR SELECT TO %I USING (true)', current_user);
END $$;

CREATE FUNCTION waymark_erasures() RETURNS TABLE (program_id text, id uuid, subjects uuid[], erased_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS 'SELECT program_id, id, subjects, erased_at FROM erasure';

REVOKE EXECUTE ON FUNCTION waymark_erasures() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waymark_erasures() TO waymark_app;
`;

/** People whose keys were destroyed. */
export class Erasures0011 implements MigrationInterface {
  readonly name = 'Erasures1700000000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    await runner.query(FUNCTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
