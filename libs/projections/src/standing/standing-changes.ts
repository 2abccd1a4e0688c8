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

/** An event as far as the changes it caused are asked for. */
export interface Causing {
  readonly position: Position;
  readonly recordedAt: Instant;
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
    const found = await this.along(program, [{ position, recordedAt: seenAt }]);
    return found.get(position) ?? [];
  }

  /** As `at`, of many events in the order of the log; those that changed nothing are not in it. */
  async along(
    program: ProgramId,
    events: readonly Causing[],
  ): Promise<ReadonlyMap<Position, readonly StandingChange[]>> {
    const last = events[events.length - 1];
    if (!last) return new Map();
    await reached(this.database, program, last.position, PATIENCE_MS);
    return this.database.inProgram(program, async (tx) => {
      const rows = await tx.query<ChangeRow & { readonly position: Position }>(ALONG, [
        program,
        events.map(({ position }) => position),
        events.map(({ recordedAt }) => recordedAt / 1000),
      ]);
      const changes = await this.named(tx, program, rows);
      const byPosition = new Map<Position, StandingChange[]>();
      for (const [index, change] of changes.entries()) {
        const { position } = rows[index] as { readonly position: Position };
        const caused = byPosition.get(position);
        if (caused) caused.push(change);
        else byPosition.set(position, [change]);
      }
      return byPosition;
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

/** What each event ended against what it began, as it was present when the event was recorded. */
const ALONG = `
WITH cause AS (SELECT * FROM unnest($2::bigint[], $3::float8[]) AS c(position, seen)),
ended AS (
  SELECT c.position, s.unit, s.model, s.ordinal
    FROM standing s JOIN cause c ON c.position = s.known_until
   WHERE s.program_id = $1 AND s.known_until = ANY ($2)
     AND s.valid_from <= to_timestamp(c.seen) AND s.valid_until > to_timestamp(c.seen)),
begun AS (
  SELECT c.position, s.unit, s.model, s.ordinal, s.valid_from
    FROM standing s JOIN cause c ON c.position = s.known_from
   WHERE s.program_id = $1 AND s.known_from = ANY ($2)
     AND s.valid_from <= to_timestamp(c.seen) AND s.valid_until > to_timestamp(c.seen))
SELECT position, unit, model, ended.ordinal AS was, begun.ordinal AS becomes,
       extract(epoch FROM coalesce(begun.valid_from, to_timestamp(cause.seen)))::float8 * 1000 AS at
  FROM ended FULL JOIN begun USING (position, unit, model) JOIN cause USING (position)
 WHERE ended.ordinal IS DISTINCT FROM begun.ordinal
 ORDER BY position, unit, model`;
