import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- tools that tell what happened
CREATE TABLE source (
  program_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  -- the author of what it tells
  id uuid NOT NULL,
  kind text NOT NULL,
  -- those that hold and until when, sealed under the master key
  secrets bytea NOT NULL,
  -- of Salesforce: whose messages are taken
  organization text,
  -- the version of the mapping in force
  mapping integer NOT NULL,
  -- an ISO 8601 duration: longer silence is told; null: it is learned
  silent_after text,
  -- when it was noticed that it is silent; null: it is not
  silent_since timestamptz,
  -- of deliveries that are cleared by now
  last_cleared_at timestamptz,
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, name),
  UNIQUE (program_id, id)
);
CREATE INDEX source_named ON source (name);

-- mappings are never edited: each change is another version
CREATE TABLE source_mapping (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  version integer NOT NULL,
  -- as they were given, the order of members included
  rules json NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  PRIMARY KEY (program_id, source, version),
  FOREIGN KEY (program_id, source) REFERENCES source (program_id, id) ON DELETE CASCADE
);

-- what came, for thirty days
CREATE TABLE delivery (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  -- in the order they came
  id uuid NOT NULL,
  -- the tool's own id of it: given twice, it is the same
  tool_id text NOT NULL,
  event text NOT NULL,
  received_at timestamptz NOT NULL,
  -- headers (without secrets) and body, compressed and sealed under the master key
  sealed bytea NOT NULL,
  status text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- when it is to be worked off; null: not again by itself
  due_at timestamptz,
  -- the mapping it was worked off with
  mapping integer,
  worked_at timestamptz,
  reason text,
  -- what was found in it and what became of each: see libs/integrations, deliveries
  findings jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (program_id, source, id),
  UNIQUE (program_id, source, tool_id),
  FOREIGN KEY (program_id, source) REFERENCES source (program_id, id) ON DELETE CASCADE
);
CREATE INDEX delivery_due ON delivery (program_id, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX delivery_open ON delivery (program_id, source, status, id)
  WHERE status IN ('received', 'unmatched', 'rejected', 'failed');

-- facts that a source told, by the version of its mapping that found them
CREATE TABLE source_fact (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  event uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  mapping integer NOT NULL,
  rule text NOT NULL,
  delivery uuid NOT NULL,
  recorded_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, source, event),
  FOREIGN KEY (program_id, source) REFERENCES source (program_id, id) ON DELETE CASCADE
);

-- which unit somebody said is meant by what a source calls it
CREATE TABLE source_match (
  program_id text COLLATE "C" NOT NULL,
  source uuid NOT NULL,
  external text COLLATE "C" NOT NULL,
  -- null: it is none of ours
  unit text COLLATE "C",
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  PRIMARY KEY (program_id, source, external),
  FOREIGN KEY (program_id, source) REFERENCES source (program_id, id) ON DELETE CASCADE
);
`;

/** Whose delivery it is, is asked before a program is known. */
const LOOK_UP = `
DO $$ BEGIN
  EXECUTE format('CREATE POLICY of_owner ON source FOR SELECT TO %I USING (true)', current_user);
END $$;

CREATE FUNCTION waymark_sources_named(wanted text)
  RETURNS TABLE (program_id text, id uuid, name text, kind text, secrets bytea, organization text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS 'SELECT program_id, id, name, kind, secrets, organization FROM source WHERE name = wanted';

REVOKE EXECUTE ON FUNCTION waymark_sources_named(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waymark_sources_named(text) TO waymark_app;
`;

/** Tools that tell what happened: their secrets, mappings and deliveries. */
export class Sources0018 implements MigrationInterface {
  readonly name = 'Sources1700000000018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    // a version that was made is never changed; it goes with its source
    await runner.query('REVOKE UPDATE, DELETE ON source_mapping FROM waymark_app');
    await runner.query(LOOK_UP);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
