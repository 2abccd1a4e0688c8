import type { Instant } from '#lib/domain';
import type { Clock } from '#lib/platform';

/** The clock of the story: it stands at the sitting that is being recorded, never later than now. */
export class StoryClock implements Clock {
  #stands: Instant = 0;

  /** @param instant when the next facts are recorded */
  set(instant: Instant): void {
    this.#stands = Math.min(instant, Date.now());
  }

  now(): Instant {
    return this.#stands;
  }
}
