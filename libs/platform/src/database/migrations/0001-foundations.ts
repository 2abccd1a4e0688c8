import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables of a program have `program_id` first in every key, are owned by the role that migrates
 * and are read and written under `waymark_app`, which row-level security holds to one program.
 */
const PROGRAM_TABLES = `
CREATE TABLE program (
  program_id text COLLATE "C" PRIMARY KEY,
  -- what it was called when it was made, until its log says otherwise; null: its id
  name text,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE feed_head (
  program_id text COLLATE "C" PRIMARY KEY REFERENCES program,
  position bigint NOT NULL DEFAULT 0,
  hash bytea NOT NULL DEFAULT '\\x0000000000000000000000000000000000000000000000000000000000000000',
  recorded_at timestamptz NOT NULL DEFAULT '-infinity',
  -- position of the last fact that changed models, dictionary or what the program follows
  catalogue_position bigint NOT NULL DEFAULT 0
);

CREATE TABLE event (
  program_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  id uuid NOT NULL,
  type text NOT NULL,
  shape smallint NOT NULL,
  unit text COLLATE "C",
  occurred_at text NOT NULL,
  effective_at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  author uuid NOT NULL,
  actor jsonb NOT NULL,
  source text NOT NULL,
  source_id text NOT NULL,
  data jsonb NOT NULL,
  digest bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (program_id, position),
  UNIQUE (program_id, id)
);
-- the source_id of a command is the id itself
CREATE UNIQUE INDEX event_source ON event (program_id, source, source_id) WHERE source <> 'waymark';
CREATE INDEX event_unit ON event (program_id, unit, position);
CREATE INDEX event_catalogue ON event (program_id, position)
  WHERE type IN ('model.added', 'model.adopted', 'milestone.defined', 'program.changed');
-- the few facts about units, models and decisions among the many about milestones
CREATE INDEX event_other ON event (program_id, position)
  WHERE type NOT IN ('milestone.achieved', 'milestone.lapsed', 'milestone.assessed');

-- one key for each author or subject of texts; destroying it erases what they wrote
CREATE TABLE subject_key (
  program_id text COLLATE "C" NOT NULL,
  subject uuid NOT NULL,
  wrapped bytea NOT NULL,
  PRIMARY KEY (program_id, subject)
);

CREATE TABLE idempotency (
  program_id text COLLATE "C" NOT NULL,
  scope text NOT NULL,
  key text NOT NULL,
  digest bytea NOT NULL,
  author uuid NOT NULL,
  answer bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (program_id, scope, key)
);
CREATE INDEX idempotency_age ON idempotency (program_id, created_at);

CREATE TABLE access_key (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  prefix text NOT NULL,
  name text NOT NULL,
  role text NOT NULL,
  under text COLLATE "C",
  milestones text[],
  server_administrator boolean NOT NULL DEFAULT false,
  expires_on date,
  created_at timestamptz NOT NULL DEFAULT now(),
  revoked_at timestamptz,
  PRIMARY KEY (program_id, id),
  UNIQUE (program_id, secret_hash)
);
CREATE INDEX access_key_secret ON access_key (secret_hash);

-- uploaded models; the log names them by their hash
CREATE TABLE model_version (
  program_id text COLLATE "C" NOT NULL,
  model text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL,
  yaml text NOT NULL,
  PRIMARY KEY (program_id, model, version)
);

-- read models -------------------------------------------------------------------------------

-- a unit as known now: version for If-Match, and the last position up to which its standings are written
CREATE TABLE unit (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  version bigint NOT NULL,
  standings_position bigint NOT NULL DEFAULT 0,
  name text NOT NULL,
  kind text NOT NULL,
  parent text COLLATE "C",
  tags text[] NOT NULL DEFAULT '{}',
  models text[] NOT NULL DEFAULT '{}',
  owner jsonb,
  retired boolean NOT NULL DEFAULT false,
  PRIMARY KEY (program_id, unit)
);
CREATE INDEX unit_parent ON unit (program_id, parent);

-- the organisation tree, bitemporal: valid time in instants, known time in positions
CREATE TABLE unit_state (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  known_from bigint NOT NULL,
  known_until bigint NOT NULL DEFAULT 9007199254740991,
  parent text COLLATE "C",
  name text NOT NULL,
  kind text NOT NULL,
  tags text[] NOT NULL,
  retired boolean NOT NULL,
  PRIMARY KEY (program_id, unit, known_from, valid_from)
);
CREATE INDEX unit_state_learnt ON unit_state (program_id, known_from);
CREATE INDEX unit_state_ended ON unit_state (program_id, known_until);
CREATE INDEX unit_state_parent ON unit_state (program_id, parent, known_until, valid_from);

-- the stage of a unit in a model, bitemporal
CREATE TABLE standing (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  model text COLLATE "C" NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  known_from bigint NOT NULL,
  known_until bigint NOT NULL DEFAULT 9007199254740991,
  version integer NOT NULL,
  ordinal smallint,
  levels smallint[],
  mean double precision,
  score double precision,
  checked smallint,
  total smallint,
  PRIMARY KEY (program_id, unit, model, known_from, valid_from)
);
CREATE INDEX standing_rollup ON standing (program_id, model, known_until, valid_until) INCLUDE (unit, valid_from, known_from, ordinal);
-- boundaries that pass are looked for as the calendar moves
CREATE INDEX standing_boundary ON standing (program_id, valid_from) WHERE known_until = 9007199254740991;
CREATE INDEX standing_change ON standing (program_id, known_from);

CREATE TABLE checkpoint (
  program_id text COLLATE "C" NOT NULL,
  projection text NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  -- how far the calendar was looked at, for consumers of boundaries that pass
  looked_at timestamptz,
  PRIMARY KEY (program_id, projection)
);

CREATE TABLE recommendation (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  milestone text NOT NULL,
  rank integer NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (program_id, id)
);
CREATE INDEX recommendation_unit ON recommendation (program_id, unit, rank);

CREATE TABLE alert (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  rule text NOT NULL,
  severity text NOT NULL,
  unit text COLLATE "C" NOT NULL,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  summary text NOT NULL,
  because jsonb NOT NULL,
  PRIMARY KEY (program_id, id)
);
CREATE INDEX alert_unit ON alert (program_id, unit, opened_at);

-- what people decided about recommendations and alerts, folded from the log
CREATE TABLE advice_decision (
  program_id text COLLATE "C" NOT NULL,
  subject uuid NOT NULL,
  position bigint NOT NULL,
  type text NOT NULL,
  recorded_at timestamptz NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (program_id, subject, position)
);

-- operations --------------------------------------------------------------------------------

CREATE TABLE dead_letter (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  queue text NOT NULL,
  job jsonb NOT NULL,
  reason text NOT NULL,
  attempts integer NOT NULL,
  failed_at timestamptz NOT NULL,
  replayed_at timestamptz,
  PRIMARY KEY (program_id, id)
);
`;

