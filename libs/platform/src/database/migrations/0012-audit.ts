import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- who did what of an administrative kind, and what was refused; ids alone, never names or texts
CREATE TABLE audit_entry (
  program_id text COLLATE "C" NOT NULL,
  -- 1, 2, 3 … in the order of commits
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  -- key, person, operator (the command line) or nobody that is known
  actor_kind text NOT NULL,
  actor uuid,
  -- where from: the address, sealed under the key of the actor
  sealed jsonb,
  -- where from, when there is nobody under whose key it could be sealed
  address text,
  about jsonb NOT NULL,
  PRIMARY KEY (program_id, position)
);
CREATE INDEX audit_entry_at ON audit_entry (program_id, at);
CREATE INDEX audit_entry_actor ON audit_entry (program_id, actor, position);

CREATE TABLE audit_head (
  program_id text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL,
  -- up to where entries went to the syslog server
  sent bigint NOT NULL DEFAULT 0
);
`;

/**
 * Entries are added and never changed; only those that are over go, and none of the last 30 days,
 * whatever is asked for.
 */
const APPEND_ONLY = `
REVOKE UPDATE, DELETE ON audit_entry FROM waymark_app;
REVOKE DELETE ON audit_head FROM waymark_app;

CREATE FUNCTION waymark_forget_audit(before timestamptz) RETURNS bigint
  LANGUAGE sql SECURITY DEFINER SET search_path FROM CURRENT
  AS $$
    WITH gone AS (
      DELETE FROM audit_entry
       WHERE program_id = current_setting('waymark.program', true)
         AND at < least(before, now() - interval '30 days')
      RETURNING 1
    ) SELECT count(*) FROM gone
  $$;
REVOKE EXECUTE ON FUNCTION waymark_forget_audit(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waymark_forget_audit(timestamptz) TO waymark_app;
`;

/** The audit trail of every program. */
export class Audit0012 implements MigrationInterface {
  readonly name = 'Audit1700000000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    await runner.query(APPEND_ONLY);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
