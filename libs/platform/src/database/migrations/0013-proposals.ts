import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- waivers, corrections and retractions that wait for a second pair of eyes
CREATE TABLE proposal (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('waiver', 'correction', 'retraction')),
  proposer uuid NOT NULL,
  -- the name of the proposer and what is wanted, sealed under the key of the proposer
  sealed jsonb NOT NULL,
  proposed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  -- the id its first fact will have: once that is in the log, the proposal is approved
  event uuid NOT NULL,
  closed text CHECK (closed IN ('rejected', 'withdrawn')),
  closed_by uuid,
  closed_at timestamptz,
  -- why, sealed under the key of whoever closed it
  closing jsonb,
  PRIMARY KEY (program_id, id),
  UNIQUE (program_id, event)
);
CREATE INDEX proposal_unit ON proposal (program_id, unit, id);
`;

/** Proposals that wait for somebody else's approval. */
export class Proposals0013 implements MigrationInterface {
  readonly name = 'Proposals1700000000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
