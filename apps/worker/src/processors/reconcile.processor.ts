import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { adviceReached } from '#lib/advice';
import { anyDue, anyImportDue } from '#lib/integrations';
import { checkpoint, forecastReached, modelBuilds, STANDING } from '#lib/projections';
import type { Consumer } from '#lib/recording';
import { type ProgramHead, programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

/**
 * Compares checkpoints with the heads of the logs and wakes what is behind, so that no wake-up that
 * was lost matters. What gave up at this very head waits for its replay.
 */
@Processor('reconcile', RECURRING_OPTIONS)
export class ReconcileProcessor extends WorkerHost {
  constructor(private readonly parts: WorkerParts) {
    super();
  }

  async process(): Promise<void> {
    const { foundation, records, stopping } = this.parts;
    for (const head of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      const { program, position } = head;
      for (const consumer of await this.behind(head)) {
        foundation.logger.info({ program, consumer }, 'behind the log; woken');
        await records.wakeups.send(consumer, { program, position });
      }
      await records.log.forgetAnswers(program);
    }
  }

  private async behind({ program, position }: ProgramHead): Promise<readonly Consumer[]> {
    const { foundation, deadLetters } = this.parts;
    const { standing, advice, forecast, builds, due, imports } =
      await foundation.database.inProgram(program, async (tx) => ({
        standing: await checkpoint(tx, program, STANDING),
        advice: (await adviceReached(tx, program)).position,
        forecast: (await forecastReached(tx, program)).position,
        builds: await modelBuilds(tx, program, { over: true }),
        due: await anyDue(tx, program, foundation.clock.now()),
        imports: await anyImportDue(tx, program),
      }));
    const late: Consumer[] = [];
    if (builds.some(({ state }) => state !== 'failed')) late.push('adoption');
    if (due) late.push('deliveries');
    if (imports) late.push('imports');
    if (standing < position) late.push('standing');
    if (advice < standing) late.push('advice');
    if (forecast < standing) late.push('forecast');
    if (late.length === 0) return late;
    const dead = await deadLetters.open(program);
    return late.filter(
      (consumer) => !dead.some((one) => one.queue === consumer && one.position >= position),
    );
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'checkpoints could not be compared');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('reconcile', error);
  }
}
