import type { MaturityModel } from './model.js';

/** How a model reads a parent from its children. */
export type RollupRule = NonNullable<MaturityModel['rollup']>;

/** The lower median of some ordinals; null when there are none. */
export function lowerMedian(ordinals: readonly number[]): number | null {
  const sorted = ordinals.toSorted((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? null;
}

/**
 * What the children say of their parent: the lowest ordinal, the lower median, or the greatest that
 * at least the share of them hold.
 * @param ordinals the children's own stages in the model
 * @returns null when no child stands in the model
 * @source model-format: Standing, rollup
 */
export function readFromChildren(rule: RollupRule, ordinals: readonly number[]): number | null {
  if (ordinals.length === 0) return null;
  if (rule === 'weakest') return ordinals.reduce((least, one) => Math.min(least, one));
  if (rule === 'median') return lowerMedian(ordinals);
  const falling = ordinals.toSorted((a, b) => b - a);
  return falling[atLeastOf(rule.share, ordinals.length) - 1] ?? 0;
}

/** The least count out of some that is at least a share of them; 1 at the least. */
export function atLeastOf(share: number, count: number): number {
  // 0.8 × 10 is 8 and not a hair more
  return Math.max(1, Math.ceil(share * count - 1e-9));
}

/** How long something took, in days: values that were observed, by nearest rank. */
export interface Durations {
  readonly count: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
}

/** Quartiles by nearest rank; null when there are none. */
export function quartiles(days: readonly number[]): Durations | null {
  if (days.length === 0) return null;
  const sorted = days.toSorted((a, b) => a - b);
  const rank = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] as number;
  return { count: sorted.length, p25: rank(0.25), median: rank(0.5), p75: rank(0.75) };
}
