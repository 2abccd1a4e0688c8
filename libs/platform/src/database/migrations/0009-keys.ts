import type { MigrationInterface, QueryRunner } from 'typeorm';

const CHANGES = `
ALTER TABLE access_key
  -- within a minute
  ADD COLUMN last_used_at timestamptz,
  -- the secret before the last rotation, and how long it still holds
  ADD COLUMN previous_hash bytea,
  ADD COLUMN previous_until timestamptz,
  -- null: what the server allows by default
  ADD COLUMN requests_per_second integer CHECK (requests_per_second > 0),
  -- the key or person who made it; null: the server itself
  ADD COLUMN made_by uuid,
  ADD CHECK ((previous_hash IS NULL) = (previous_until IS NULL));
CREATE INDEX access_key_previous ON access_key (previous_hash) WHERE previous_hash IS NOT NULL;

-- whoever asks says which of the two it was, and whether it still holds
CREATE OR REPLACE FUNCTION waymark_access_key(wanted bytea) RETURNS SETOF access_key
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT
  AS 'SELECT * FROM access_key WHERE secret_hash = wanted
      UNION ALL
      SELECT * FROM access_key WHERE previous_hash = wanted';
`;

/** What keys are limited to, when they were last used, and the secret that a rotation leaves for a while. */
export class Keys0009 implements MigrationInterface {
  readonly name = 'Keys1700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CHANGES);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
