import { EVENT_TYPES } from '#lib/domain';

/** What subscriptions can be told: every fact of the log, standings that changed, targets that became late, alerts and notices that came and went. */
export const TOLD_TYPES: readonly string[] = [
  ...EVENT_TYPES,
  'standing.changed',
  'target.late',
  'alert.opened',
  'alert.closed',
  'notice.opened',
  'notice.closed',
];

/** Whether a pattern, a type or `alert.*` or `*`, means a type. */
export function means(pattern: string, type: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}

/** Whether any of the patterns means a type. */
export function wanted(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => means(pattern, type));
}
