import type {
  AnyEvent,
  EventId,
  EventType,
  Instant,
  MaturityModel,
  MilestoneKey,
  Position,
  UnitKey,
} from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { baseOf, byId } from '../base.js';
import { CATALOGUE_FACTS, CatalogueHistory } from '../catalogue-reader.js';
import type { Moments } from '../moment.js';
import { StandingProjection } from '../standing/standing.projection.js';
import { transitionsOf } from '../standing/transitions.js';
import { World } from '../world.js';
import type { OrganisationAt } from './organisation.js';
import type { RollupReading } from './rollups.js';
import type { Side } from './shifts.js';

/** A fact that is responsible for something. */
export interface Reason {
  readonly event: EventId;
  readonly type: EventType;
  /** The unit it is about; null for facts of the whole program, and for a unit out of sight. */
  readonly unit: UnitKey | null;
  readonly milestone?: MilestoneKey;
  readonly occurredAt: string;
}

/** Finds the facts that made some units stand elsewhere. */
export class Reasons {
  private constructor(
    private readonly reading: RollupReading,
    private readonly chart: OrganisationAt,
    private readonly world: World,
    private readonly projection: StandingProjection,
    private readonly log: EventLog,
    /** Facts about models and dictionary, in log order. */
    private readonly catalogueFacts: readonly AnyEvent[],
  ) {}

  /** Reads the events around some units, as known at the reading's moment. */
  static async about(
    reading: RollupReading,
    chart: OrganisationAt,
    { log, catalogue }: Moments,
    units: readonly UnitKey[],
  ): Promise<Reasons> {
    const { tx, program, moment, known } = reading;
    const upTo = moment.position;
    const history = await CatalogueHistory.load(tx, catalogue, program, 0, upTo);
    const reach = { below: known.index.countsUnits };
    const world = await World.load(tx, log, program, { units, upTo, reach });
    const facts = await log.readProgramFacts(tx, program, CATALOGUE_FACTS, upTo);
    const projection = new StandingProjection(tx, program, world, history);
    return new Reasons(reading, chart, world, projection, log, facts);
  }

  /** What moved a unit in a model after one instant and by another. */
  async between(
    unit: UnitKey,
    model: MaturityModel,
    from: Instant,
    to: Instant,
  ): Promise<readonly Reason[]> {
    const sight = await this.projection.sight(unit, this.reading.moment.position);
    const around = this.around(unit);
    const found = new Set(
      transitionsOf({ ...sight, models: [model] }, Math.max(from, to), around)
        .filter(({ at }) => Math.min(from, to) < at)
        .flatMap(({ because }) => because),
    );
    return around.filter(({ id }) => found.has(id)).map(this.reasonOf(around));
  }

  /** What became known of a unit after one position and by another that bears on where it stood at an instant. */
  async restated(
    unit: UnitKey,
    model: MaturityModel,
    before: Side,
    after: Side,
  ): Promise<readonly Reason[]> {
    const learnt = ({ position }: AnyEvent) =>
      before.position < position && position <= after.position;
    const { index } = await this.reading.knownAt(after.position);
    const around = this.around(unit);
    const bears = (event: AnyEvent): boolean => {
      const base = baseOf(event, byId(around));
      if (base.about === 'other') return false;
      // waivers tell their own dates
      if (base.about === 'milestone') {
        const { milestone, countsAt } = base;
        const own =
          event.unit === unit || index.fromAbove.has(milestone) || index.fromBelow.has(milestone);
        const inTime = countsAt === null ? true : countsAt <= after.asOf;
        return own && inTime && (index.readers.get(milestone)?.has(model.id) ?? false);
      }
      if (base.about === 'move') return base.at <= after.asOf;
      return event.unit === unit;
    };
    const facts = around.filter((event) => learnt(event) && bears(event));
    const models = this.catalogueFacts.filter(
      (event) =>
        learnt(event) &&
        event.type !== 'model.added' &&
        (event.type !== 'model.adopted' || event.data.model === model.id),
    );
    const found = [...facts, ...models];
    if (found.length > 0) return found.map(this.reasonOf(around));
    const turning = await this.turning(unit, model, before, after);
    return turning.map(this.reasonOf([...around, ...turning]));
  }

  /** What became known after one position and by another about a milestone of a unit, at its own level or above. */
  learntAbout(
    unit: UnitKey,
    milestone: MilestoneKey,
    known: { readonly after: Position; readonly upTo: Position; readonly asOf: Instant },
  ): readonly Reason[] {
    const around = this.around(unit);
    const ids = byId(around);
    const learnt = around.filter(
      ({ position }) => known.after < position && position <= known.upTo,
    );
    const bearing = learnt.filter((event) => {
      const base = baseOf(event, ids);
      if (base.about === 'move') return base.at <= known.asOf;
      return base.about === 'milestone' && (base.countsAt ?? known.asOf) <= known.asOf;
    });
    const named = bearing.filter((event) => {
      const base = baseOf(event, ids);
      return base.about === 'milestone' && base.milestone === milestone;
    });
    // else it came with another that implies it, or from elsewhere in the tree
    return (named.length > 0 ? named : bearing).map(this.reasonOf(around));
  }

  /**
   * The facts with which it became known that a unit stood elsewhere, found by what was written: a
   * fact of another unit, such as one below that begins it earlier, or one above that follows other models.
   */
  private async turning(
    unit: UnitKey,
    model: MaturityModel,
    before: Side,
    after: Side,
  ): Promise<readonly AnyEvent[]> {
    const { tx, program } = this.reading;
    const rows = await tx.query<{ at: Position }>(
      `WITH known AS (
         SELECT known_from, known_until FROM standing
          WHERE program_id = $1 AND unit = $2 AND model = $3
            AND valid_from <= to_timestamp($4) AND valid_until > to_timestamp($4))
       SELECT known_from AS at FROM known WHERE known_from > $5 AND known_from <= $6
        UNION SELECT known_until FROM known WHERE known_until > $5 AND known_until <= $6
        ORDER BY at`,
      [program, unit, model.id, after.asOf / 1000, before.position, after.position],
    );
    const events: AnyEvent[] = [];
    for (const { at } of rows) events.push(...(await this.log.readAfter(tx, program, at - 1, 1)));
    return events;
  }

  private around(unit: UnitKey): readonly AnyEvent[] {
    const { index } = this.reading.known;
    // by what is known: the world also holds units that came near only later
    const below = index.countsUnits
      ? this.world.units.filter((one) => this.world.everAbove(one).has(unit))
      : [];
    const own = [unit, ...below];
    const units = new Set([...own, ...own.flatMap((one) => [...this.world.everAbove(one)])]);
    return [...units]
      .flatMap((of) => this.world.eventsOf(of))
      .toSorted((a, b) => a.position - b.position);
  }

  private reasonOf(around: readonly AnyEvent[]): (event: AnyEvent) => Reason {
    const ids = byId(around);
    return (event) => {
      const base = baseOf(event, ids);
      const seen = event.unit !== null && this.chart.indexOf(event.unit) !== undefined;
      return {
        event: event.id,
        type: event.type,
        unit: seen ? event.unit : null,
        ...(base.about === 'milestone' ? { milestone: base.milestone } : {}),
        occurredAt: event.occurredAt,
      };
    };
  }
}
