import type { Instant, Span } from '#lib/domain';
import { monthsAfter } from './milestones.js';

/**
 * Ours: an episode that is over is kept as history when it began within the last year. What lasts is
 * kept whatever its age; so recording a long past at once raises what is true now and little else.
 */
const KEPT_MONTHS = 12;

/** When an episode that is over is no longer kept. */
export function forgottenAt({ from }: Pick<Span, 'from'>): Instant {
  return monthsAfter(from, KEPT_MONTHS);
}

/** Whether an episode is over and began too long ago to be kept. */
export function isForgotten(episode: Span, now: Instant): boolean {
  return episode.until <= now && forgottenAt(episode) <= now;
}
