import type { Alert } from '#lib/advice';
import type { Story } from '../oracle/story.js';
import { adviceFor, type Look } from './see.js';

/** A unit that follows `lithium`. */
export const LITHIUM: Look = { models: ['lithium'] };

/** The alerts of one rule as `[severity, opened, closed]`, days as texts. */
export function alerts(told: Story, rule: string, on: string, look: Look = LITHIUM, unit = 'care') {
  return adviceFor(told, unit, on, look)
    .alerts.filter((alert) => alert.rule === rule)
    .map(brief);
}

function brief({ severity, openedAt, closedAt }: Alert) {
  return [severity, day(openedAt), closedAt === null ? null : day(closedAt)];
}

function day(instant: number) {
  return new Date(instant).toISOString().slice(0, 10);
}
