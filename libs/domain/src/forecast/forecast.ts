import type { Instant } from '../ids.js';
import { type Chance, normalDraw, normalQuantile, normalShare } from './chance.js';
import type { Gate, Ladder, Presence } from './ladder.js';
import { likeness, paceOf } from './pace.js';
import { DAY } from './spells.js';
import { type Curve, curveOf, drawnMark, shareLeft, type Survival, whenLeft } from './survival.js';

/** Below so many precedents at a gate there is no date. */
export const FEWEST_PRECEDENTS = 10;
/** Paths that are drawn for one forecast. */
export const DRAWS = 400;

/** When something will be reached: a range with its basis, never one date. */
export type Forecast =
  | {
      readonly basis: 'history';
      /**
       * With that probability, in percent, it is reached by then. Null: not within what has been seen
       * of others so far; nobody who waited so long has gone on, so there is no date to give.
       */
      readonly p10: Instant | null;
      readonly p50: Instant | null;
      readonly p85: Instant | null;
      readonly p90: Instant | null;
      /** The probability that it takes longer than anything seen so far, or never comes: 0–1. */
      readonly beyond: number;
      /** How often others passed the gate on the way that the fewest have passed. */
      readonly precedents: number;
      /** Units that were ever there, of all that were ever seen. */
      readonly reachedBy: { readonly units: number; readonly of: number };
      /** What is not learnt from history: that units of one program are held up together. */
      readonly assumes?: 'shared-fate';
    }
  | {
      readonly basis: 'not-enough-history';
      readonly precedents: number;
      readonly reachedBy: { readonly units: number; readonly of: number };
    };

/** Arrival times in days from the asking, ascending, one for each path drawn; Infinity: beyond what has been seen. */
export interface Arrivals {
  readonly days: Float64Array;
  readonly precedents: number;
}

/** One ladder to draw from, many times. */
export class Climber {
  readonly #gates: ReadonlyMap<number, { gate: Gate; first: Curve; again: Curve }>;

  /** @param curve how a survival becomes a curve: the best estimate, or one that is possible */
  constructor(
    readonly ladder: Ladder,
    curve: (survival: Survival) => Curve = curveOf,
  ) {
    this.#gates = new Map(
      ladder.gates.map((gate) => {
        const first = curve(gate.first);
        return [
          gate.ordinal,
          { gate, first, again: gate.again === gate.first ? first : curve(gate.again) },
        ];
      }),
    );
  }

  /** How many units were ever at an ordinal or above it. */
  reachedBy(ordinal: number): { units: number; of: number } {
    return { units: this.ladder.reached[ordinal] ?? 0, of: this.ladder.units };
  }

  /** How often others went on from an ordinal for the first time. @param standing leave out those who skipped it */
  passages(ordinal: number, standing: boolean): number {
    let passages = 0;
    for (const gate of this.ladder.gates) {
      if (gate.ordinal > ordinal || (standing && gate.ordinal < ordinal)) continue;
      for (const [to, units] of gate.first.went.flat()) if (to > ordinal) passages += units;
    }
    return passages;
  }

  /** What is known at an ordinal. */
  survival(ordinal: number, again: boolean): Survival | undefined {
    const known = this.#gates.get(ordinal);
    return known && (again ? known.gate.again : known.gate.first);
  }

  /**
   * Draws one path from where a unit stands to an ordinal.
   * @param waited days since it came there; below 0: until it will
   * @param first where in what is possible the first gate lies (0–1)
   * @param onGate told each ordinal on the way
   * @returns days from now; Infinity when a gate takes longer than has been seen
   */
  arrival(
    presence: Presence,
    waited: number,
    goal: number,
    first: number,
    chance: Chance,
    onGate?: (ordinal: number) => void,
  ): number {
    const ahead = Math.max(0, -waited);
    if (presence.ordinal >= goal) return ahead;
    const { spread } = this.ladder;
    const scale = Math.exp(paceOf(presence.pace, spread));
    const alike = likeness(presence.pace, spread);
    let { ordinal, again } = presence;
    let highest = again ? Number.POSITIVE_INFINITY : ordinal;
    let elapsed = ahead;
    let common = 0;
    for (let step = 0; step < MOST_STEPS; step++) {
      const curves = this.#gates.get(ordinal);
      if (!curves) return Number.POSITIVE_INFINITY;
      onGate?.(ordinal);
      const curve = again ? curves.again : curves.first;
      const spent = step === 0 ? Math.max(0, waited) / scale : 0;
      let left: number;
      if (step === 0) {
        left = shareLeft(curve, spent) * (1 - first);
        if (alike > 0) {
          const slowness = normalQuantile(1 - left);
          common = Math.sqrt(alike) * slowness + Math.sqrt(1 - alike) * normalDraw(chance);
        }
      } else if (alike > 0) {
        const slowness = Math.sqrt(alike) * common + Math.sqrt(1 - alike) * normalDraw(chance);
        left = 1 - normalShare(slowness);
      } else {
        left = 1 - chance();
      }
      const when = whenLeft(curve, left);
      if (!when) return Number.POSITIVE_INFINITY;
      elapsed += Math.max(0, when.days - spent) * scale;
      ordinal = drawnMark(curve, when.at, chance);
      if (ordinal >= goal) return elapsed;
      highest = Math.max(highest, ordinal);
      again = ordinal < highest;
    }
    return Number.POSITIVE_INFINITY;
  }
}

