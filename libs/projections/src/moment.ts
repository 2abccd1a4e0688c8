import { Injectable } from '@nestjs/common';
import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import { EventLog } from '#lib/event-log';
import { type Clock, Database, type Tx } from '#lib/platform';
import { type CatalogueSource, CatalogueHistory } from './catalogue-reader.js';
import { checkpoint, STANDING } from './checkpoint.js';
import { KnownAtInFuture, ProjectionBehind, UnknownUnit } from './errors.js';
import { StandingProjection } from './standing/standing.projection.js';
import { reached } from './standing/tree-projector.js';
import { World } from './world.js';

/** The pair of times that a question is asked for. */
export interface Asked {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

/** The pair of times that an answer is for. */
export interface Moment {
  readonly asOf: Instant;
  readonly knownAt: Instant;
  /** The last position known at `knownAt`. */
  readonly position: Position;
}

/** Clocks of machines differ a little. */
const CLOCK_SKEW_MS = 5 * 60_000;
const PATIENCE_MS = 5_000;
/** For now, while much is being taken in: then what was known a little earlier is the better answer. */
const SHORT_PATIENCE_MS = 1_000;
/** So many events behind, waiting a little longer will not do. */
const MUCH = 1_000;

/** Reads a program as it was at one instant and as it was known at another. */
@Injectable()
export class Moments {
  constructor(
    readonly database: Database,
    readonly log: EventLog,
    readonly catalogue: CatalogueSource,
    readonly clock: Clock,
  ) {}

  /**
   * Settles the pair of times: both default to now. A pair that was settled once stays the same
   * question for good.
   * @throws KnownAtInFuture
   */
  async settle(program: ProgramId, asked: Asked): Promise<Moment> {
    const now = this.clock.now();
    if (asked.knownAt !== undefined) {
      if (asked.knownAt > now + CLOCK_SKEW_MS) {
        throw new KnownAtInFuture(new Date(asked.knownAt).toISOString());
      }
      const position = await this.log.positionAt(program, asked.knownAt);
      return { asOf: asked.asOf ?? now, knownAt: asked.knownAt, position };
    }
    const head = await this.database.inProgram(program, (tx) => this.log.head(tx, program));
    // what is appended from here on is stamped now or later
    const knownAt = Math.max(head.recordedAt, now - 1);
    const asOf = asked.asOf ?? Math.max(head.recordedAt, now);
    return { asOf, knownAt, position: head.position };
  }

  /**
   * As `settle`, once the units that are touched through the tree are written up to there. Where
   * that takes too long and no `knownAt` is asked for, the answer is for the latest one that is written.
   * @throws KnownAtInFuture, ProjectionBehind
   */
  async settleRollup(program: ProgramId, asked: Asked): Promise<Moment> {
    const moment = await this.settle(program, asked);
    const { position } = moment;
    const within = (patience: number) => reached(this.database, program, position, patience);
    if (await within(SHORT_PATIENCE_MS)) return moment;
    const written = asked.knownAt === undefined ? await this.written(program) : undefined;
    if (written && position - written.position > MUCH) return { ...moment, ...written };
    if (await within(PATIENCE_MS - SHORT_PATIENCE_MS)) return moment;
    const latest = written && (await this.written(program));
    if (!latest) throw new ProjectionBehind(program);
    return { ...moment, ...latest };
  }

  /** The latest pair of stamp and position that is written, so that who asks for the one gets the other; undefined: none. */
  private async written(
    program: ProgramId,
  ): Promise<Pick<Moment, 'knownAt' | 'position'> | undefined> {
    return this.database.inProgram(program, async (tx) => {
      const done = await checkpoint(tx, program, STANDING);
      const [row] = await tx.query<{ position: Position; at: number }>(
        `SELECT position, (extract(epoch FROM recorded_at) * 1000)::float8 AS at FROM event
          WHERE program_id = $1 AND position <= $2 AND recorded_at < coalesce(
                (SELECT recorded_at FROM event WHERE program_id = $1 AND position = $2 + 1), 'infinity')
          ORDER BY position DESC LIMIT 1`,
        [program, done],
      );
      return row && { knownAt: row.at, position: row.position };
    });
  }

  /**
   * Everything around a unit as known at a position.
   * @param reach whether the units below are needed besides those above
   * @throws UnknownUnit when the unit is not registered at all
   */
  async around(
    tx: Tx,
    program: ProgramId,
    unit: UnitKey,
    position: Position,
    reach: 'above' | 'below' | 'as-counted' = 'as-counted',
  ): Promise<{ world: World; catalogue: CatalogueHistory; projection: StandingProjection }> {
    await requireUnit(tx, program, unit);
    const catalogue = await CatalogueHistory.load(tx, this.catalogue, program, 0, position);
    const { index } = await catalogue.at(position);
    const below = reach === 'below' || (reach === 'as-counted' && index.countsUnits);
    const world = await World.load(tx, this.log, program, {
      units: [unit],
      upTo: position,
      reach: { below },
    });
    return { world, catalogue, projection: new StandingProjection(tx, program, world, catalogue) };
  }
}

/** @param pointer which part of the request named the unit, where it is not the path. @throws UnknownUnit */
export async function requireUnit(
  tx: Tx,
  program: ProgramId,
  unit: UnitKey,
  pointer?: string,
): Promise<void> {
  const rows = await tx.query('SELECT FROM unit WHERE program_id = $1 AND unit = $2', [
    program,
    unit,
  ]);
  if (rows.length === 0) throw new UnknownUnit(unit, pointer);
}
