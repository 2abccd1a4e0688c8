import {
  type Instant,
  type ModelId,
  type Position,
  type ProgramId,
  type StageRef,
  stageRef,
  type UnitKey,
} from '#lib/domain';
import type { Database, Tx } from '#lib/platform';
import { type CatalogueSource, knownCatalogue } from '../catalogue-reader.js';
import { STILL_KNOWN } from '../rows.js';
import { reached } from './tree-projector.js';

/** A unit's present stage in a model became another one. */
export interface StandingChange {
  readonly unit: UnitKey;
  readonly model: ModelId;
  /** Null: it had no standing. */
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  /** When it became so in the organisation. */
  readonly at: Instant;
}

interface ChangeRow {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly was: number | null;
  readonly becomes: number | null;
  readonly at: number;
}

const PATIENCE_MS = 30_000;

/** Which stages an event moved, and which move with the calendar. */
export class StandingChanges {
  constructor(
    private readonly database: Database,
    private readonly catalogue: CatalogueSource,
  ) {}

  /**
   * The changes of present stages that an event caused, those through the tree included: waits
   * until they are written. What is present is read at `seenAt`, when the event was recorded.
   */
  async at(
    program: ProgramId,
    position: Position,
    seenAt: Instant,
  ): Promise<readonly StandingChange[]> {
    await reached(this.database, program, position, PATIENCE_MS);
    return this.database.inProgram(program, async (tx) => {
      const rows = await tx.query<ChangeRow>(
        `SELECT coalesce(old.unit, new.unit) AS unit, coalesce(old.model, new.model) AS model,
                old.ordinal AS was, new.ordinal AS becomes,
                extract(epoch FROM coalesce(new.valid_from, to_timestamp($3)))::float8 * 1000 AS at
           FROM (SELECT * FROM standing WHERE program_id = $1 AND known_until = $2
                   AND valid_from <= to_timestamp($3) AND valid_until > to_timestamp($3)) AS old
           FULL JOIN (SELECT * FROM standing WHERE program_id = $1 AND known_from = $2
                   AND valid_from <= to_timestamp($3) AND valid_until > to_timestamp($3)) AS new
             ON new.unit = old.unit AND new.model = old.model
          WHERE old.ordinal IS DISTINCT FROM new.ordinal
          ORDER BY unit, model`,
        [program, position, seenAt / 1000],
      );
      return this.named(tx, program, rows);
    });
  }

  /** The changes of stages that came with the calendar alone after one instant and by another, oldest first. */
  passed(
    program: ProgramId,
    after: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly StandingChange[]> {
    return this.database.inProgram(program, async (tx) => {
      const rows = await tx.query<ChangeRow>(
        `SELECT new.unit, new.model, old.ordinal AS was, new.ordinal AS becomes,
                extract(epoch FROM new.valid_from)::float8 * 1000 AS at
           FROM standing AS new
           JOIN event ON event.program_id = $1 AND event.position = new.known_from
           JOIN standing AS old ON old.program_id = $1 AND old.unit = new.unit AND old.model = new.model
                AND old.valid_until = new.valid_from AND old.known_until = ${STILL_KNOWN}
          WHERE new.program_id = $1 AND new.known_until = ${STILL_KNOWN}
            AND new.valid_from > to_timestamp($2) AND new.valid_from <= to_timestamp($3)
            AND new.valid_from > event.recorded_at AND old.ordinal IS DISTINCT FROM new.ordinal
          ORDER BY new.valid_from, new.unit, new.model LIMIT $4`,
        [program, after / 1000, until / 1000, limit],
      );
      return this.named(tx, program, rows);
    });
  }

  private async named(
    tx: Tx,
    program: ProgramId,
    rows: readonly ChangeRow[],
  ): Promise<readonly StandingChange[]> {
    if (rows.length === 0) return [];
    const [head] = await tx.query<{ at: Position }>(
      'SELECT catalogue_position AS at FROM feed_head WHERE program_id = $1',
      [program],
    );
    const { view } = await knownCatalogue(tx, this.catalogue, program, head?.at ?? 0);
    return rows.map(({ unit, model, was, becomes, at }) => {
      const known = view.models.get(model);
      const stages = known && known.policy !== 'checklist' ? known.stages : [];
      const named = (ordinal: number | null) =>
        ordinal === null ? null : stageRef(stages, ordinal);
      return { unit, model, from: named(was), to: named(becomes), at: Math.round(at) };
    });
  }
}
