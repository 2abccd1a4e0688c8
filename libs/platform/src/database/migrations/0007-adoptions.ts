import type { MigrationInterface, QueryRunner } from 'typeorm';
import { holdToProgram, tablesIn } from './program-tables.js';

const TABLES = `
-- versions of models that are to be put in force once the standings under them are complete
CREATE TABLE model_build (
  program_id text COLLATE "C" NOT NULL,
  model text COLLATE "C" NOT NULL,
  -- tells a wish from the one it replaced
  id uuid NOT NULL,
  version integer NOT NULL,
  -- the key that asked for it; the fact is logged under its name
  requested_by uuid NOT NULL,
  requested_at timestamptz NOT NULL,
  -- replaying, failed, or over: done or dropped, until its rows are cleared
  state text NOT NULL,
  reason text,
  -- the position as known at which the rows are right: of units up to "through", of all once "whole"
  built_to bigint,
  through text COLLATE "C" NOT NULL DEFAULT '',
  whole boolean NOT NULL DEFAULT false,
  -- the head at which the rows were complete, said in the transaction that appends the adoption
  ready_at bigint,
  -- the models whose standings it moves, said then as well
  moved text[],
  PRIMARY KEY (program_id, model)
);

-- the standings that units will have in the models that an adoption moves
CREATE TABLE standing_aside (
  program_id text COLLATE "C" NOT NULL,
  adopting text COLLATE "C" NOT NULL,
  unit text COLLATE "C" NOT NULL,
  model text COLLATE "C" NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_until timestamptz NOT NULL,
  version integer NOT NULL,
  ordinal smallint,
  levels smallint[],
  mean double precision,
  score double precision,
  checked smallint,
  total smallint,
  PRIMARY KEY (program_id, adopting, unit, model, valid_from)
);
`;

/** Versions of models that are built aside before they are adopted. */
export class Adoptions0007 implements MigrationInterface {
  readonly name = 'Adoptions1700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await holdToProgram(runner, tablesIn(TABLES));
  }

  async down(): Promise<void> {
    throw new Error('Waymark never migrates backwards; restore a copy of the data instead.');
  }
}
