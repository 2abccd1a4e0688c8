import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Works off what tools sent. */
@Processor('deliveries', WORKER_OPTIONS)
export class DeliveriesProcessor extends WakeUpHost {
  protected readonly consumer = 'deliveries';

  protected async serve({ program, signal, logger }: Serving): Promise<void> {
    const deliveries = await this.parts.projectors.deliveries.run(program, signal);
    if (deliveries > 0) logger.info({ deliveries }, 'deliveries worked off');
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
