import type { Instant } from '../ids.js';
import {
  NO_PAST,
  type Pace,
  paceOf,
  passed,
  relative,
  type Spread,
  SpreadEstimate,
} from './pace.js';
import { climbOf, eachClimb, type Spell, type Stretches } from './spells.js';
import { curveOf, middleOf, type Survival, survivalOf, type Wait } from './survival.js';

/** How long units take at one ordinal; in days at the usual pace. */
export interface Gate {
  readonly ordinal: number;
  /** Those who were never higher. */
  readonly first: Survival;
  /** Those who had been higher before; the same as `first` while they are too few. */
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
  readonly since: Instant;
  /** It had been higher before. */
  readonly again: boolean;
  readonly pace: Pace;
}

/** So many are needed before those who come back are seen apart. */
const APART_FROM = 10;
/** What is usual at a gate and how units differ are estimated from each other, in turn. */
const ROUNDS = 3;

/** Learns from all units of a program, as seen at an instant. */
export function ladderOf(stretches: Stretches, asOf: Instant): Ladder {
  const climbs: (readonly Spell[])[] = [];
  const reached: number[] = [];
  eachClimb(stretches, asOf, (spells) => {
    climbs.push(spells);
    const highest = spells.reduce((most, { ordinal }) => Math.max(most, ordinal), 0);
    for (let ordinal = 0; ordinal <= highest; ordinal++)
      reached[ordinal] = (reached[ordinal] ?? 0) + 1;
  });
  const ordinals = [...new Set(climbs.flatMap((spells) => spells.map(({ ordinal }) => ordinal)))];
  ordinals.sort((a, b) => a - b);
  let spread: Spread = { between: 0, within: 0 };
  let usual = new Map<number, number>();
  let gates: readonly Gate[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    gates = gatesOf(climbs, ordinals, usual, spread);
    usual = new Map(gates.map((gate) => [gate.ordinal, gate.usual]));
    if (round < ROUNDS - 1) spread = spreadOf(climbs, usual);
  }
  return { asOf, units: climbs.length, reached, gates, spread };
}

/** Where a unit stands at an instant; undefined when it does not exist then. */
export function presenceOf(
  ladder: Ladder,
  stretches: Stretches,
  asOf: Instant,
): Presence | undefined {
  const { spells, present } = climbOf(stretches, asOf, 0, stretches.length);
  const last = spells[spells.length - 1];
  return present && last ? presenceAfter(ladder, spells, last) : undefined;
}

/** Where each unit stands at an instant. @param onUnit not called for units that do not exist then */
export function eachPresence(
  ladder: Ladder,
  stretches: Stretches,
  asOf: Instant,
  onUnit: (presence: Presence, unit: number) => void,
): void {
  eachClimb(stretches, asOf, (spells, unit, present) => {
    const last = spells[spells.length - 1];
    if (present && last) onUnit(presenceAfter(ladder, spells, last), unit);
  });
}

function presenceAfter(ladder: Ladder, spells: readonly Spell[], last: Spell): Presence {
  const usual = new Map(ladder.gates.map((gate) => [gate.ordinal, gate.usual]));
  const { ordinal, since, again } = last;
  return {
    ordinal,
    since,
    again,
    pace: spells.reduce((pace, spell) => paceAfter(pace, spell, usual), NO_PAST),
  };
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
  return ordinals.flatMap((ordinal) => {
    const { first, again } = waits.get(ordinal) as { first: Wait[]; again: Wait[] };
    const both = survivalOf(ordinal, [...first, ...again]);
    const [ofFirst, ofAgain] = [survivalOf(ordinal, first), survivalOf(ordinal, again)];
    const gate = {
      ordinal,
      first: ofFirst.rises >= APART_FROM ? ofFirst : both,
      again: ofAgain.rises >= APART_FROM ? ofAgain : both,
    };
    return [{ ...gate, usual: middleOf(curveOf(gate.first)) ?? 1 }];
  });
}

function spreadOf(
  climbs: readonly (readonly Spell[])[],
  usual: ReadonlyMap<number, number>,
): Spread {
  const estimate = new SpreadEstimate();
  for (const spells of climbs) {
    estimate.add(
      spells.filter(passed).map(({ ordinal, days }) => ({
        gate: ordinal,
        relative: relative(days, usual.get(ordinal) ?? 1),
      })),
    );
  }
  return estimate.spread();
}
