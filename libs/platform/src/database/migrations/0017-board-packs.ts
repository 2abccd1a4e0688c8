import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- what an office took to a board: the figures as they were printed, and what they were asked for
CREATE TABLE board_pack (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  author uuid NOT NULL,
  -- the name of the author, the title and the text, sealed under the key of the author
  sealed jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  as_of timestamptz NOT NULL,
  known_at timestamptz NOT NULL,
  position bigint NOT NULL,
  -- whose trees are counted: [[milliseconds since 1970, position], …]
  pairs jsonb NOT NULL,
  -- the units counted, where the author did not see all below the unit; null: all of them
  counted text[] COLLATE "C",
  figures jsonb NOT NULL,
  -- what of the last pack would read differently; null: it is the first of its unit
  restated jsonb,
  PRIMARY KEY (program_id, id)
);
CREATE INDEX board_pack_unit ON board_pack (program_id, unit, id);
`;

/** Board packs that were made. */
export class BoardPacks0017 implements MigrationInterface {
  readonly name = 'BoardPacks1700000000017';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    // one that was made is never changed
    await runner.query('REVOKE UPDATE, DELETE ON board_pack FROM waymark_app');
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
