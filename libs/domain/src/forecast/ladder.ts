import type { Instant } from '../ids.js';
import { type Chance, chanceOf } from './chance.js';
import {
  NO_PAST,
  type Pace,
  type Passage,
  paceOf,
  passed,
  relative,
  type Spread,
  SpreadEstimate,
} from './pace.js';
import { climbOf, eachClimb, type Spell, type Stretches } from './spells.js';
import {
  type Curve,
  curveOf,
  middleOf,
  shareLeft,
  type Survival,
  survivalOf,
  type Wait,
  whenLeft,
} from './survival.js';

/** How long units take at one ordinal; in days at the usual pace. */
export interface Gate {
  readonly ordinal: number;
  /** Those who were never higher. */
  readonly first: Survival;
  /** Those who had been higher before: a way back is another way, so they are never counted together. */
  readonly again: Survival;
  /** Days that are usual here: by then half went on. */
  readonly usual: number;
}

/**
 * What a program's history says of one line: how long units take from ordinal to ordinal. Plain
 * data, so that it can be kept as JSON.
 */
export interface Ladder {
  /** What comes after this instant is not in it. */
  readonly asOf: Instant;
  /** Units that were ever seen. */
  readonly units: number;
  /** How many units were ever at an ordinal or above it, by ordinal. */
  readonly reached: readonly number[];
  /** By rising ordinal, those at which anybody ever was. */
  readonly gates: readonly Gate[];
  readonly spread: Spread;
}

/** Where a unit stands on a line, and what is known of its pace. */
export interface Presence {
  readonly ordinal: number;
  /** In the future where it is only supposed to come there. */
  readonly since: Instant;
  /** It had been higher before. */
  readonly again: boolean;
  readonly pace: Pace;
}

/** What is usual at a gate and how units differ are estimated from each other, in turn. */
const ROUNDS = 5;
const SAMPLE = 4_000;

/** Learns from all units of a program, as seen at an instant. */
export function ladderOf(stretches: Stretches, asOf: Instant): Ladder {
  const climbs: (readonly Spell[])[] = [];
  const reached: number[] = [];
  const seen = new Set<number>();
  eachClimb(stretches, asOf, (spells) => {
    climbs.push(spells);
    for (const { ordinal } of spells) seen.add(ordinal);
    const highest = spells.reduce((most, { ordinal }) => Math.max(most, ordinal), 0);
    for (let ordinal = 0; ordinal <= highest; ordinal++)
      reached[ordinal] = (reached[ordinal] ?? 0) + 1;
  });
  const ordinals = [...seen].sort((a, b) => a - b);
  const some = sampleOf(climbs);
  let spread: Spread = { between: 0, within: 0 };
  let usual = new Map<number, number>();
  for (let round = 1; round < ROUNDS; round++) {
    const gates = gatesOf(some, ordinals, usual, spread);
    usual = new Map(gates.map((gate) => [gate.ordinal, gate.usual]));
    spread = spreadOf(some, gates, usual, spread);
  }
  const gates = gatesOf(climbs, ordinals, usual, spread);
  return { asOf, units: climbs.length, reached, gates, spread };
}

/** Each so-manieth of many: how units differ is known well enough from some thousands. */
function sampleOf<T>(all: readonly T[]): readonly T[] {
  const every = Math.ceil(all.length / SAMPLE);
  return every <= 1 ? all : all.filter((_, index) => index % every === 0);
}

/** Where a unit stands at an instant; undefined when it does not exist then. */
export function presenceOf(
  ladder: Ladder,
  stretches: Stretches,
  asOf: Instant,
): Presence | undefined {
  const { spells, present } = climbOf(stretches, asOf, 0, stretches.length);
  const last = spells[spells.length - 1];
  return present && last ? presenceAfter(usualOf(ladder), spells, last) : undefined;
}

/** The same unit, were it to stand elsewhere from an instant on, which may lie in the future. */
export function supposedAt(
  presence: Presence,
  place: Pick<Presence, 'ordinal' | 'since'>,
): Presence {
  return { ...presence, ...place, again: place.ordinal < presence.ordinal };
}

