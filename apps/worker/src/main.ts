import 'reflect-metadata';
import { runProcess } from '#lib/platform';
import { createWorker } from './create-worker.js';

await runProcess('worker', async (foundation) => {
  const worker = await createWorker(foundation);
  foundation.logger.info({ queue: foundation.queue.kind }, 'worker ready');
  return { says: [], stop: () => worker.stop() };
});
