import type { MilestoneKey } from '#lib/domain';

const LONGEST_KEY = 64;

/** A key for a new target of a milestone that its unit does not have yet. @param prefix stands before it */
export function freeKey(
  milestone: MilestoneKey,
  taken: ReadonlySet<string>,
  prefix?: string,
): string {
  const wished = `${prefix === undefined ? '' : `${prefix}-`}${milestone.replaceAll('.', '-')}`;
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `-${number}`;
    const key = wished.slice(0, LONGEST_KEY - suffix.length) + suffix;
    if (!taken.has(key)) return key;
  }
}
