import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram } from './program-tables.js';

const TABLES = `
-- what the next stage of each model misses at a unit: one narrow row a unit, since most change together
CREATE TABLE gap (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  -- which writing of the program's gaps changed it last; readers in memory ask for what came after theirs
  revision bigint NOT NULL,
  -- { model: { at, to, missing: { milestone: marks } } }
  models jsonb NOT NULL,
  PRIMARY KEY (program_id, unit)
);
CREATE INDEX gap_revision ON gap (program_id, revision);
`;

/** Units that were advised before are looked at once more, so that their gaps are written. */
const LOOK_AGAIN = `
ALTER TABLE advised_unit NO FORCE ROW LEVEL SECURITY;
UPDATE advised_unit SET same_until = '-infinity';
ALTER TABLE advised_unit FORCE ROW LEVEL SECURITY;
`;

/** The table of what holds units back. */
export class Gaps0006 implements MigrationInterface {
  readonly name = 'Gaps1700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, ['gap']);
    await runner.query(LOOK_AGAIN);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
