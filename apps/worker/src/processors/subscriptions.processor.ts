import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { adviceReached } from '#lib/advice';
import type { ProgramId } from '#lib/domain';
import { anyDispatchDue, anyMessageDue, clearDispatches, clearMessages } from '#lib/integrations';
import { DatabaseUnavailable } from '#lib/platform';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

const CLEAR_EVERY_MS = 3_600_000;

/**
 * Looks what the calendar changed that subscriptions are to be told, what is to be sent by now, and
 * what a wake-up that was lost has left; clears deliveries that are kept long enough.
 */
@Processor('subscriptions', RECURRING_OPTIONS)
export class SubscriptionsProcessor extends WorkerHost {
  private clearedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WorkerParts) {
    super();
  }

  async process(): Promise<void> {
    const { foundation, stopping } = this.parts;
    const clears = performance.now() - this.clearedAt > CLEAR_EVERY_MS;
    for (const { program } of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      try {
        await this.look(program);
        if (clears) await this.clear(program);
      } catch (error) {
        if (stopping.signal.aborted || error instanceof DatabaseUnavailable) throw error;
        // the others are looked after all the same
        foundation.logger.warn(
          { err: error, program },
          'its subscriptions could not be looked after',
        );
      }
    }
    if (clears) this.clearedAt = performance.now();
  }

  private async look(program: ProgramId): Promise<void> {
    const { foundation, projectors, records, sender, stopping } = this.parts;
    const { database, clock } = foundation;
    const reached = await database.inProgram(program, (tx) => adviceReached(tx, program), {
      readOnly: true,
    });
    await projectors.outbox.run(program, reached, stopping.signal);
    const due = await database.inProgram(
      program,
      async (tx) => ({
        dispatches: await anyDispatchDue(tx, program, clock.now()),
        messages: await anyMessageDue(tx, program, clock.now()),
      }),
      { readOnly: true },
    );
    if (due.dispatches) sender.kick(program);
    // what hangs there holds up its own program alone
    if (due.messages)
      await records.wakeups.send('outbound', { program, position: reached.position });
  }

  private async clear(program: ProgramId): Promise<void> {
    const { database, clock } = this.parts.foundation;
    await clearDispatches(database, program, clock.now());
    await clearMessages(database, program, clock.now());
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'subscriptions could not be looked after');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('subscriptions', error);
  }
}
