import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { adviceReached } from '#lib/advice';
import type { ProgramId } from '#lib/domain';
import { anyDispatchDue, anyMessageDue, clearDispatches, clearMessages } from '#lib/integrations';
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
      await this.look(program);
      if (!clears) continue;
      await clearDispatches(foundation.database, program, foundation.clock.now());
      await clearMessages(foundation.database, program, foundation.clock.now());
    }
    if (clears) this.clearedAt = performance.now();
  }

  private async look(program: ProgramId): Promise<void> {
    const { foundation, projectors, records, sender, stopping } = this.parts;
    const { database, clock } = foundation;
    const { position } = await database.inProgram(program, (tx) => adviceReached(tx, program), {
      readOnly: true,
    });
    await projectors.outbox.run(program, position, stopping.signal);
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
    if (due.messages) await records.wakeups.send('outbound', { program, position });
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
