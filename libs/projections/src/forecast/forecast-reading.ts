import {
  chanceOf,
  type Climber,
  eachPresence,
  type Forecast,
  forecastFrom,
  forecastOf,
  type ModelId,
  type Presence,
  shareArrivals,
  supposedAt,
  type TargetGoal,
  type UnitKey,
} from '#lib/domain';
import { toTimestamp } from '#lib/platform';
import type { RollupReading } from '../rollups/rollups.js';
import { type LearntFrom, startOf } from './ladders.js';
import { type Line, lineName, placeOf, type StandingLine } from './line.js';
import { everyStretch, type LineStretches, someStretches } from './stretches.js';

/** When a share of a subtree will have reached a place. */
export interface ShareForecast {
  /** Units that are counted, and how many of them are there. */
  readonly counted: number;
  readonly reached: number;
  /** How many more it takes. */
  readonly needed: number;
  /** Null: it is reached already, or nobody is counted. */
  readonly forecast: Forecast | null;
}

/** Where units are supposed to stand, from instants on that may lie in the future. */
export type SupposedPlaces = ReadonlyMap<UnitKey, Pick<Presence, 'ordinal' | 'since'>>;

/** A unit and what is wanted of it. */
export interface UnitAsks {
  readonly unit: UnitKey;
  readonly goal: TargetGoal;
}

interface Placed<Asked extends UnitAsks> {
  readonly ask: Asked;
  readonly line: Line;
  readonly ordinal: number;
}

/** Forecasts of one reading: everything as known then. */
export class ForecastReading {
  readonly #lines = new Map<string, Promise<LineStretches>>();

  constructor(
    readonly reading: RollupReading,
    readonly learnt: LearntFrom,
  ) {}

  /** When units will have what goals ask for; those that have it, do not exist, or ask for what there is not, are not in it. */
  async ofGoals<Asked extends UnitAsks>(asks: readonly Asked[]): Promise<Map<Asked, Forecast>> {
    const found = new Map<Asked, Forecast>();
    const lines = new Map<string, Placed<Asked>[]>();
    for (const ask of asks) {
      const place = placeOf(ask.goal, this.reading.known.view.models);
      if (!place) continue;
      const { line, ordinal } = place;
      if (ask.goal.kind === 'share' && line.kind !== 'milestone') {
        const { forecast } = await this.ofShare(ask.unit, line, ordinal, ask.goal.share);
        if (forecast) found.set(ask, forecast);
        continue;
      }
      const name = lineName(line);
      const others = lines.get(name);
      if (others) others.push({ ask, line, ordinal });
      else lines.set(name, [{ ask, line, ordinal }]);
    }
    for (const placed of lines.values()) await this.ofLine(placed, found);
    return found;
  }

  /** Goals on one line, all of them at once. */
  private async ofLine<Asked extends UnitAsks>(
    placed: readonly Placed<Asked>[],
    found: Map<Asked, Forecast>,
  ): Promise<void> {
    const [first] = placed;
    if (!first) return;
    const { line } = first;
    const { climber } = await this.learnt(line);
    const presences = await this.presences(
      line,
      climber,
      new Set(placed.map(({ ask }) => ask.unit)),
    );
    for (const { ask, ordinal } of placed) {
      const presence = presences.get(ask.unit);
      if (!presence || presence.ordinal >= ordinal) continue;
      found.set(ask, this.from(climber, presence, ask.unit, line, ordinal));
    }
  }

  /** The models in which a unit has a standing when the forecasts begin. */
  async standsIn(unit: UnitKey): Promise<ReadonlySet<ModelId>> {
    const { tx, program, moment } = this.reading;
    const rows = await tx.query<{ model: ModelId }>(
      `SELECT model FROM standing WHERE program_id = $1 AND unit = $2
          AND known_from <= $3 AND known_until > $3 AND valid_from <= $4 AND valid_until > $4`,
      [program, unit, moment.position, toTimestamp(startOf(moment))],
    );
    return new Set(rows.map(({ model }) => model));
  }