const TABLES = [...PROGRAM_TABLES.matchAll(/CREATE TABLE (\w+)/g)].map(
  (match) => match[1] as string,
);

/** Hashes of the models that every program sees, so that a published version is never edited in place. */
const SERVER_TABLES = `
CREATE TABLE shared_model (
  model text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (model, version)
);
`;

const ROLE = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'waymark_app') THEN
    CREATE ROLE waymark_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'waymark_app', 'SET') THEN
    EXECUTE format('GRANT waymark_app TO %I', current_user);
  END IF;
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO waymark_app', current_schema());
END $$;
`;

/**
 * The questions that come before a program is known. They run as the owner, whom FORCE ROW LEVEL
 * SECURITY holds too unless it is a superuser: it may read just these two tables.
 */
const FUNCTIONS = `
DO $$ BEGIN
  EXECUTE format('CREATE POLICY of_owner ON feed_head FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY of_owner ON access_key FOR SELECT TO %I USING (true)', current_user);
END $$;

CREATE FUNCTION waymark_programs() RETURNS TABLE (program_id text, "position" bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS 'SELECT program_id, position FROM feed_head';

CREATE FUNCTION waymark_access_key(wanted bytea) RETURNS SETOF access_key
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS 'SELECT * FROM access_key WHERE secret_hash = wanted';

REVOKE EXECUTE ON FUNCTION waymark_programs(), waymark_access_key(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waymark_programs(), waymark_access_key(bytea) TO waymark_app;
`;

/** Tables, policies and functions of the log, the read models and access. */
export class Foundations0001 implements MigrationInterface {
  readonly name = 'Foundations1700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ROLE);
    await runner.query(PROGRAM_TABLES);
    await runner.query(SERVER_TABLES);
    for (const table of TABLES) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(
        `CREATE POLICY of_program ON ${table}
           USING (program_id = current_setting('waymark.program', true))
           WITH CHECK (program_id = current_setting('waymark.program', true))`,
      );
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO waymark_app`);
    }
    await runner.query('GRANT SELECT, INSERT ON shared_model TO waymark_app');
    await runner.query(FUNCTIONS);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
