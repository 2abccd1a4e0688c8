import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { adviceReached } from '#lib/advice';
import { forecastReached } from '#lib/projections';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Forecasts are of everybody's history: facts that come in close succession share one refresh. */
const FORECAST_AFTER_MS = 3_000;

/** Carries events through the tree to the standings of the units they touch, then wakes the advice and the forecasts. */
@Processor('standing', WORKER_OPTIONS)
export class StandingProcessor extends WakeUpHost {
  protected readonly consumer = 'standing';

  protected async serve({ program, signal, traceparent }: Serving): Promise<void> {
    const { projectors, records, foundation } = this.parts;
    const position = await projectors.tree.run(program, signal);
    const { advice, forecast } = await foundation.database.inProgram(program, async (tx) => ({
      advice: await adviceReached(tx, program),
      forecast: await forecastReached(tx, program),
    }));
    const wakeUp = { program, position, traceparent };
    if (advice.position < position) await records.wakeups.send('advice', wakeUp);
    if (forecast.position < position) {
      await records.wakeups.send('forecast', wakeUp, FORECAST_AFTER_MS);
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