  /**
   * Where units stand on a line and since when; those that do not are not in it.
   * @param supposed where some of them would stand instead
   */
  async presences(
    line: Line,
    climber: Climber,
    units: ReadonlySet<UnitKey>,
    supposed: SupposedPlaces = NOTHING,
  ): Promise<ReadonlyMap<UnitKey, Presence>> {
    const stretches =
      line.kind === 'milestone' ? await this.all(line) : await this.some(line, [...units]);
    const found = new Map<UnitKey, Presence>();
    eachPresence(climber.ladder, stretches, startOf(this.reading.moment), (presence, number) => {
      const unit = stretches.keyOf(number);
      if (!units.has(unit)) return;
      const place = supposed.get(unit);
      found.set(unit, place ? supposedAt(presence, place) : presence);
    });
    return found;
  }

  /** When a unit that stands somewhere, or would stand there, will be at a place above. */
  from(climber: Climber, presence: Presence, unit: UnitKey, line: Line, ordinal: number): Forecast {
    const chance = this.chance(unit, line, ordinal);
    return forecastOf(climber, presence, startOf(this.reading.moment), ordinal, chance);
  }

  /**
   * When a share of a unit and those below it that follow the model will be at a place or above.
   * @param supposed where some of them would stand instead
   */
  async ofShare(
    unit: UnitKey,
    line: StandingLine,
    ordinal: number,
    share: number,
    supposed: SupposedPlaces = NOTHING,
  ): Promise<ShareForecast> {
    const { moment } = this.reading;
    const asOf = startOf(moment);
    const { climber } = await this.learnt(line);
    const chart = await this.reading.organisation(asOf);
    const top = chart.indexOf(unit);
    const within = new Set(top === undefined ? [] : chart.below(top));
    const stretches = await this.some(
      line,
      [...within].map((one) => chart.keyOf(one)),
    );
    const below: Presence[] = [];
    let counted = 0;
    eachPresence(climber.ladder, stretches, asOf, (presence, number) => {
      const key = stretches.keyOf(number);
      const index = chart.indexOf(key);
      if (index === undefined || !within.has(index)) return;
      counted++;
      const place = supposed.get(key);
      const at = place ? supposedAt(presence, place) : presence;
      if (at.ordinal < ordinal || at.since > asOf) below.push(at);
    });
    const reached = counted - below.length;
    const needed = howMany(share, counted) - reached;
    if (counted === 0 || needed <= 0) return { counted, reached, needed: 0, forecast: null };
    const chance = this.chance(unit, line, `${ordinal} ${share}`);
    const arrivals = shareArrivals(climber.ladder, below, { asOf, goal: ordinal, needed }, chance);
    const learnt = forecastFrom(arrivals, asOf, climber.reachedBy(ordinal));
    const forecast: Forecast =
      learnt.basis === 'history' ? { ...learnt, assumes: 'shared-fate' } : learnt;
    return { counted, reached, needed, forecast };
  }

  /** The stretches of few units are read by themselves. */
  private some(line: StandingLine, units: readonly UnitKey[]): Promise<LineStretches> {
    return units.length <= FEW
      ? someStretches(this.reading, line, this.reading.model(line.model), units.toSorted())
      : this.all(line);
  }

  private all(line: Line): Promise<LineStretches> {
    const name = lineName(line);
    let reading = this.#lines.get(name);
    if (!reading) this.#lines.set(name, (reading = everyStretch(this.reading, line)));
    return reading;
  }

  private chance(unit: UnitKey, line: Line, goal: number | string) {
    return chanceOf(this.reading.program, unit, lineName(line), goal);
  }
}

const NOTHING: SupposedPlaces = new Map();

/** How many of some units are a share of them, as targets count: so many ÷ all is at least the share. */
function howMany(share: number, all: number): number {
  const about = Math.ceil(share * all);
  return (about - 1) / all >= share ? about - 1 : about / all < share ? about + 1 : about;
}

/** So few units are looked up one by one rather than with all others. */
const FEW = 2_000;
