import { OnWorkerEvent, Processor } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { adviceReached } from '#lib/advice';
import { outboxBehind } from '#lib/integrations';
import { forecastReached } from '#lib/projections';
import type { WakeUp } from '#lib/recording';
import { type Serving, WakeUpHost } from '../wake-up-host.js';
import { WORKER_OPTIONS } from '../worker-options.js';

/** Forecasts are of everybody's history: facts that come in close succession share one refresh. */
const FORECAST_AFTER_MS = 3_000;

/** Carries events through the tree to the standings of the units they touch, then wakes the advice, the forecasts and what is told to others. */
@Processor('standing', WORKER_OPTIONS)
export class StandingProcessor extends WakeUpHost {
  protected readonly consumer = 'standing';

  protected async serve({ program, signal, traceparent }: Serving): Promise<void> {
    const { projectors, records, foundation } = this.parts;
    const position = await projectors.tree.run(program, signal);
    const { advice, forecast, told } = await foundation.database.inProgram(program, async (tx) => {
      const reached = await adviceReached(tx, program);
      return {
        advice: reached,
        forecast: await forecastReached(tx, program),
        told: !(await outboxBehind(tx, program, reached)),
      };
    });
    const wakeUp = { program, position, traceparent };
    if (!told) await records.wakeups.send('outbound', wakeUp);
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