/** Where each unit stands at an instant. @param onUnit not called for units that do not exist then */
export function eachPresence(
  ladder: Ladder,
  stretches: Stretches,
  asOf: Instant,
  onUnit: (presence: Presence, unit: number) => void,
): void {
  const usual = usualOf(ladder);
  eachClimb(stretches, asOf, (spells, unit, present) => {
    const last = spells[spells.length - 1];
    if (present && last) onUnit(presenceAfter(usual, spells, last), unit);
  });
}

function usualOf({ gates }: Ladder): ReadonlyMap<number, number> {
  return new Map(gates.map((gate) => [gate.ordinal, gate.usual]));
}

function presenceAfter(
  usual: ReadonlyMap<number, number>,
  spells: readonly Spell[],
  { ordinal, since, again }: Spell,
): Presence {
  const pace = spells.reduce((before, spell) => paceAfter(before, spell, usual), NO_PAST);
  return { ordinal, since, again, pace };
}

function paceAfter(pace: Pace, spell: Spell, usual: ReadonlyMap<number, number>): Pace {
  const days = usual.get(spell.ordinal);
  if (days === undefined || !passed(spell)) return pace;
  return { gates: pace.gates + 1, sum: pace.sum + relative(spell.days, days) };
}

function gatesOf(
  climbs: readonly (readonly Spell[])[],
  ordinals: readonly number[],
  usual: ReadonlyMap<number, number>,
  spread: Spread,
): readonly Gate[] {
  const waits = new Map<number, { first: Wait[]; again: Wait[] }>();
  for (const ordinal of ordinals) waits.set(ordinal, { first: [], again: [] });
  for (const spells of climbs) {
    let pace = NO_PAST;
    for (const spell of spells) {
      const { ordinal, to, again, days } = spell;
      const kept = waits.get(ordinal) as { first: Wait[]; again: Wait[] };
      kept[again ? 'again' : 'first'].push({ days: days / Math.exp(paceOf(pace, spread)), to });
      pace = paceAfter(pace, spell, usual);
    }
  }
  return ordinals.map((ordinal) => {
    const { first, again } = waits.get(ordinal) as { first: Wait[]; again: Wait[] };
    const gate = {
      ordinal,
      first: survivalOf(ordinal, first),
      again: survivalOf(ordinal, again),
    };
    return { ...gate, usual: middleOf(curveOf(gate.first)) ?? 1 };
  });
}

/**
 * How units differ, from the gates that each passed and the one at which it waits: left out, the slow
 * would be missing. How long that one takes is drawn from what is known so far.
 */
function spreadOf(
  climbs: readonly (readonly Spell[])[],
  gates: readonly Gate[],
  usual: ReadonlyMap<number, number>,
  spread: Spread,
): Spread {
  const chance = chanceOf('pace');
  const curves = new Map(gates.map((gate) => [gate.ordinal, curveOf(gate.first)]));
  const estimate = new SpreadEstimate();
  for (const spells of climbs) {
    let pace = NO_PAST;
    const passages: Passage[] = [];
    for (const spell of spells) {
      const days = usual.get(spell.ordinal) ?? 1;
      const waits = !spell.again && spell.to === null;
      if (!waits && !passed(spell)) continue;
      const scale = Math.exp(paceOf(pace, spread));
      const lasts = waits
        ? scale * drawnBeyond(curves.get(spell.ordinal), spell.days / scale, chance)
        : spell.days;
      passages.push({ gate: spell.ordinal, relative: relative(lasts, days), drawn: waits });
      pace = paceAfter(pace, spell, usual);
    }
    estimate.add(passages);
  }
  return estimate.spread();
}

/** What lies beyond anything seen is taken as half as long again. */
const FURTHER = 1.5;

function drawnBeyond(curve: Curve | undefined, days: number, chance: Chance): number {
  if (!curve) return days;
  const longest = curve.days[curve.days.length - 1] ?? 0;
  const found = whenLeft(curve, shareLeft(curve, days) * (1 - chance()));
  return found ? found.days : Math.max(longest, days) * FURTHER;
}
