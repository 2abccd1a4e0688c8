import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { adviceReached } from '#lib/advice';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

/**
 * Looks for units whose advice changes with the calendar alone (a validity, waiver or review runs
 * out, a threshold passes), and for programs whose forecasts are of another day, and wakes both.
 */
@Processor('boundaries', RECURRING_OPTIONS)
export class BoundariesProcessor extends WorkerHost {
  constructor(private readonly parts: WorkerParts) {
    super();
  }

  async process(): Promise<void> {
    const { foundation, projectors, records, stopping } = this.parts;
    for (const { program } of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      const { position } = await foundation.database.inProgram(program, (tx) =>
        adviceReached(tx, program),
      );
      for (const consumer of ['advice', 'forecast'] as const) {
        if (await projectors[consumer].isDue(program)) {
          await records.wakeups.send(consumer, { program, position });
        }
      }
    }
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'the calendar could not be looked at');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('boundaries', error);
  }
}
