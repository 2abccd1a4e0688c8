import { describe, expect, it } from 'vitest';
import { QueueBackend } from '#lib/platform';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { redisInstalled, startTestDatabase } from '../../support/index.js';
import { foundationOn, Office } from '../../support/office.js';
import { RedisServer } from '../../support/redis-server.js';

describe.runIf(redisInstalled())('while Redis is away', () => {
  it('facts are recorded, the advice follows when it is back, and a worker stops all the same', async () => {
    const test = await startTestDatabase();
    const redis = await RedisServer.start();
    const { url: redisUrl } = redis;
    const queue = QueueBackend.use({ redisUrl, databaseUrl: test.url });
    const foundation = { ...(await foundationOn('postgres', test)), queue };
    QueueBackend.use({ redisUrl, databaseUrl: test.url });
    const worker = await createWorker(foundation, { boundariesMs: 200, reconcileMs: 300 });
    const office = await Office.open(worker.records);
    await office.unit('care', null, '2010-01-01');
    await office.advised();

    await redis.stop();
    await office.achieve('care', 'sponsor.approved', '2010-06-01');
    const again = await RedisServer.start(Number(new URL(redisUrl).port));
    await office.advised();
    expect((await office.recommendations('care'))[0]?.milestone).toBe('hub.launched');

    await again.stop();
    await office.achieve('care', 'hub.launched', '2010-09-01');
    await worker.stop();
    queue.close();
    await test.close();
  });
});
