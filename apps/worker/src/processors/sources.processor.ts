import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import type { ProgramId } from '#lib/domain';
import { clearDeliveries, Sources } from '#lib/integrations';
import { programHeads } from '../heads.js';
import { RECURRING_OPTIONS } from '../worker-options.js';
import { WorkerParts } from '../worker-parts.js';

const CLEAR_EVERY_MS = 3_600_000;
const MOST_SOURCES = 500;

/** Clears deliveries that are kept long enough, and says which sources have fallen silent or are heard again. */
@Processor('sources', RECURRING_OPTIONS)
export class SourcesProcessor extends WorkerHost {
  private readonly sources: Sources;
  private readonly silent = new Set<string>();
  private clearedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: WorkerParts) {
    super();
    const { foundation, records } = parts;
    this.sources = new Sources(foundation.database, foundation.clock, records.log.seals);
  }

  async process(): Promise<void> {
    const { foundation, stopping } = this.parts;
    const clears = performance.now() - this.clearedAt > CLEAR_EVERY_MS;
    for (const { program } of await programHeads(foundation.database)) {
      if (stopping.signal.aborted) return;
      await this.listen(program);
      if (clears) await clearDeliveries(foundation.database, program, foundation.clock.now());
    }
    if (clears) this.clearedAt = performance.now();
  }

  private async listen(program: ProgramId): Promise<void> {
    const { logger } = this.parts.foundation;
    for (const { id, name, health } of await this.sources.list(program, { limit: MOST_SOURCES })) {
      if (health.silent === this.silent.has(id)) continue;
      const about = { program, source: name, last: health.lastDeliveryAt };
      if (health.silent) logger.warn(about, 'a source is silent for longer than it may');
      else logger.info(about, 'a source is heard again');
      if (health.silent) this.silent.add(id);
      else this.silent.delete(id);
    }
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
