import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, OF_GENERATION } from './program-tables.js';

const TARGET = `
-- what targets of units are, each state with the positions between which it was known
CREATE TABLE target (
  program_id text COLLATE "C" NOT NULL,
  generation integer NOT NULL DEFAULT waymark_generation(),
  unit text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL,
  known_from bigint NOT NULL,
  known_until bigint NOT NULL DEFAULT 9007199254740991,
  goal jsonb NOT NULL,
  -- as given; null: an aim
  due text,
  first_due text,
  moves jsonb NOT NULL,
  -- as stored in the log: its texts are sealed
  owner jsonb,
  set_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, generation, unit, target, known_from)
);
CREATE INDEX target_known ON target (program_id, generation, known_until, known_from);
`;

const CALENDAR_LINK = `
-- addresses that calendar clients subscribe to; the token in them is kept as its hash alone
CREATE TABLE calendar_link (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  token_hash bytea NOT NULL,
  name text NOT NULL,
  under text COLLATE "C",
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (program_id, id),
  UNIQUE (program_id, token_hash)
);
CREATE INDEX calendar_link_token ON calendar_link (token_hash);
`;

/** Whose calendar an address shows is asked before a program is known. */
const LOOK_UP = `
DO $$ BEGIN
  EXECUTE format('CREATE POLICY of_owner ON calendar_link FOR SELECT TO %I USING (true)', current_user);
END $$;

CREATE FUNCTION waymark_calendar_link(wanted bytea)
  RETURNS TABLE (program_id text, id uuid, name text, under text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS 'SELECT program_id, id, name, under FROM calendar_link WHERE token_hash = wanted';

REVOKE EXECUTE ON FUNCTION waymark_calendar_link(bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waymark_calendar_link(bytea) TO waymark_app;
`;

/** The read model of targets, and the addresses of calendars. */
export class Targets0004 implements MigrationInterface {
  readonly name = 'Targets1700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TARGET);
    await runner.query(CALENDAR_LINK);
    await holdToProgram(runner, ['target'], OF_GENERATION);
    await holdToProgram(runner, ['calendar_link']);
    await runner.query(LOOK_UP);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
