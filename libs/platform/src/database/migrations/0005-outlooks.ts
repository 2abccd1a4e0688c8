import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- what a program's history says of how long units take: a row a line (the stages of a model, the levels
-- of a dimension, a milestone), from which the forecast of any unit is read at once
CREATE TABLE ladder (
  program_id text COLLATE "C" NOT NULL,
  line text COLLATE "C" NOT NULL,
  -- the pair for which it was computed
  position bigint NOT NULL,
  as_of timestamptz NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (program_id, line)
);

-- when targets will be reached, as forecast for that pair
CREATE TABLE outlook (
  program_id text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  target text COLLATE "C" NOT NULL,
  position bigint NOT NULL,
  as_of timestamptz NOT NULL,
  -- of what: a target that was set anew under its old key has no outlook yet
  goal jsonb NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (program_id, unit, target)
);
`;

/** How soon units achieved a milestone is asked of the log itself. */
const INDEX = `
CREATE INDEX event_achieved ON event (program_id, (data->>'milestone'), position)
  WHERE type = 'milestone.achieved';
`;

/** The tables of forecasts. */
export class Outlooks0005 implements MigrationInterface {
  readonly name = 'Outlooks1700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
    await runner.query(INDEX);
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
