import type { Criterion, Needs } from '../model.js';
import type { Truth } from '../truth.js';

/** A stage of a ladder or a level of a dimension. */
export interface Rung {
  readonly needs: Needs;
  readonly criteria: readonly Criterion[];
}

/** How many criteria of a rung are true, and how many must be. */
export interface Tally {
  readonly met: number;
  readonly needed: number;
}

/**
 * Counts a rung: supporting criteria and those that are not applicable are left out.
 * @param truths one for each criterion, in their order
 * @source model-format: Standing
 */
export function tally(rung: Rung, truths: readonly Truth[]): Tally {
  let left = 0;
  let met = 0;
  rung.criteria.forEach((criterion, index) => {
    const truth = truths[index];
    if (criterion.supporting || truth === 'not-applicable') return;
    left++;
    if (truth === 'true') met++;
  });
  const needed = rung.needs === 'all' ? left : Math.min(rung.needs.atLeast, left);
  return { met, needed };
}

/** The greatest k such that rungs 1…k all have what they need; 0: none. */
export function highestReached(tallies: readonly Tally[]): number {
  const blocked = tallies.findIndex(({ met, needed }) => met < needed);
  return blocked === -1 ? tallies.length : blocked;
}

/** Cuts a flat list of truths into one list a rung. */
export function perRung(rungs: readonly Rung[], truths: readonly Truth[]): readonly Truth[][] {
  let start = 0;
  return rungs.map((rung) => {
    const own = truths.slice(start, start + rung.criteria.length);
    start += rung.criteria.length;
    return own;
  });
}

/** The tally of every rung. */
export function tallies(rungs: readonly Rung[], truths: readonly Truth[]): readonly Tally[] {
  const each = perRung(rungs, truths);
  return rungs.map((rung, index) => tally(rung, each[index] ?? []));
}

/** How many more criteria of some rungs must become true. */
export function stillNeeded(counted: readonly Tally[]): number {
  return counted.reduce((sum, one) => sum + Math.max(0, one.needed - one.met), 0);
}

/** Met ÷ needed over some rungs, at most 1; what is met beyond the need of a rung does not count. */
export function progress(counted: readonly Tally[]): number {
  const needed = counted.reduce((sum, one) => sum + one.needed, 0);
  const met = counted.reduce((sum, one) => sum + Math.min(one.met, one.needed), 0);
  return needed === 0 ? 1 : met / needed;
}
