import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import type { Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { redisInstalled, startTestRedis } from '../support/index.js';
import { achieve, ALLOWED, opened, program, RHYTHM, subscribe } from './support/board.js';
import { answers, type Received } from './support/endpoint.js';
import { done } from './support/tool-office.js';
import { WorkerProcess } from './support/worker-process.js';

const LEASE_MS = 60_000;
const MILESTONES = [
  ...['sponsor.approved', 'listening.started', 'governance.established'],
  ...['training.established', 'risk-management.established', 'crm.integrated'],
];

describe('what is to be sent', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  let other: WorkerProcess;
  beforeAll(async () => {
    api = await startTestApi({ clock, worker: false, variables: ALLOWED });
    other = await WorkerProcess.start(api, ALLOWED);
  });
  afterAll(() => api.stop());

  test('is sent when the worker that was sending is killed, and nothing more than twice', async () => {
    const client = await program(api, 'killed');
    const endpoint = await opened();
    endpoint.behaviour = () => undefined;
    done(await subscribe(client, endpoint, { events: ['milestone.achieved'] }));
    for (const milestone of MILESTONES) {
      done(await achieve(client, 'care', milestone, '2011-03-01'));
    }
    const underWay = await eventually(async () =>
      endpoint.received.length >= 4 ? [...endpoint.received] : undefined,
    );
    await other.kill();
    endpoint.behaviour = answers(204);
    // the lease of a process that died runs out
    clock.ahead += LEASE_MS + 1_000;
    const worker = await createWorker(api.foundation, RHYTHM);
    onTestFinished(() => worker.stop());
    const sent = await eventually(async () => {
      const { body } = done(await client.get('/subscriptions/board/deliveries'));
      const statuses = (body.items as readonly Json[]).map(({ status }) => status);
      return statuses.filter((one) => one === 'delivered').length === 6 ? body.items : undefined;
    });
    expect(sent).toHaveLength(6);
    const idOf = ({ headers }: Received) => String(headers['webhook-id']);
    const ids = sent.map(({ id }: Json) => id as string);
    expect(new Set(endpoint.received.map(idOf))).toEqual(new Set(ids));
    const facts = new Set(endpoint.received.map(({ body }) => body.data.data.milestone));
    expect(facts).toEqual(new Set(MILESTONES));
    const before = new Set(underWay.map(idOf));
    for (const id of ids) {
      const times = endpoint.received.filter((one) => idOf(one) === id);
      expect(times).toHaveLength(before.has(id) ? 2 : 1);
      expect(new Set(times.map(({ text }) => text)).size).toBe(1);
    }
  });

  test.runIf(redisInstalled())(
    'is sent to systems and to people with queues on Redis',
    async () => {
      const redisUrl = await startTestRedis();
      const options = { clock, worker: false, redisUrl, variables: ALLOWED };
      const onRedis = await startTestApi(options);
      onTestFinished(() => onRedis.stop());
      // nothing but what is asked for at once, so that nothing but the queues carries it
      const rhythm = { ...RHYTHM, subscriptionsMs: 3_600_000 };
      const worker = await createWorker(onRedis.foundation, rhythm);
      onTestFinished(() => worker.stop());
      const client = await program(onRedis, 'on-redis');
      const [endpoint, room] = [await opened(), await opened()];
      done(
        await subscribe(client, endpoint, { events: ['milestone.achieved', 'standing.changed'] }),
      );
      done(await client.put('/channels/room', { kind: 'slack', address: room.url }));
      done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
      await endpoint.of('waymark.milestone.achieved.v1');
      await endpoint.of('waymark.standing.changed.v1');
      done(await client.post('/channels/room/test'));
      await eventually(async () => room.received[0]);
      clock.ahead += 11_000;
      done(await client.post('/channels/room/test'));
      const told = await eventually(async () =>
        room.received.find(({ text }) => text.includes('care rose')),
      );
      expect(told.body.blocks[0].text.text).toContain('on-redis');
    },
  );
});
