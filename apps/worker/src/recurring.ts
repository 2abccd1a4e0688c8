import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import { Queue } from 'bullmq';
import { WorkerParts } from './worker-parts.js';

/** How often recurring work is asked for, in milliseconds. */
export interface Rhythm {
  readonly boundariesMs: number;
  readonly reconcileMs: number;
  /** How often it is looked which heads are to be signed or sent. */
  readonly headsMs?: number;
  /** How often the audit trail is sent on, and cleared of what is over. */
  readonly auditMs?: number;
  /** How often it is looked which sources are silent, and which deliveries are over. */
  readonly sourcesMs?: number;
  /** How often it is looked what is to be sent to subscriptions. */
  readonly subscriptionsMs?: number;
  /** How often it is looked which sources are to be asked. */
  readonly pollsMs?: number;
}

export const RHYTHM: Rhythm = {
  boundariesMs: 10_000,
  reconcileMs: 30_000,
  headsMs: 60_000,
  auditMs: 5_000,
  sourcesMs: 60_000,
  subscriptionsMs: 5_000,
  pollsMs: 15_000,
};

/**
 * Asks for the recurring work. The rhythm lies in the workers and not in the queue, so that queues
 * that were emptied go on; of several workers that ask, one is heard.
 */
@Injectable()
export class Recurring {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(
    @InjectQueue('boundaries') private readonly boundaries: Queue,
    @InjectQueue('reconcile') private readonly reconcile: Queue,
    @InjectQueue('heads') private readonly heads: Queue,
    @InjectQueue('audit') private readonly audit: Queue,
    @InjectQueue('sources') private readonly sources: Queue,
    @InjectQueue('subscriptions') private readonly subscriptions: Queue,
    @InjectQueue('polls') private readonly polls: Queue,
    private readonly parts: WorkerParts,
  ) {
    for (const queue of [boundaries, reconcile, heads, audit, sources, subscriptions, polls])
      queue.on('error', () => undefined);
  }

  /** Asks at once and from then on. */
  start({
    boundariesMs,
    reconcileMs,
    headsMs = 60_000,
    auditMs = 5_000,
    sourcesMs = 60_000,
    subscriptionsMs = 5_000,
    pollsMs = 15_000,
  }: Rhythm): void {
    this.every(this.sources, sourcesMs);
    this.every(this.polls, pollsMs);
    this.every(this.reconcile, reconcileMs);
    this.every(this.boundaries, boundariesMs);
    this.every(this.heads, headsMs);
    this.every(this.audit, auditMs);
    this.every(this.subscriptions, subscriptionsMs);
  }

  stop(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  private every(queue: Queue, everyMs: number): void {
    const ask = () => {
      // a little less than the rhythm, or a worker would miss its own next beat
      const deduplication = { id: queue.name, ttl: Math.floor(everyMs * 0.9) };
      const options = { deduplication, removeOnComplete: true, removeOnFail: true };
      queue.add(queue.name, {}, options).catch((error: unknown) => {
        this.parts.foundation.logger.warn({ err: error, queue: queue.name }, 'could not be asked');
      });
    };
    ask();
    this.timers.push(setInterval(ask, everyMs));
  }
}
