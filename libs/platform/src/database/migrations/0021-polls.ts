import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- how a source is asked for what it did not send
CREATE TABLE source_poll (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  -- null: where the tool is for everybody
  url text,
  projects text[] NOT NULL,
  -- an ISO 8601 duration
  every text NOT NULL,
  -- sealed under the master key
  credentials bytea NOT NULL,
  -- what changed before is not asked for
  from_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  -- when all of it was last asked for without a failure
  polled_at timestamptz,
  failures integer NOT NULL DEFAULT 0,
  failure text,
  PRIMARY KEY (program_id, source),
  FOREIGN KEY (program_id, source) REFERENCES source (program_id, id) ON DELETE CASCADE
);

-- how far it was asked, list by list of each project
CREATE TABLE source_poll_place (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  project text COLLATE "C" NOT NULL,
  list text COLLATE "C" NOT NULL,
  -- null: not once to its end
  reached_at timestamptz,
  -- what was seen, so that a change is known by it; none of it tells of people
  remembered jsonb,
  PRIMARY KEY (program_id, source, project, list),
  FOREIGN KEY (program_id, source) REFERENCES source_poll (program_id, source) ON DELETE CASCADE
);
`;

/** Sources that are asked for what they did not send. */
export class Polls0021 implements MigrationInterface {
  readonly name = 'Polls1700000000021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    // silence is of what a tool sends by itself
    await runner.query('ALTER TABLE delivery ADD COLUMN polled boolean NOT NULL DEFAULT false');
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
