import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- heads of the log as they were signed; each names the one before by its digest
CREATE TABLE signed_head (
  program_id text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  position bigint NOT NULL,
  hash bytea NOT NULL,
  recorded_at timestamptz NOT NULL,
  signed_at timestamptz NOT NULL,
  previous bytea,
  -- an operator took the log as it stood; what was signed before counts no more
  afresh boolean NOT NULL DEFAULT false,
  key_id text NOT NULL,
  signature bytea NOT NULL,
  -- when WAYMARK_HEADS_URL took it; how often it was tried, why it failed last, when it is tried next
  sent_at timestamptz,
  send_attempts integer NOT NULL DEFAULT 0,
  send_failure text,
  next_attempt_at timestamptz,
  PRIMARY KEY (program_id, number)
);
CREATE INDEX signed_head_unsent ON signed_head (program_id, number) WHERE sent_at IS NULL;
`;

/** Heads of logs as they were signed. */
export class SignedHeads0010 implements MigrationInterface {
  readonly name = 'SignedHeads1700000000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
