import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import type { ProgramId } from '#lib/domain';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** A refresh that took long rests so many times as long, so that forecasts never keep a core to themselves. */
const REST = 4;

/** Keeps what history says of the time things take, and the forecasts of targets. */
@Processor('forecast', WORKER_OPTIONS)
export class ForecastProcessor extends WakeUpHost {
  protected readonly consumer = 'forecast';
  private readonly restUntil = new Map<ProgramId, number>();

  protected async serve({ program, signal, traceparent }: Serving): Promise<void> {
    const { projectors, records } = this.parts;
    const began = performance.now();
    const rest = (this.restUntil.get(program) ?? 0) - began;
    if (rest > 0) {
      await records.wakeups.send(
        'forecast',
        { program, position: 0, traceparent },
        Math.ceil(rest),
      );
      return;
    }
    await projectors.forecast.run(program, signal);
    const ended = performance.now();
    this.restUntil.set(program, ended + REST * (ended - began));
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
