import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { ProgramId } from '#lib/domain';
import { LogContradicted, sendHeads } from '#lib/event-log';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

/**
 * Signs the heads of logs that moved since an hour ago, keeps them outside the database as well, and
 * sends them on. What is due is read from the database: nothing is lost while no worker runs.
 */
@Processor('heads', RECURRING_OPTIONS)
export class HeadsProcessor extends WorkerHost {
  constructor(private readonly parts: WorkerParts) {
    super();
  }

  async process(): Promise<void> {
    const { foundation, stopping } = this.parts;
    for (const { program } of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      await this.sign(program);
      await this.send(program);
    }
  }

  private async sign(program: ProgramId): Promise<void> {
    const { foundation, records } = this.parts;
    const { heads } = records;
    // it says itself what it finds
    if (await heads.check(program)) return;
    if (!(await heads.isDue(program))) return heads.level(program);
    try {
      const { head, made } = await heads.sign(program);
      const { number, position } = head;
      if (made) foundation.logger.info({ program, number, position }, 'head signed');
    } catch (error) {
      if (!(error instanceof LogContradicted)) throw error;
    }
  }

  private async send(program: ProgramId): Promise<void> {
    const { foundation } = this.parts;
    const { headsUrl } = foundation.environment;
    if (headsUrl === undefined) return;
    const { failure } = await sendHeads(foundation, program, headsUrl);
    if (failure === undefined) return;
    foundation.logger.warn(
      { program, reason: failure },
      'a signed head was not taken; tried again',
    );
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'heads could not be signed');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('heads', error);
  }
}
