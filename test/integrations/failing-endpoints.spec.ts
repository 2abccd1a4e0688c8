import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Client } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  achieve,
  ALLOWED,
  delivery,
  opened,
  program,
  QUIET,
  RHYTHM,
  SECRET,
  subscribe,
} from './support/board.js';
import { answers } from './support/endpoint.js';
import { done } from './support/tool-office.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('an endpoint that fails', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  let worker: Worker;
  beforeAll(async () => {
    api = await startTestApi({ clock, worker: false, variables: ALLOWED });
    worker = await createWorker(api.foundation, RHYTHM);
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });
  const tested = async (client: Client) =>
    done(await client.post('/subscriptions/board/test')).body.id as string;
  const attempted = (client: Client, id: string, attempts: number) =>
    delivery(client, (one) => one.id === id && one.attempts === attempts && one.answered !== null);

  test('is tried again over three days under the same id, and then left alone', async () => {
    const client = await program(api, 'retried');
    const endpoint = await opened();
    endpoint.behaviour = answers(500, {}, 'Out\u0000 of order');
    done(await subscribe(client, endpoint, QUIET));
    const id = await tested(client);
    const began = clock.now();
    let [one, attempts] = [await attempted(client, id, 1), 1];
    expect(one).toMatchObject({ status: 'waiting', answered: 500 });
    expect(one.reason).toBe('It answered 500: Out of order');
    while (one.status === 'waiting') {
      const due = Date.parse(one.dueAt);
      expect(due).toBeGreaterThan(Date.parse(one.lastAt));
      clock.ahead += due - clock.now() + 1;
      attempts += 1;
      const now = attempts;
      one = await delivery(
        client,
        ({ attempts: made, lastAt, ...other }) =>
          made === now &&
          Date.parse(lastAt) >= due &&
          (other.status === 'failed' || Date.parse(other.dueAt) - Date.parse(lastAt) !== 60_000),
      );
    }
    expect([one.status, one.attempts]).toEqual(['failed', 10]);
    expect(clock.now() - began).toBeGreaterThan(2.5 * DAY_MS);
    expect(clock.now() - began).toBeLessThan(4 * DAY_MS);
    const ids = endpoint.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids)).toEqual(new Set([id]));
    expect(ids).toHaveLength(10);
    // by hand, it is sent again
    endpoint.behaviour = answers(200);
    done(await client.post(`/subscriptions/board/deliveries/${id}/redelivery`));
    await delivery(client, ({ status }) => status === 'delivered');
    const { body } = await client.get('/subscriptions/board');
    expect(body.health).toMatchObject({ failingSince: null, disabled: null });
  });

  test('is told nothing more once it says that it is gone, until it is put again', async () => {
    const client = await program(api, 'gone');
    const endpoint = await opened();
    endpoint.behaviour = answers(410);
    done(await subscribe(client, endpoint, QUIET));
    await tested(client);
    const disabled = await eventually(async () => {
      const { body } = await client.get('/subscriptions/board');
      return body.health.disabled ?? undefined;
    });
    expect(disabled.because).toBe('gone');
    expect((await client.post('/subscriptions/board/test')).status).toBe(422);
    const noted = await client.get('/audit?action=subscription.disabled');
    expect(noted.body.items).toMatchObject([{ about: { subscription: 'board', because: 'gone' } }]);
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    endpoint.behaviour = answers(200);
    const again = done(await client.put('/subscriptions/board', { events: ['milestone.*'] }));
    expect(again.body.health.disabled).toBeNull();
    done(await achieve(client, 'sales', 'sponsor.approved', '2011-03-01'));
    const [told] = await endpoint.of('waymark.milestone.achieved.v1');
    expect(told?.body.subject).toBe('sales');
  });

  test('is taken away while what it refused is written down', async () => {
    const client = await program(api, 'crossed');
    const endpoint = await opened();
    const crossed: Promise<{ readonly status: number }>[] = [];
    endpoint.behaviour = (response, { path }) => {
      response.writeHead(500).end();
      crossed.push(client.delete(path));
    };
    for (let round = 0; round < 5; round += 1) {
      const names = Array.from({ length: 8 }, (_, index) => `crossed-${round}-${index}`);
      for (const name of names) {
        const wish = { ...QUIET, url: `${endpoint.url}/subscriptions/${name}`, secret: SECRET };
        done(await client.put(`/subscriptions/${name}`, wish));
      }
      await Promise.all(
        names.map(async (name) => done(await client.post(`/subscriptions/${name}/test`))),
      );
      await eventually(() => Promise.resolve(crossed.length >= (round + 1) * 8 || undefined));
    }
    const statuses = (await Promise.all(crossed)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 204));
  });

  test('that asks for rest gets it', async () => {
    const client = await program(api, 'rest');
    const endpoint = await opened();
    endpoint.behaviour = answers(503, { 'retry-after': '3600' });
    done(await subscribe(client, endpoint, QUIET));
    const first = await tested(client);
    const one = await attempted(client, first, 1);
    expect(Date.parse(one.dueAt) - clock.now()).toBeGreaterThan(0.9 * HOUR_MS);
    const { body } = await client.get('/subscriptions/board');
    expect(Date.parse(body.health.restsUntil) - clock.now()).toBeGreaterThan(0.9 * HOUR_MS);
    endpoint.behaviour = answers(200);
    const second = await tested(client);
    clock.ahead += HOUR_MS + 1_000;
    await delivery(client, ({ id, status }) => id === second && status === 'delivered');
    await delivery(client, ({ id, status }) => id === first && status === 'delivered');
    // the one that came while it rested was sent after the rest
    expect(endpoint.received).toHaveLength(3);
  });

  test('for five days is told nothing more', async () => {
    const client = await program(api, 'failing');
    const endpoint = await opened();
    endpoint.behaviour = answers(404);
    done(await subscribe(client, endpoint, QUIET));
    await attempted(client, await tested(client), 1);
    clock.ahead += 5 * DAY_MS;
    await tested(client);
    const disabled = await eventually(async () => {
      const { body } = await client.get('/subscriptions/board');
      return body.health.disabled ?? undefined;
    });
    expect(disabled.because).toBe('failing');
    const { body } = await client.get('/subscriptions/board/deliveries?status=waiting');
    expect(body.items).toEqual([]);
  });

  test('because the worker that had begun died is sent it again, under the same id', async () => {
    const client = await program(api, 'died');
    const endpoint = await opened();
    // whoever has it never comes back within its lease
    endpoint.behaviour = () => undefined;
    done(await subscribe(client, endpoint, QUIET));
    const id = await tested(client);
    await endpoint.of('waymark.test.v1');
    endpoint.behaviour = answers(200);
    clock.ahead += 61_000;
    const again = await endpoint.of('waymark.test.v1', 2);
    expect(again.map(({ headers }) => headers['webhook-id'])).toEqual([id, id]);
    await delivery(client, ({ status }) => status === 'delivered');
  });

  test('because its worker stops is sent what was under way by the next', async () => {
    const client = await program(api, 'stopped');
    const endpoint = await opened();
    endpoint.behaviour = () => undefined;
    done(await subscribe(client, endpoint, QUIET));
    const id = await tested(client);
    await endpoint.of('waymark.test.v1');
    await worker.stop();
    const [kept] = (await client.get('/subscriptions/board/deliveries')).body.items;
    expect(kept).toMatchObject({ id, status: 'waiting', attempts: 0 });
    endpoint.behaviour = answers(200);
    worker = await createWorker(api.foundation, RHYTHM);
    await delivery(client, ({ status }) => status === 'delivered');
  });
});
