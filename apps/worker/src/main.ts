import { runProcess } from '#lib/platform';

await runProcess('worker', async ({ queue, logger }) => {
  logger.info({ queue: queue.kind }, 'worker ready');
  return { says: [], stop: async () => undefined };
});
