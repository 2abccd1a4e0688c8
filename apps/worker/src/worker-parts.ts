import type { AdviceProjector } from '#lib/advice';
import type { Courier, DeliveryWork, ImportWork, Outbox, Sender } from '#lib/integrations';
import type { Foundation } from '#lib/platform';
import type { ForecastProjector, TreeProjector } from '#lib/projections';
import type { Adoptions, DeadLetters, Records } from '#lib/recording';

const SAY_AGAIN_MS = 60_000;

/** What the processors work with. */
export class WorkerParts {
  constructor(
    readonly foundation: Foundation,
    readonly records: Records,
    readonly projectors: {
      readonly tree: TreeProjector;
      readonly advice: AdviceProjector;
      readonly forecast: ForecastProjector;
      readonly adoptions: Adoptions;
      readonly deliveries: DeliveryWork;
      readonly imports: ImportWork;
      readonly outbox: Outbox;
    },
    readonly deadLetters: DeadLetters,
    readonly sender: Sender,
    readonly courier: Courier,
  ) {}

  /** Aborts when the worker is told to stop: work under way ends between two steps and goes back. */
  readonly stopping = new AbortController();

  /** What is being served now. */
  readonly serving = new Set<Promise<void>>();

  readonly #said = new Map<string, number>();

  /** Logs that a queue does not answer, now and then while it is so. */
  queueFailed(queue: string, error: Error): void {
    const now = performance.now();
    if (now - (this.#said.get(queue) ?? Number.NEGATIVE_INFINITY) < SAY_AGAIN_MS) return;
    this.#said.set(queue, now);
    this.foundation.logger.warn({ err: error, queue }, 'the queue does not answer');
  }
}
