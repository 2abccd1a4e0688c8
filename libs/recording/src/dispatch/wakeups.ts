import { setTimeout as pause } from 'node:timers/promises';
import { Queue, type QueueOptions } from 'bullmq';
import type { Position, ProgramId } from '#lib/domain';
import { newId } from '#lib/platform';

/** Those that follow the log: each has a queue and a checkpoint of its name. */
export const CONSUMERS = ['standing', 'advice'] as const;
/** Those that are asked for by something else than new facts; each has a queue of its name. */
const ON_DEMAND = ['adoption', 'forecast', 'deliveries', 'outbound', 'imports'] as const;
const QUEUES = [...CONSUMERS, ...ON_DEMAND] as const;
export type Consumer = (typeof QUEUES)[number];

/** What a queue carries: that there is something new in a program's log. Never the facts themselves. */
export interface WakeUp {
  readonly program: ProgramId;
  /** The last position when this was sent; the log may be further by now. */
  readonly position: Position;
  /** W3C trace context of one of the requests that led to it. */
  readonly traceparent?: string;
}

/** Where wake-ups go: how BullMQ is reached. */
export interface WakeUpParts {
  readonly queue: Pick<QueueOptions, 'connection' | 'prefix'>;
  /** Told of wake-ups that could not be sent; the reconciler makes up for them. */
  readonly onFailure?: (error: unknown) => void;
}

/**
 * Wakes the consumers of a program's log after a commit. However many commits come while a wake-up
 * is on its way or a consumer works, one more follows: nothing is lost and nothing piles up.
 */
export class Wakeups {
  /** One for each consumer. */
  readonly queues: readonly Queue<WakeUp>[];
  private readonly sending = new Map<ProgramId, { next: Position | undefined }>();
  private readonly traces = new Map<ProgramId, string>();
  private readonly onFailure: (error: unknown) => void;
  private closed = false;

  constructor({ queue, onFailure = () => undefined }: WakeUpParts) {
    this.onFailure = onFailure;
    this.queues = QUEUES.map((consumer) => {
      const opened = new Queue<WakeUp>(consumer, queue);
      // said once per attempt by the sending itself
      opened.on('error', () => undefined);
      return opened;
    });
  }

  /** Says which request the next wake-up of a program comes from. */
  trace(program: ProgramId, traceparent: string): void {
    this.traces.set(program, traceparent);
  }

  /** Wakes everybody who follows a program; never throws and never waits. */
  wake(program: ProgramId, position: Position): void {
    if (this.closed) return;
    const underWay = this.sending.get(program);
    if (underWay) {
      underWay.next = position;
      return;
    }
    this.sending.set(program, { next: undefined });
    void this.keepSending(program, position);
  }

  /** Wakes one consumer of a program; never throws and never waits. */
  ask(consumer: Consumer, program: ProgramId, position: Position): void {
    if (this.closed) return;
    const traceparent = this.traces.get(program);
    this.traces.delete(program);
    void this.trySending(consumer, { program, position, ...(traceparent ? { traceparent } : {}) });
  }

  /**
   * Sends one wake-up to one consumer. @throws when it could not be sent
   * @param delayMs it is served after so long; others that come meanwhile are the same one
   */
  async send(consumer: Consumer, wakeUp: WakeUp, delayMs = 0): Promise<void> {
    const queue = this.queues.find(({ name }) => name === consumer);
    const delay = delayMs > 0 ? { delay: delayMs } : {};
    await queue?.add('wake-up', wakeUp, { ...jobOptions(wakeUp.program), ...delay });
  }

  /** Sends what is under way and ends the connections. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.allSettled(this.queues.map(closeOrLeave));
  }

  private async keepSending(program: ProgramId, position: Position): Promise<void> {
    let last: Position | undefined = position;
    while (last !== undefined && !this.closed) {
      const traceparent = this.traces.get(program);
      this.traces.delete(program);
      const wakeUp = { program, position: last, ...(traceparent ? { traceparent } : {}) };
      await Promise.all(CONSUMERS.map((consumer) => this.trySending(consumer, wakeUp)));
      // commits in close succession share a wake-up
      if (this.sending.get(program)?.next !== undefined) await pause(SPACING_MS);
      const state = this.sending.get(program);
      last = state?.next;
      if (state) state.next = undefined;
    }
    this.sending.delete(program);
  }

  private async trySending(consumer: Consumer, wakeUp: WakeUp): Promise<void> {
    try {
      await this.send(consumer, wakeUp);
    } catch (error) {
      this.onFailure(error);
    }
  }
}

/** Sending costs the database or Redis work that appends compete with. */
const SPACING_MS = 25;

const CLOSE_WITHIN_MS = 2_000;

/** BullMQ waits for a queue that is away for as long as it is; what was not sent is found by the reconciler. */
async function closeOrLeave(queue: Queue): Promise<void> {
  const giveUp = new AbortController();
  const closing = queue.close().finally(() => giveUp.abort());
  closing.catch(() => undefined);
  const late = pause(CLOSE_WITHIN_MS, undefined, { signal: giveUp.signal }).then(
    () => void queue.disconnect().catch(() => undefined),
    () => undefined,
  );
  await Promise.race([closing, late]);
}

/** How often a wake-up is tried before it becomes a dead letter. */
export const ATTEMPTS = 6;

/** One wake-up waits for a program at most, however many are sent; retries spread out. */
export function jobOptions(program: ProgramId) {
  return {
    // BullMQ takes ids that are all digits for its own, and one that failed before would be swallowed
    jobId: `wake-up-${newId()}`,
    deduplication: { id: `program-${program}`, keepLastIfActive: true },
    attempts: ATTEMPTS,
    backoff: { type: 'exponential', delay: 250, jitter: 0.5 },
    removeOnComplete: true,
    removeOnFail: true,
  } as const;
}
