import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, OF_GENERATION } from './program-tables.js';

const TABLES = `
-- which generation of a program's read models is in force; no row: the first
CREATE TABLE read_generation (
  program_id text COLLATE "C" PRIMARY KEY,
  generation integer NOT NULL DEFAULT 1
);

-- what a transaction reads and writes: the generation it names, else the one in force
CREATE FUNCTION waymark_generation() RETURNS integer
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  AS $$
  DECLARE named text := current_setting('waymark.generation', true);
  BEGIN
    IF named <> '' THEN RETURN named::integer; END IF;
    RETURN coalesce((SELECT generation FROM read_generation
      WHERE program_id = current_setting('waymark.program', true)), 1);
  END $$;
`;

const KEYS = `
ALTER TABLE unit DROP CONSTRAINT unit_pkey, ADD PRIMARY KEY (program_id, generation, unit);
DROP INDEX unit_parent;
CREATE INDEX unit_parent ON unit (program_id, generation, parent);

ALTER TABLE unit_state DROP CONSTRAINT unit_state_pkey,
  ADD PRIMARY KEY (program_id, generation, unit, known_from, valid_from);
DROP INDEX unit_state_learnt, unit_state_ended, unit_state_parent;
CREATE INDEX unit_state_learnt ON unit_state (program_id, generation, known_from);
CREATE INDEX unit_state_ended ON unit_state (program_id, generation, known_until);
CREATE INDEX unit_state_parent ON unit_state (program_id, generation, parent, known_until, valid_from);

-- the key answers who stood where for some units, without the table itself
ALTER TABLE standing DROP CONSTRAINT standing_pkey,
  ADD PRIMARY KEY (program_id, generation, unit, model, known_from, valid_from)
    INCLUDE (valid_until, known_until, ordinal);
DROP INDEX standing_rollup, standing_boundary, standing_change;
-- this one for all of them, at any pair of times without the table itself
CREATE INDEX standing_rollup ON standing (program_id, generation, model, known_until, valid_until)
  INCLUDE (unit, valid_from, known_from, ordinal);
-- boundaries that pass are looked for as the calendar moves
CREATE INDEX standing_boundary ON standing (program_id, generation, valid_from)
  WHERE known_until = 9007199254740991;
-- which rows began, and which ended, since a position
CREATE INDEX standing_change ON standing (program_id, generation, known_from);
CREATE INDEX standing_ended ON standing (program_id, generation, known_until)
  WHERE known_until < 9007199254740991;
`;

/** Read models that a rebuild writes beside those in force; what is there becomes the first generation. */
export class Generations0003 implements MigrationInterface {
  readonly name = 'Generations1700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, ['read_generation']);
    for (const table of ['unit', 'unit_state', 'standing']) {
      await runner.query(
        `ALTER TABLE ${table} ADD COLUMN generation integer NOT NULL DEFAULT waymark_generation()`,
      );
      await runner.query(`DROP POLICY of_program ON ${table}`);
      await runner.query(
        `CREATE POLICY of_program ON ${table} USING (${OF_GENERATION}) WITH CHECK (${OF_GENERATION})`,
      );
    }
    await runner.query(KEYS);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
