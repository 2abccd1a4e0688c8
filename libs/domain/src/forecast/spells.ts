import type { Instant } from '../ids.js';

/** A day in milliseconds. */
export const DAY = 86_400_000;

/**
 * Where units stood on one line (the stages of a model, the levels of a dimension, a milestone held
 * or not), as stretches [from, until) ordered by unit and then by `from`. Columns of one length:
 * a program of 100,000 units has millions of them.
 */
export interface Stretches {
  readonly length: number;
  /** Any number that tells the unit; those of one unit lie together. */
  readonly unit: ArrayLike<number>;
  readonly from: ArrayLike<Instant>;
  readonly until: ArrayLike<Instant>;
  readonly ordinal: ArrayLike<number>;
}

/** How long a unit waited at an ordinal before it went on. */
export interface Spell {
  readonly ordinal: number;
  readonly since: Instant;
  readonly days: number;
  /** Where it went from there, up or down; null: it was still there when last seen, or the unit ended. */
  readonly to: number | null;
  /** It had been higher before. */
  readonly again: boolean;
}

/**
 * The spells of each unit as seen at an instant: what comes later is cut off.
 * @param onUnit called once for each unit that was there by then, its spells in order. The last one is
 * the present one if `to` is null and the unit still is (`present`).
 */
export function eachClimb(
  stretches: Stretches,
  asOf: Instant,
  onUnit: (spells: readonly Spell[], unit: number, present: boolean) => void,
): void {
  const { unit } = stretches;
  for (let start = 0; start < stretches.length; ) {
    let end = start + 1;
    while (end < stretches.length && unit[end] === unit[start]) end++;
    const { spells, present } = climbOf(stretches, asOf, start, end);
    if (spells.length > 0) onUnit(spells, unit[start] as number, present);
    start = end;
  }
}

/** One unit's spells as seen at an instant, and whether the last of them is where it stands. */
export function climbOf(
  { from, until, ordinal }: Stretches,
  asOf: Instant,
  start: number,
  end: number,
): { spells: readonly Spell[]; present: boolean } {
  const spells: Spell[] = [];
  let highest = Number.NEGATIVE_INFINITY;
  let index = start;
  let present = false;
  while (index < end && (from[index] as number) <= asOf) {
    const at = ordinal[index] as number;
    const since = from[index] as number;
    // values that keep the ordinal (a level, a mean) are one wait
    while (index + 1 < end && ordinal[index + 1] === at && from[index + 1] === until[index])
      index++;
    const left = until[index] as number;
    const next =
      index + 1 < end && from[index + 1] === left ? (ordinal[index + 1] as number) : null;
    present = left > asOf;
    spells.push({
      ordinal: at,
      since,
      days: (Math.min(left, asOf) - since) / DAY,
      to: present ? null : next,
      again: at < highest,
    });
    highest = Math.max(highest, at);
    index++;
  }
  return { spells, present };
}
