import type { AdviceProjector } from '#lib/advice';
import type { Foundation } from '#lib/platform';
import type { TreeProjector } from '#lib/projections';
import type { DeadLetters, Records } from '#lib/recording';

/** What the processors work with. */
export class WorkerParts {
  constructor(
    readonly foundation: Foundation,
    readonly records: Records,
    readonly projectors: { readonly tree: TreeProjector; readonly advice: AdviceProjector },
    readonly deadLetters: DeadLetters,
  ) {}

  /** Aborts when the worker is told to stop: work under way ends between two steps and goes back. */
  readonly stopping = new AbortController();
}
