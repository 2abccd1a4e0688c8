import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- how often, and why, somebody who sent to a source was refused; nothing of what was sent
CREATE TABLE source_refusal (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  reason text NOT NULL,
  refused bigint NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, source, reason),
  FOREIGN KEY (program_id, source) REFERENCES source (program_id, id) ON DELETE CASCADE
);
`;

const CHANGES = `
-- for If-Match: each change of what somebody decides about a source is another
ALTER TABLE source ADD COLUMN version integer NOT NULL DEFAULT 1;
-- targets that an undo put back, which no retraction tells
ALTER TABLE source_fact ADD COLUMN undone_at timestamptz;
-- whether a fact was retracted
CREATE INDEX event_retracted ON event (program_id, (data ->> 'event')) WHERE type = 'event.retracted';
-- deliveries are counted by where they stand from the key alone
ALTER TABLE delivery DROP CONSTRAINT delivery_pkey,
  ADD PRIMARY KEY (program_id, source, id) INCLUDE (status);
`;

/** What sources did not take, versions of sources, and what of their facts was taken back. */
export class Refusals0024 implements MigrationInterface {
  readonly name = 'Refusals1700000000024';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
