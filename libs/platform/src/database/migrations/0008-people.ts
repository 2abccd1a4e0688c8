import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- those who sign in; the id is also the subject under whose key their texts are sealed
CREATE TABLE person (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  -- the subject of their e-mail address, which does not tell it; null once erased
  mail_subject uuid,
  -- name, email and whatever else identifies them, each sealed under the key of the id
  sealed jsonb NOT NULL,
  -- where they are provisioned from (SCIM): its own id for them
  external_id text,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  -- counts changes, for ETags
  version integer NOT NULL DEFAULT 1,
  -- local accounts: the argon2id hash; null: no password
  password text,
  -- the secret of one-time codes, sealed under the master key; null: not asked for
  totp bytea,
  -- the last time step a code was taken for, so that none works twice
  totp_step bigint,
  PRIMARY KEY (program_id, id),
  UNIQUE (program_id, mail_subject)
);

-- who a person is at a provider
CREATE TABLE person_identity (
  program_id text COLLATE "C" NOT NULL,
  issuer text NOT NULL,
  -- a hash of the provider's subject
  subject_hash bytea NOT NULL,
  person uuid NOT NULL,
  PRIMARY KEY (program_id, issuer, subject_hash),
  FOREIGN KEY (program_id, person) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX person_identity_person ON person_identity (program_id, person);

CREATE TABLE person_group (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  -- what providers call it in their claims
  name text NOT NULL,
  external_id text,
  created_at timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (program_id, id),
  UNIQUE (program_id, name)
);

CREATE TABLE group_member (
  program_id text COLLATE "C" NOT NULL,
  group_id uuid NOT NULL,
  person uuid NOT NULL,
  -- the provider whose claims say so; empty: an administrator or SCIM
  issuer text NOT NULL DEFAULT '',
  PRIMARY KEY (program_id, group_id, person, issuer),
  FOREIGN KEY (program_id, group_id) REFERENCES person_group ON DELETE CASCADE,
  FOREIGN KEY (program_id, person) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX group_member_person ON group_member (program_id, person);

-- roles of people and groups, and how far they reach
CREATE TABLE role_grant (
  program_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  person uuid,
  group_id uuid,
  role text NOT NULL,
  under text COLLATE "C",
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (program_id, id),
  FOREIGN KEY (program_id, person) REFERENCES person ON DELETE CASCADE,
  FOREIGN KEY (program_id, group_id) REFERENCES person_group ON DELETE CASCADE,
  CHECK (num_nonnulls(person, group_id) = 1)
);
CREATE INDEX role_grant_person ON role_grant (program_id, person);
CREATE INDEX role_grant_group ON role_grant (program_id, group_id);

CREATE TABLE session (
  program_id text COLLATE "C" NOT NULL,
  secret_hash bytea NOT NULL,
  person uuid NOT NULL,
  -- how they signed in: password, link, or the name of a provider
  method text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  seen_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, secret_hash),
  FOREIGN KEY (program_id, person) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX session_person ON session (program_id, person);
CREATE INDEX session_age ON session (program_id, expires_at);

-- addresses that sign somebody in once
CREATE TABLE sign_in_link (
  program_id text COLLATE "C" NOT NULL,
  secret_hash bytea NOT NULL,
  -- null: whoever comes first, who is made when it is used
  person uuid,
  -- first: the first person of an embedded start; recovery: sets a new password;
  -- recovery-without-code: and ends one-time codes
  purpose text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, secret_hash),
  FOREIGN KEY (program_id, person) REFERENCES person ON DELETE CASCADE
);
CREATE INDEX sign_in_link_person ON sign_in_link (program_id, person);

-- attempts to sign in that failed, whatever program they named: all of them in the program default
CREATE TABLE sign_in_attempt (
  program_id text COLLATE "C" NOT NULL,
  -- whose attempts these are: a keyed hash of an account or of an address
  bucket bytea NOT NULL,
  failures integer NOT NULL,
  blocked_until timestamptz NOT NULL,
  forget_at timestamptz NOT NULL,
  PRIMARY KEY (program_id, bucket)
);
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (program_id, forget_at);

ALTER TABLE access_key ADD COLUMN scopes text[];
`;

/** People, their groups and roles, and how they sign in. */
export class People0008 implements MigrationInterface {
  readonly name = 'People1700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
