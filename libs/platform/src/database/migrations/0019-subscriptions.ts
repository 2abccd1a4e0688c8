import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- endpoints of others that are told what happens
CREATE TABLE subscription (
  program_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  -- the address, and the secrets with until when each holds, sealed under the master key
  sealed bytea NOT NULL,
  -- patterns of what is told
  events text[] NOT NULL,
  -- only what is about this unit and those below; null: the whole program
  under text COLLATE "C",
  -- what is recorded after this position is told
  after_position bigint NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  -- since when nothing was taken; null: the last was
  failing_since timestamptz,
  -- it asked not to be sent anything before then
  rests_until timestamptz,
  -- null: it is in use
  disabled_at timestamptz,
  -- gone | failing
  disabled_because text,
  PRIMARY KEY (program_id, name),
  UNIQUE (program_id, id)
);

-- what is told to them: to do, and for thirty days what became of it
CREATE TABLE subscription_delivery (
  program_id text COLLATE "C" NOT NULL,
  subscription uuid NOT NULL,
  -- the webhook-id, the same whenever it is sent
  id uuid NOT NULL,
  type text NOT NULL,
  unit text COLLATE "C",
  happened_at timestamptz NOT NULL,
  -- of a fact: where it stands in the log, from where it is read when it is sent
  position bigint,
  -- of anything else: what is told; it holds no texts of people
  data jsonb,
  made_at timestamptz NOT NULL,
  -- waiting | delivered | failed
  status text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- when it is sent next; null: not by itself
  due_at timestamptz,
  last_at timestamptz,
  -- of the last attempt: the status that was answered, what went wrong, and how long it took
  answered integer,
  reason text,
  took_ms integer,
  PRIMARY KEY (program_id, subscription, id),
  FOREIGN KEY (program_id, subscription) REFERENCES subscription (program_id, id) ON DELETE CASCADE
);
CREATE INDEX subscription_delivery_due ON subscription_delivery (program_id, due_at, id)
  WHERE due_at IS NOT NULL;
CREATE INDEX subscription_delivery_made ON subscription_delivery (program_id, made_at);

-- where people of a program are told what matters
CREATE TABLE channel (
  program_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  -- slack | teams | email
  kind text NOT NULL,
  -- of slack and teams: the address, sealed under the master key
  sealed bytea,
  -- of email: whose address it is, and the address, sealed under their key
  subject uuid,
  address text,
  -- only what is about this unit and those below; null: the whole program
  under text COLLATE "C",
  severities text[] NOT NULL,
  -- rules of alerts; null: all
  rules text[],
  -- { mode: at-once } or { mode: digest, every, weekday, hour, zone }
  how jsonb NOT NULL,
  -- { from, to, zone }; null: none
  quiet jsonb,
  after_position bigint NOT NULL,
  made_at timestamptz NOT NULL,
  made_by uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  -- when what waits becomes a message; null: nothing waits
  due_at timestamptz,
  failing_since timestamptz,
  disabled_at timestamptz,
  -- gone | failing | erased
  disabled_because text,
  PRIMARY KEY (program_id, name),
  UNIQUE (program_id, id)
);

-- messages to channels, for thirty days
CREATE TABLE channel_message (
  program_id text COLLATE "C" NOT NULL,
  channel uuid NOT NULL,
  id uuid NOT NULL,
  notices integer NOT NULL,
  made_at timestamptz NOT NULL,
  -- waiting | delivered | failed
  status text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at timestamptz,
  last_at timestamptz,
  reason text,
  PRIMARY KEY (program_id, channel, id),
  FOREIGN KEY (program_id, channel) REFERENCES channel (program_id, id) ON DELETE CASCADE
);
CREATE INDEX channel_message_due ON channel_message (program_id, due_at) WHERE due_at IS NOT NULL;

-- what channels are to be told; it holds no texts of people
CREATE TABLE channel_notice (
  program_id text COLLATE "C" NOT NULL,
  channel uuid NOT NULL,
  id uuid NOT NULL,
  -- null: it waits
  message uuid,
  type text NOT NULL,
  unit text COLLATE "C" NOT NULL,
  severity text NOT NULL,
  data jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, channel, id),
  FOREIGN KEY (program_id, channel) REFERENCES channel (program_id, id) ON DELETE CASCADE
);
CREATE INDEX channel_notice_message ON channel_notice (program_id, channel, message);

-- up to where a program's log and calendar have been told
CREATE TABLE told_place (
  program_id text COLLATE "C" PRIMARY KEY,
  position bigint NOT NULL,
  passed_at timestamptz NOT NULL
);

-- alerts as they were told last
CREATE TABLE told_alert (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  unit text COLLATE "C" NOT NULL,
  rule text NOT NULL,
  closed boolean NOT NULL,
  PRIMARY KEY (program_id, id)
);
`;

/** Endpoints that are told what happens, and what is to be told. */
export class Subscriptions0019 implements MigrationInterface {
  readonly name = 'Subscriptions1700000000019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
