import type { Chance } from './chance.js';
import { normalDraw } from './chance.js';

/** What survival is estimated from: how long, and where to; null: not yet, when last seen. */
export interface Wait {
  readonly days: number;
  readonly to: number | null;
}

/**
 * How long units stay at one ordinal, by Kaplan and Meier: who is still there when last seen counts
 * for as long as it was seen. Plain numbers, so that it can be kept as JSON. Columns of one length,
 * by rising `days`.
 */
export interface Survival {
  /** Each time at which somebody went on. */
  readonly days: readonly number[];
  /** How many were then still there. */
  readonly atRisk: readonly number[];
  /** How many went where: pairs of ordinal and count. */
  readonly went: readonly (readonly (readonly [to: number, units: number])[])[];
  /** How many went up in all: the precedents. */
  readonly rises: number;
  /** Spells that it rests on, unfinished ones included. */
  readonly spells: number;
}

/** More times than so many are put together with their neighbours. */
const MOST_TIMES = 300;

/** Estimates survival at an ordinal from spells there. */
export function survivalOf(ordinal: number, waits: readonly Wait[]): Survival {
  const sorted = [...waits].sort((a, b) => a.days - b.days);
  const ended = sorted.filter(({ to }) => to !== null).length;
  const together = Math.max(1, Math.ceil(ended / MOST_TIMES));
  const days: number[] = [];
  const atRisk: number[] = [];
  const went: [number, number][][] = [];
  let rises = 0;
  let counted = 0;
  sorted.forEach((wait, index) => {
    if (wait.to === null) return;
    if (wait.to > ordinal) rises++;
    const last = days.length - 1;
    if (last >= 0 && (days[last] === wait.days || counted % together !== 0)) {
      days[last] = wait.days;
    } else {
      days.push(wait.days);
      atRisk.push(sorted.length - index);
      went.push([]);
    }
    counted++;
    const marks = went[days.length - 1] as [number, number][];
    const known = marks.find(([to]) => to === wait.to);
    if (known) known[1]++;
    else marks.push([wait.to, 1]);
  });
  return { days, atRisk, went, rises, spells: sorted.length };
}

/**
 * A survival that can be drawn from. Of n that are still there, the next one to come has a share of
 * 1 ÷ (n + 1) in each of the gaps between them, and as much in what lies beyond the last: so a small
 * number of precedents gives a wide band, and what nobody has done yet stays possible and undated.
 */
export interface Curve {
  readonly days: readonly number[];
  /** The share still there after each of those times. */
  readonly share: Float64Array;
  readonly went: Survival['went'];
}

/** The best estimate. */
export function curveOf({ days, atRisk, went }: Survival): Curve {
  return {
    days,
    went,
    share: runningProduct(went, (ended, at) => stay(ended, atRisk[at] as number)),
  };
}

/** One of the curves that the precedents leave possible (a draw from the beta-Stacy posterior, of which `curveOf` is the mean). */
export function possibleCurve({ days, atRisk, went }: Survival, chance: Chance): Curve {
  const factor = (ended: number, at: number) => stayDrawn(ended, atRisk[at] as number, chance);
  return { days, went, share: runningProduct(went, factor) };
}

/** The share that is still there after so many days. */
export function shareLeft(curve: Curve, days: number): number {
  const next = firstAbove(curve.days, days);
  const before = next === 0 ? 1 : (curve.share[next - 1] as number);
  if (next === curve.days.length) return before;
  const from = next === 0 ? 0 : (curve.days[next - 1] as number);
  const to = curve.days[next] as number;
  const after = curve.share[next] as number;
  return before + ((after - before) * (days - from)) / (to - from);
}

/** When a share is left, and which of the times that belongs to; undefined: nobody was seen to take so long. */
export function whenLeft(curve: Curve, share: number): { days: number; at: number } | undefined {
  let low = 0;
  let high = curve.days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((curve.share[middle] as number) > share) low = middle + 1;
    else high = middle;
  }
  if (low === curve.days.length) return undefined;
  const before = low === 0 ? 1 : (curve.share[low - 1] as number);
  const after = curve.share[low] as number;
  const from = low === 0 ? 0 : (curve.days[low - 1] as number);
  const to = curve.days[low] as number;
  return {
    at: low,
    days: before === after ? to : from + ((to - from) * (before - share)) / (before - after),
  };
}

/** Where one goes from one of the times. */
export function drawnMark(curve: Curve, at: number, chance: Chance): number {
  const marks = curve.went[at] as Survival['went'][number];
  const [first] = marks;
  if (marks.length === 1 && first) return first[0];
  let rest = chance() * endedAt(marks);
  for (const [to, units] of marks) {
    rest -= units;
    if (rest < 0) return to;
  }
  return (marks[marks.length - 1] as readonly [number, number])[0];
}

/** The time by which half have gone on; if less than half did, the last time. */
export function middleOf(curve: Curve): number | undefined {
  return whenLeft(curve, 0.5)?.days ?? curve.days[curve.days.length - 1];
}

function runningProduct(went: Survival['went'], factor: (ended: number, at: number) => number) {
  const share = new Float64Array(went.length);
  let left = 1;
  went.forEach((marks, at) => {
    left *= factor(endedAt(marks), at);
    share[at] = left;
  });
  return share;
}

function endedAt(marks: Survival['went'][number]): number {
  let ended = 0;
  for (const [, units] of marks) ended += units;
  return ended;
}

function stay(ended: number, atRisk: number): number {
  return (atRisk - ended + 1) / (atRisk + 1);
}

/** Beyond so many at once, a sum of exponentials is drawn as a normal. */
const SINGLY = 12;

function stayDrawn(ended: number, atRisk: number, chance: Chance): number {
  if (ended > SINGLY) {
    let [mean, variance] = [0, 0];
    for (let one = 0; one < ended; one++) {
      mean += 1 / Math.max(1, atRisk - one - 1);
      variance += 1 / Math.max(1, atRisk - one - 1) ** 2;
    }
    return Math.exp(-Math.max(0, mean + Math.sqrt(variance) * normalDraw(chance)));
  }
  let left = 1;
  for (let one = 0; one < ended; one++) {
    left *= (1 - chance()) ** (1 / Math.max(1, atRisk - one - 1));
  }
  return left;
}

function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
