import { describe, expect, test } from 'vitest';
import { startTestDatabase } from '../support/index.js';
import { faultsOf } from './catalogue.js';

const HELD = "program_id = current_setting('waymark.program', true)";
/** A table as it must be, to be spoiled. */
const SOUND = `
  CREATE TABLE planted (
    program_id text COLLATE "C" NOT NULL, id uuid NOT NULL, other text, PRIMARY KEY (program_id, id));
  ALTER TABLE planted ENABLE ROW LEVEL SECURITY;
  ALTER TABLE planted FORCE ROW LEVEL SECURITY;
  CREATE POLICY of_program ON planted USING (${HELD}) WITH CHECK (${HELD});
  GRANT SELECT, INSERT, UPDATE, DELETE ON planted TO waymark_app;`;

/** What is planted, and what must be said of it; nothing: it is sound. */
const PLANTS: Readonly<Record<string, readonly [sql: string, fault?: string]>> = {
  'a sound table': [SOUND],
  'a table without program_id': [
    'CREATE TABLE planted (id uuid PRIMARY KEY)',
    'table planted has no program_id',
  ],
  'a program_id that may be null': [
    `${SOUND} ALTER TABLE planted DROP CONSTRAINT planted_pkey;
     ALTER TABLE planted ALTER program_id DROP NOT NULL`,
    'table planted: its program_id is "text C null"',
  ],
  'no row-level security': [
    `${SOUND} ALTER TABLE planted DISABLE ROW LEVEL SECURITY`,
    'table planted: row-level security is off',
  ],
  'an owner past row-level security': [
    `${SOUND} ALTER TABLE planted NO FORCE ROW LEVEL SECURITY`,
    'table planted: its owner is past row-level security',
  ],
  'no policy': [
    `${SOUND} DROP POLICY of_program ON planted`,
    'table planted: no policy of_program',
  ],
  'a policy that lets everything through': [
    `${SOUND} DROP POLICY of_program ON planted;
     CREATE POLICY of_program ON planted USING (${HELD} OR other IS NULL) WITH CHECK (${HELD})`,
    'table planted: the policy of_program opens it',
  ],
  'a policy for reading only': [
    `${SOUND} DROP POLICY of_program ON planted;
     CREATE POLICY of_program ON planted FOR SELECT USING (${HELD})`,
    'table planted: the policy of_program opens it',
  ],
  'a second policy': [
    `${SOUND} CREATE POLICY more ON planted FOR SELECT USING (true)`,
    'table planted: the policy more opens it',
  ],
  'an owner who reads a table that is not on the list': [
    `${SOUND} DO $$ BEGIN EXECUTE format(
       'CREATE POLICY of_owner ON planted FOR SELECT TO %I USING (true)', current_user); END $$`,
    'table planted: the policy of_owner opens it',
  ],
  'a primary key that begins with something else': [
    `${SOUND} ALTER TABLE planted DROP CONSTRAINT planted_pkey, ADD PRIMARY KEY (id, program_id)`,
    'key planted_pkey does not begin with program_id',
  ],
  'a unique index over all programs': [
    `${SOUND} CREATE UNIQUE INDEX planted_other ON planted (other)`,
    'key planted_other does not begin with program_id',
  ],
  'an index over all programs': [
    `${SOUND} CREATE INDEX planted_other ON planted (lower(other))`,
    'index planted_other does not begin with program_id',
  ],
  'a foreign key into another program': [
    `${SOUND} CREATE UNIQUE INDEX ON planted (id);
     ALTER TABLE planted ADD COLUMN of uuid, ADD CONSTRAINT planted_of FOREIGN KEY (of) REFERENCES planted (id)`,
    'foreign key planted_of does not begin with program_id on both sides',
  ],
  'a number drawn for all programs': [
    `${SOUND} ALTER TABLE planted ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY`,
    'sequence planted_number_seq',
  ],
  'a view with the eyes of its owner': [
    'CREATE VIEW planted AS SELECT * FROM event',
    'view planted sees what its owner sees',
  ],
  'a view with the eyes of its reader': [
    'CREATE VIEW planted WITH (security_invoker = true) AS SELECT * FROM event',
  ],
  'a materialised view': [
    'CREATE MATERIALIZED VIEW planted AS SELECT 1 AS one',
    'view planted sees what its owner sees',
  ],
  'a function with the eyes of its owner': [
    `CREATE FUNCTION planted() RETURNS bigint LANGUAGE sql SECURITY DEFINER
       SET search_path FROM CURRENT AS 'SELECT count(*) FROM event'`,
    'function planted sees what its owner sees',
  ],
  'one that looks names up where its caller says': [
    'ALTER FUNCTION waymark_programs() RESET search_path',
    'function waymark_programs looks names up where its caller says',
  ],
  'one that everybody may call': [
    'GRANT EXECUTE ON FUNCTION waymark_programs() TO PUBLIC',
    'function waymark_programs may be called by everybody',
  ],
  'more than rows at a time': [
    'GRANT TRUNCATE ON event TO waymark_app',
    'table event: waymark_app may TRUNCATE',
  ],
  'a partition that can be reached by itself': [
    `CREATE TABLE planted (program_id text COLLATE "C" NOT NULL) PARTITION BY HASH (program_id);
     ALTER TABLE planted ENABLE ROW LEVEL SECURITY; ALTER TABLE planted FORCE ROW LEVEL SECURITY;
     CREATE POLICY of_program ON planted USING (${HELD}) WITH CHECK (${HELD});
     CREATE TABLE planted_0 PARTITION OF planted FOR VALUES WITH (MODULUS 1, REMAINDER 0);
     ALTER TABLE planted_0 ENABLE ROW LEVEL SECURITY; ALTER TABLE planted_0 FORCE ROW LEVEL SECURITY;
     GRANT SELECT ON planted_0 TO waymark_app`,
    'table planted_0: a partition is reached past the table it is of',
  ],
  'something allowed that is not there': [
    'DROP INDEX access_key_secret',
    'access_key_secret is allowed among the lookups and not there',
  ],
};

describe('the catalogue of a migrated database', () => {
  test('keeps programs apart in every table, key, view and function', async () => {
    const db = await startTestDatabase();
    expect(await faultsOf((sql) => db.admin(sql))).toEqual([]);
    await db.close();
  });

  test.each(Object.entries(PLANTS))('%s', async (_, [sql, fault]) => {
    const db = await startTestDatabase();
    const before = await faultsOf((question) => db.admin(question));
    await db.database.dataSource().then((source) => source.query(sql));
    const faults = await faultsOf((question) => db.admin(question));
    if (fault === undefined) expect(faults).toEqual(before);
    else expect(faults).toContain(fault);
    await db.close();
  });
});
