/** What an expression is at an instant. */
export type Truth = 'true' | 'false' | 'not-applicable';

/**
 * Whether enough of the parts are true: parts that are not applicable are left out; nothing left:
 * not applicable.
 * @param count how many must be true at least; never more than are left
 * @source model-format: Expressions
 */
export function atLeast(count: number, parts: readonly Truth[]): Truth {
  let left = 0;
  let met = 0;
  for (const part of parts) {
    if (part === 'not-applicable') continue;
    left++;
    if (part === 'true') met++;
  }
  if (left === 0) return 'not-applicable';
  return met >= Math.min(count, left) ? 'true' : 'false';
}
