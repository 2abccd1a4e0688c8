import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { ProgramId } from '#lib/domain';
import { fetchOutside, Polls, Reach } from '#lib/integrations';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

/** Asks tools for what they did not send. */
@Processor('polls', RECURRING_OPTIONS)
export class PollsProcessor extends WorkerHost {
  private readonly polls: Polls;

  constructor(private readonly parts: WorkerParts) {
    super();
    const { foundation, records } = parts;
    const { database, clock, environment } = foundation;
    const fetch = fetchOutside(new Reach(environment.outboundAllow));
    this.polls = new Polls({ database, clock, seals: records.log.seals, fetch });
  }

  async process(): Promise<void> {
    const { foundation, stopping } = this.parts;
    for (const { program } of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      await this.ask(program);
    }
  }

  private async ask(program: ProgramId): Promise<void> {
    const { foundation, records, stopping } = this.parts;
    for (const polled of await this.polls.run(program, stopping.signal)) {
      if (polled.deliveries > 0) records.wakeups.ask('deliveries', program, 0);
      const { source, deliveries, failure } = polled;
      const about = { program, source, deliveries };
      if (failure === null) foundation.logger.debug(about, 'a source was asked');
      else foundation.logger.warn({ ...about, failure }, 'a source could not be asked');
    }
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'sources could not be asked');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('polls', error);
  }
}
