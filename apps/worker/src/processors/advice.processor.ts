import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Keeps recommendations and alerts along the log and the calendar. */
@Processor('advice', WORKER_OPTIONS)
export class AdviceProcessor extends WakeUpHost {
  protected readonly consumer = 'advice';

  protected async serve({ program, signal }: Serving): Promise<void> {
    await this.parts.projectors.advice.run(program, signal);
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
