import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { adviceReached } from '#lib/advice';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Carries events through the tree to the standings of the units they touch, then wakes the advice. */
@Processor('standing', WORKER_OPTIONS)
export class StandingProcessor extends WakeUpHost {
  protected readonly consumer = 'standing';

  protected async serve({ program, signal, traceparent }: Serving): Promise<void> {
    const { projectors, records, foundation } = this.parts;
    const position = await projectors.tree.run(program, signal);
    const advice = await foundation.database.inProgram(program, (tx) => adviceReached(tx, program));
    if (advice.position < position) {
      await records.wakeups.send('advice', { program, position, traceparent });
    }
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
