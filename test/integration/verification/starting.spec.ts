import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLogger, type Foundation } from '#lib/platform';
import { startApi } from '../../../apps/api/src/start-api.js';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { eventually, foundationOn, Office } from '../../support/office.js';

let db: TestDatabase;
let foundation: Foundation;
const logged: string[] = [];
beforeAll(async () => {
  db = await startTestDatabase();
  const made = await foundationOn('postgres', db);
  foundation = {
    ...made,
    environment: {
      ...made.environment,
      port: 0,
      adminKey: 'a-key-for-the-test-of-a-start-put-back',
    },
    logger: createLogger(
      'test',
      { logLevel: 'error' },
      { write: (line) => void logged.push(line) },
    ),
  };
});
afterAll(async () => {
  foundation.queue.close();
  await db.close();
});

const saidOf = (program: string) =>
  eventually(async () =>
    logged.some((line) => {
      const { level, msg, program: about } = JSON.parse(line);
      return level === 50 && about === program && /its end was cut off/.test(msg);
    }),
  );

it('a database that was put back is told at the next start, by the api and by the worker', async () => {
  const worker = await createWorker(foundation, null);
  const office = await Office.open(worker.records);
  const { program } = office;
  await office.unit('acme', null, '2010-01-01');
  await office.achieve('acme', 'sponsor.approved', '2010-06-01');
  await worker.records.heads.sign(program);
  await worker.stop();
  expect(logged).toEqual([]);
  await db.admin('DELETE FROM event WHERE program_id = $1 AND position = 2', [program]);
  await db.admin('DELETE FROM signed_head WHERE program_id = $1', [program]);
  await db.admin(
    `UPDATE feed_head SET position = 1, hash = (SELECT hash FROM event WHERE program_id = $1
      AND position = 1) WHERE program_id = $1`,
    [program],
  );
  const api = await startApi(foundation);
  await saidOf(program);
  await api.stop();
  logged.length = 0;
  const again = await createWorker(foundation, { boundariesMs: 60_000, reconcileMs: 60_000 });
  await saidOf(program);
  await again.stop();
});
