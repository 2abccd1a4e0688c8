import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { runProcess } from '#lib/platform';
import { createWorker } from './create-worker.js';

// on one machine the api goes first
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

await runProcess('worker', async (foundation) => {
  const worker = await createWorker(foundation);
  foundation.logger.info({ queue: foundation.queue.kind }, 'worker ready');
  return { says: [], stop: () => worker.stop() };
});
