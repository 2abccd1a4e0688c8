import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Records long sheets. */
@Processor('imports', WORKER_OPTIONS)
export class ImportsProcessor extends WakeUpHost {
  protected readonly consumer = 'imports';

  protected async serve({ program, signal, logger }: Serving): Promise<void> {
    const imports = await this.parts.projectors.imports.run(program, signal);
    if (imports > 0) logger.info({ imports }, 'imports ended');
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
