import {
  chanceOf,
  type Climber,
  eachPresence,
  type Forecast,
  forecastFrom,
  forecastOf,
  type MaturityModel,
  type ModelId,
  type Presence,
  presenceOf,
  shareArrivals,
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

/** Forecasts of one reading: everything as known then. */
export class ForecastReading {
  readonly #lines = new Map<string, Promise<LineStretches>>();

  constructor(
    readonly reading: RollupReading,
    readonly learnt: LearntFrom,
  ) {}

  /** When a unit will have what a goal asks for; undefined: it has it, does not exist, or the goal is none of a unit's. */
  async ofGoal(unit: UnitKey, goal: TargetGoal): Promise<Forecast | undefined> {
    const place = placeOf(goal, this.reading.known.view.models);
    if (!place) return undefined;
    if (goal.kind === 'share') {
      return (
        (await this.ofShare(unit, place.line as StandingLine, place.ordinal, goal.share))
          .forecast ?? undefined
      );
    }
    const { climber } = await this.learnt(place.line);
    const presence = await this.presence(unit, place.line, climber);
    if (!presence || presence.ordinal >= place.ordinal) return undefined;
    return this.from(climber, presence, unit, place.line, place.ordinal);
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

  /** Where a unit stands on a line and since when; undefined where it does not. */
  async presence(unit: UnitKey, line: Line, climber: Climber): Promise<Presence | undefined> {
    const asOf = startOf(this.reading.moment);
    if (line.kind !== 'milestone') {
      const model = this.reading.model(line.model);
      const own = await someStretches(this.reading, line, model, [unit]);
      return presenceOf(climber.ladder, own, asOf);
    }
    let found: Presence | undefined;
    const stretches = await this.all(line);
    eachPresence(climber.ladder, stretches, asOf, (presence, number) => {
      if (stretches.keyOf(number) === unit) found = presence;
    });
    return found;
  }

  /** When a unit that stands somewhere, or would stand there, will be at a place above. */
  from(climber: Climber, presence: Presence, unit: UnitKey, line: Line, ordinal: number): Forecast {
    const chance = this.chance(unit, line, ordinal);
    return forecastOf(climber, presence, startOf(this.reading.moment), ordinal, chance);
  }

  /** When a share of a unit and those below it that follow the model will be at a place or above. */
  async ofShare(
    unit: UnitKey,
    line: StandingLine,
    ordinal: number,
    share: number,
  ): Promise<ShareForecast> {
    const { moment } = this.reading;
    const asOf = startOf(moment);
    const { climber } = await this.learnt(line);
    const chart = await this.reading.organisation(asOf);
    const top = chart.indexOf(unit);
    const within = new Set(top === undefined ? [] : chart.below(top));
    const model = this.reading.model(line.model);
    const stretches = await this.subtree(
      line,
      model,
      [...within].map((one) => chart.keyOf(one)),
    );
    const below: Presence[] = [];
    let counted = 0;
    eachPresence(climber.ladder, stretches, asOf, (presence, number) => {
      const index = chart.indexOf(stretches.keyOf(number));
      if (index === undefined || !within.has(index)) return;
      counted++;
      if (presence.ordinal < ordinal) below.push(presence);
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
  private subtree(line: StandingLine, model: MaturityModel, units: readonly UnitKey[]) {
    return units.length <= FEW
      ? someStretches(this.reading, line, model, units.toSorted())
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

/** How many of some units are a share of them, as targets count: so many ÷ all is at least the share. */
function howMany(share: number, all: number): number {
  const about = Math.ceil(share * all);
  return (about - 1) / all >= share ? about - 1 : about / all < share ? about + 1 : about;
}

/** So few units are looked up one by one rather than with all others. */
const FEW = 2_000;
