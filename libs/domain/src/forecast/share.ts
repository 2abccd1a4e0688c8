import type { Instant } from '../ids.js';
import { type Chance, normalDraw } from './chance.js';
import { type Arrivals, Climber, NEEDED } from './forecast.js';
import type { Ladder, Presence } from './ladder.js';
import { DAY } from './spells.js';
import { possibleCurve } from './survival.js';

/**
 * Units of one program are held up and helped on together; how much, its history does not tell. This
 * is assumed: the standard deviation, as a logarithm, of what all of them have in common. The
 * back-test (bench/forecast) shows what the band covers with it, and how much too little without.
 */
const SHARED_FATE = 0.2;
/** Futures that are drawn for one share. */
const FUTURES = 200;
/** Of more units than so many, so many are drawn and stand for all. */
const MOST_UNITS = 1_500;

/**
 * Draws when so many more of some units will be at an ordinal. Each future is drawn with one of the
 * curves that the precedents leave possible: the units scatter around them and even out, what we do
 * not know of the curves does not.
 * @param below where those stand that are not there yet
 * @param needed how many of them it takes, at least 1
 * @returns arrivals, one for each future
 */
export function shareArrivals(
  ladder: Ladder,
  below: readonly Presence[],
  asked: { readonly asOf: Instant; readonly goal: number; readonly needed: number },
  chance: Chance,
): Arrivals {
  const { asOf, goal } = asked;
  const drawn = someOf(below, MOST_UNITS, chance);
  const needed = Math.max(1, Math.round((asked.needed * drawn.length) / below.length));
  const best = new Climber(ladder);
  const visits = new Map<number, number>();
  const visit = (ordinal: number) => visits.set(ordinal, (visits.get(ordinal) ?? 0) + 1);
  const days = new Float64Array(asked.needed > below.length ? 0 : FUTURES);
  const arrivals = new Float64Array(drawn.length);
  for (let future = 0; future < days.length; future++) {
    const climber = new Climber(ladder, (survival) => possibleCurve(survival, chance));
    drawn.forEach((presence, unit) => {
      const waited = (asOf - presence.since) / DAY;
      const told = future === 0 ? visit : undefined;
      arrivals[unit] = climber.arrival(presence, waited, goal, chance(), chance, told);
    });
    arrivals.sort();
    const fate = Math.exp(SHARED_FATE * normalDraw(chance));
    days[future] = (arrivals[needed - 1] as number) * fate;
  }
  days.sort();
  return { days, precedents: fewestPassages(best, goal, visits, NEEDED * drawn.length) };
}

/** The fewest passages of a gate that the units stand at or come to. */
function fewestPassages(
  climber: Climber,
  goal: number,
  visits: ReadonlyMap<number, number>,
  often: number,
): number {
  let fewest = Number.POSITIVE_INFINITY;
  const lowest = Math.min(...visits.keys(), goal);
  for (let ordinal = lowest; ordinal < goal; ordinal++) {
    const needed = (visits.get(ordinal) ?? 0) >= often;
    if (ordinal > lowest || needed) fewest = Math.min(fewest, climber.passages(ordinal, needed));
  }
  return Number.isFinite(fewest) ? fewest : 0;
}

/** Some of a list, each as likely as the other. */
function someOf<T>(all: readonly T[], most: number, chance: Chance): readonly T[] {
  if (all.length <= most) return all;
  const rest = [...all];
  for (let place = 0; place < most; place++) {
    const other = place + Math.floor(chance() * (rest.length - place));
    [rest[place], rest[other]] = [rest[other] as T, rest[place] as T];
  }
  return rest.slice(0, most);
}
