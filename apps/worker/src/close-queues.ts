import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { WorkerParts } from './worker-parts.js';

const ASK_EVERY_MS = 500;

/**
 * Closes the processors and their queues once what is under way is done. BullMQ waits for its queue
 * however long it is away; then only the work under way is waited for, and the connections are left.
 */
export async function closeQueues(app: INestApplicationContext, parts: WorkerParts): Promise<void> {
  const closed = new AbortController();
  const closing = app.close().finally(() => closed.abort());
  closing.catch(() => undefined);
  await Promise.race([closing, queueGone(parts, closed.signal)]);
}

async function queueGone(parts: WorkerParts, closed: AbortSignal): Promise<void> {
  const { queue, logger } = parts.foundation;
  while (!closed.aborted) {
    await pause(ASK_EVERY_MS);
    const answers = await queue.ping().then(
      () => true,
      () => false,
    );
    if (answers || closed.aborted) continue;
    await Promise.allSettled(parts.serving);
    logger.warn('the queue is away; its connections are left');
    return;
  }
}
