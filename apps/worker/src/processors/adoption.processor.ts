import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Builds the standings under versions of models that are to be adopted, and adopts them. */
@Processor('adoption', WORKER_OPTIONS)
export class AdoptionProcessor extends WakeUpHost {
  protected readonly consumer = 'adoption';

  protected async serve({ program, signal }: Serving): Promise<void> {
    await this.parts.projectors.adoptions.run(program, signal);
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
