import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { outboxBehind } from '#lib/integrations';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Keeps recommendations and alerts along the log and the calendar. */
@Processor('advice', WORKER_OPTIONS)
export class AdviceProcessor extends WakeUpHost {
  protected readonly consumer = 'advice';

  protected async serve({ program, signal }: Serving): Promise<void> {
    const { foundation, projectors, records } = this.parts;
    const reached = await projectors.advice.run(program, signal);
    const told = await foundation.database.inProgram(
      program,
      (tx) => outboxBehind(tx, program, reached),
      { readOnly: true },
    );
    if (told) records.wakeups.ask('outbound', program, reached.position);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job<WakeUp> | undefined, error: Error): Promise<void> {
    return this.gaveUp(job, error);
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed(this.consumer, error);
  }
}
