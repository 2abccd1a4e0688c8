import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type AuditNote, AuditTrail } from '#lib/access';
import type { ProgramId } from '#lib/domain';
import { clearDeliveries, clearImports, Reach, Sources } from '#lib/integrations';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

const CLEAR_EVERY_MS = 3_600_000;

/** Clears deliveries that are kept long enough, and says which sources have fallen silent or are heard again. */
@Processor('sources', RECURRING_OPTIONS)
export class SourcesProcessor extends WorkerHost {
  private readonly sources: Sources;
  private readonly trail: AuditTrail;
  private clearedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WorkerParts) {
    super();
    const { foundation, records } = parts;
    const { database, clock, environment } = foundation;
    const reach = new Reach(environment.outboundAllow);
    this.sources = new Sources(database, clock, records.log.seals, reach);
    this.trail = new AuditTrail(database, clock);
  }

  async process(): Promise<void> {
    const { foundation, stopping } = this.parts;
    const clears = performance.now() - this.clearedAt > CLEAR_EVERY_MS;
    for (const { program } of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      await this.listen(program);
      if (!clears) continue;
      await clearDeliveries(foundation.database, program, foundation.clock.now());
      await clearImports(foundation.database, program, foundation.clock.now());
    }
    if (clears) this.clearedAt = performance.now();
  }

  private listen(program: ProgramId): Promise<void> {
    const { logger } = this.parts.foundation;
    return this.sources.followSilence(program, async (tx, { name, silent, lastDeliveryAt }) => {
      const about = {
        source: name,
        last: lastDeliveryAt && new Date(lastDeliveryAt).toISOString(),
      };
      const note: Pick<AuditNote, 'action'> = silent
        ? { action: 'source.silent' }
        : { action: 'source.heard' };
      await this.trail.note(program, { ...note, outcome: 'done', about }, tx);
      if (silent) logger.warn({ program, ...about }, 'a source is silent for longer than it may');
      else logger.info({ program, ...about }, 'a source is heard again');
    });
  }

  @OnWorkerEvent('failed')
  onFailed(_job: unknown, error: Error): void {
    this.parts.foundation.logger.warn({ err: error }, 'sources could not be looked after');
  }

  @OnWorkerEvent('error')
  onError(error: Error): void {
    this.parts.queueFailed('sources', error);
  }
}
