import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
-- up to where the advice of a unit is computed, and when it is to be looked at again
CREATE TABLE advised_unit (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  seen_at timestamptz NOT NULL,
  -- until then it stays the same unless something new becomes known
  same_until timestamptz NOT NULL,
  PRIMARY KEY (program_id, unit)
);
CREATE INDEX advised_unit_due ON advised_unit (program_id, same_until);

-- what units have achieved by facts of their own: precedents for the others
CREATE TABLE achievement (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  milestone text COLLATE "C" NOT NULL,
  achieved_at timestamptz NOT NULL,
  days integer,
  held boolean NOT NULL,
  PRIMARY KEY (program_id, milestone, unit)
);
CREATE INDEX achievement_unit ON achievement (program_id, unit);

CREATE INDEX recommendation_rank ON recommendation (program_id, rank, unit, id);
CREATE INDEX alert_opened ON alert (program_id, opened_at, id);
`;

/** One open dead letter says all there is to say of a program and a queue. */
const DEAD_LETTERS = `
CREATE UNIQUE INDEX dead_letter_open ON dead_letter (program_id, queue) WHERE replayed_at IS NULL;
`;

/** Tables of the advice read model. */
export class Advice0002 implements MigrationInterface {
  readonly name = 'Advice1700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (const [, table] of TABLES.matchAll(/CREATE TABLE (\w+)/g)) {
      await runner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`);
      await runner.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`);
      await runner.query(
        `CREATE POLICY of_program ON ${table}
           USING (program_id = current_setting('waymark.program', true))
           WITH CHECK (program_id = current_setting('waymark.program', true))`,
      );
      await runner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO waymark_app`);
    }
    await runner.query(DEAD_LETTERS);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
