import { setTimeout as pause } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { QueueBackend } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());

const open = (allowed: boolean) =>
  database.admin(
    `UPDATE pg_database SET datconnlimit = ${allowed ? -1 : 0} WHERE datname = current_database()`,
  );

test('a worker that could not make its queue ready leaves the process its time, and serves later', async () => {
  const { options } = QueueBackend.use({ databaseUrl: database.url });
  await open(false);
  const complaints: string[] = [];
  const served: string[] = [];
  const worker = new Worker('late', async (job) => void served.push(job.name), {
    ...options,
    runRetryDelay: 200,
  });
  worker.on('error', ({ message }) => complaints.push(message));
  // timers run only when nothing computes without a pause
  for (let tick = 0; tick < 10; tick += 1) await pause(100);
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(complaints.length).toBeLessThan(50);
  await open(true);
  const queue = new Queue('late', options);
  await queue.add('work', {});
  await expect.poll(() => served).toEqual(['work']);
  await worker.close();
  await queue.close();
});
