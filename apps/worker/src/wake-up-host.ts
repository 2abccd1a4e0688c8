import { setTimeout as pause } from 'node:timers/promises';
import { WorkerHost } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { ProgramId } from '#lib/domain';
import { DatabaseUnavailable, type Logger, withoutQuotes } from '#lib/platform';
import type { Consumer, WakeUp } from '#lib/recording';
import { WorkerParts } from './worker-parts.js';

const BACK_WITHIN_MS = 1_000;

/** A wake-up that is being served. */
export interface Serving {
  readonly program: ProgramId;
  readonly traceparent: string | undefined;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Serves wake-ups of one consumer: lets them finish or go back when the worker stops, and keeps a
 * dead letter of those that fail as often as they may. A database that is away is no reason for one:
 * the reconciler wakes the consumer when it is back.
 */
@Injectable()
export abstract class WakeUpHost extends WorkerHost {
  protected abstract readonly consumer: Consumer;

  constructor(protected readonly parts: WorkerParts) {
    super();
  }

  /** Works from the consumer's checkpoint on; what the wake-up says is no more than that there is work. */
  protected abstract serve(serving: Serving): Promise<void>;

  process(job: Job<WakeUp>): Promise<void> {
    const serving = this.attempt(job).finally(() => this.parts.serving.delete(serving));
    this.parts.serving.add(serving);
    return serving;
  }

  private async attempt(job: Job<WakeUp>): Promise<void> {
    const { program, traceparent } = job.data;
    const { deadLetters, records, stopping, foundation } = this.parts;
    const logger = foundation.logger.child({
      ...{ queue: this.consumer, job: job.id, program },
      traceId: traceparent?.slice(3, 35),
    });
    const began = performance.now();
    try {
      await this.serve({ program, traceparent, logger, signal: stopping.signal });
      await deadLetters.settle(program, this.consumer);
      logger.info({ tookMs: Math.round(performance.now() - began) }, 'wake-up served');
    } catch (error) {
      if (stopping.signal.aborted) {
        const back = records.wakeups.send(this.consumer, job.data).catch(() => undefined);
        // should the queue be away, the reconciler finds what is left
        await Promise.race([back, pause(BACK_WITHIN_MS, undefined, { ref: false })]);
        logger.info('the worker stops; the wake-up went back');
        return;
      }
      await this.failed(job, error, logger);
      // the queue keeps what is thrown
      throw withoutQuotes(error);
    }
  }

  /** BullMQ gave up on it without asking: whoever served it died again and again. */
  async gaveUp(job: Job<WakeUp> | undefined, error: Error): Promise<void> {
    if (!job || !/stalled/.test(error.message)) return;
    const { program } = job.data;
    await this.parts.deadLetters.record(program, this.consumer, {
      error,
      attempts: job.attemptsStarted,
    });
  }

  private async failed(job: Job<WakeUp>, error: unknown, logger: Logger): Promise<void> {
    const attempts = job.attemptsMade + 1;
    const exhausted = attempts >= (job.opts.attempts ?? 1);
    logger[exhausted ? 'error' : 'warn']({ err: error, attempts }, 'wake-up failed');
    if (!exhausted || error instanceof DatabaseUnavailable) return;
    await this.parts.deadLetters.record(job.data.program, this.consumer, { error, attempts });
  }
}