/** A path that falls and climbs so often is not looked at any longer. */
const MOST_STEPS = 60;

/** How often a gate must be on the way to be needed. */
export const NEEDED = 0.05;

/** Draws the arrivals of one unit at an ordinal above its own. */
export function arrivalsOf(
  climber: Climber,
  presence: Presence,
  asOf: Instant,
  goal: number,
  chance: Chance,
  draws: number = DRAWS,
): Arrivals {
  const waited = (asOf - presence.since) / DAY;
  const visits = new Map<number, number>();
  const visit = (ordinal: number) => visits.set(ordinal, (visits.get(ordinal) ?? 0) + 1);
  const days = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    // spread evenly over what is possible at the first gate: fewer draws say as much
    const first = (draw + 0.5) / draws;
    days[draw] = climber.arrival(presence, waited, goal, first, chance, visit);
  }
  days.sort();
  let precedents = climber.survival(presence.ordinal, presence.again)?.rises ?? 0;
  for (let ordinal = presence.ordinal + 1; ordinal < goal; ordinal++) {
    const needed = (visits.get(ordinal) ?? 0) >= NEEDED * draws;
    precedents = Math.min(precedents, climber.passages(ordinal, needed));
  }
  return { days, precedents };
}

/** When a unit will be at an ordinal above its own, or higher. */
export function forecastOf(
  climber: Climber,
  presence: Presence,
  asOf: Instant,
  goal: number,
  chance: Chance,
): Forecast {
  const arrivals = arrivalsOf(climber, presence, asOf, goal, chance);
  return forecastFrom(arrivals, asOf, climber.reachedBy(goal));
}

/** Reads the range from arrivals. */
export function forecastFrom(
  { days, precedents }: Arrivals,
  asOf: Instant,
  reachedBy: { readonly units: number; readonly of: number },
): Forecast {
  if (precedents < FEWEST_PRECEDENTS) return { basis: 'not-enough-history', precedents, reachedBy };
  const at = (share: number) => {
    const found = quantile(days, share);
    return found === undefined ? null : asOf + Math.round(found) * DAY;
  };
  const dated = days.findIndex((one) => one === Number.POSITIVE_INFINITY);
  return {
    basis: 'history',
    p10: at(0.1),
    p50: at(0.5),
    p85: at(0.85),
    p90: at(0.9),
    beyond: dated < 0 ? 0 : (days.length - dated) / days.length,
    precedents,
    reachedBy,
  };
}

/** The value below which a share of sorted figures lies; undefined when that is not finite. */
export function quantile(sorted: Float64Array, share: number): number | undefined {
  const place = share * sorted.length - 0.5;
  const [low, high] = [Math.floor(place), Math.ceil(place)];
  const below = sorted[Math.max(0, low)] as number;
  const above = sorted[Math.min(sorted.length - 1, high)] as number;
  const found = low === high ? below : below + (above - below) * (place - low);
  return Number.isFinite(found) ? found : undefined;
}
