import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { adviceReached } from '#lib/advice';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Writes down what subscriptions are to be told, and has it sent. */
@Processor('outbound', WORKER_OPTIONS)
export class OutboundProcessor extends WakeUpHost {
  protected readonly consumer = 'outbound';

  protected async serve({ program, signal, logger }: Serving): Promise<void> {
    const { courier, foundation, projectors, sender } = this.parts;
    const reached = await foundation.database.inProgram(
      program,
      (tx) => adviceReached(tx, program),
      { readOnly: true },
    );
    const deliveries = await projectors.outbox.run(program, reached, signal);
    if (deliveries > 0) logger.info({ deliveries }, 'deliveries to subscriptions are to do');
    sender.kick(program);
    await courier.run(program, signal);
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
