import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Foundation } from '#lib/platform';
import { createWorker, type Worker } from '../../../apps/worker/src/create-worker.js';
import { redisInstalled, startTestDatabase, type TestDatabase } from '../../support/index.js';
import { type BackendKind, eventually, foundationOn, Office } from './office.js';

const BACKENDS: readonly BackendKind[] = redisInstalled() ? ['redis', 'postgres'] : ['postgres'];

describe.each(BACKENDS)('the worker, with its queues on %s', (kind) => {
  let test: TestDatabase;
  let foundation: Foundation;
  let worker: Worker;
  beforeAll(async () => {
    test = await startTestDatabase();
    foundation = await foundationOn(kind, test);
    worker = await createWorker(foundation);
  });
  afterAll(async () => {
    await worker.stop();
    foundation.queue.close();
    await test.close();
  });

  it('shows the key move as the next step and the sponsor who left as an alert within two seconds', async () => {
    const office = await Office.open(worker.records);
    await office.unit('acme', null, '2010-01-01');
    await office.unit('care', 'acme', '2010-01-01');
    await office.advised();
    await office.achieve('acme', 'sponsor.approved', '2010-06-01');
    const step = await eventually(async () => {
      const [first] = await office.recommendations('care');
      return first?.milestone === 'hub.launched' && first;
    });
    expect(step.tookMs).toBeLessThan(2_000);
    await office.lapse('acme', 'sponsor.approved', '2011-06-01');
    const alert = await eventually(async () => (await office.alerts('sponsor-gone'))[0]);
    expect(alert.tookMs).toBeLessThan(2_000);
    expect(alert.answer).toMatchObject({ unit: 'acme', severity: 'critical' });
    console.log(kind, 'step', step.tookMs, 'alert', alert.tookMs);
  });
});
