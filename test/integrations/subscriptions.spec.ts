import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Client, Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { answers, Endpoint, type Received } from './support/endpoint.js';
import { done } from './support/tool-office.js';

const SECRET = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const OTHER = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const ALLOWED = { WAYMARK_OUTBOUND_ALLOW: '127.0.0.1' };
const RHYTHM = { boundariesMs: 300, reconcileMs: 60_000, subscriptionsMs: 200 };
/** Nothing but tests is sent. */
const QUIET = { events: ['model.adopted'] };
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const endpoints: Endpoint[] = [];
afterEach(async () => {
  for (const endpoint of endpoints.splice(0)) await endpoint.close();
});
async function opened(): Promise<Endpoint> {
  const endpoint = await Endpoint.open();
  endpoints.push(endpoint);
  return endpoint;
}

/** A program of two teams. */
async function program(api: TestApi, id: string): Promise<Client> {
  const client = await api.newProgram(id);
  for (const unit of ['care', 'sales']) {
    const wish = { name: unit, kind: 'team', occurredAt: '2010-01-01' };
    done(await client.put(`/units/${unit}`, wish));
  }
  return client;
}

function subscribe(client: Client, endpoint: Endpoint, wish: object = {}) {
  const url = `${endpoint.url}/in?token=hidden`;
  return client.put('/subscriptions/board', { url, events: ['*'], secret: SECRET, ...wish });
}

function achieve(client: Client, unit: string, milestone: string, occurredAt: string) {
  return client.post(`/units/${unit}/milestones`, { milestone, occurredAt });
}

async function delivery(client: Client, fits: (one: Json) => boolean): Promise<Json> {
  return eventually(async () => {
    const { body } = done(await client.get('/subscriptions/board/deliveries'));
    return body.items.find(fits);
  });
}

function verified({ text, headers }: Received, secret: string): unknown {
  return new Webhook(secret).verify(text, headers as Record<string, string>);
}

describe('a subscription', () => {
  let api: TestApi;
  let worker: Worker;
  beforeAll(async () => {
    api = await startTestApi({ worker: false, variables: ALLOWED });
    worker = await createWorker(api.foundation, RHYTHM);
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  test('is told facts, what they change and what they raise, signed, as CloudEvents', async () => {
    const client = await program(api, 'told');
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    const endpoint = await opened();
    const made = await subscribe(client, endpoint);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'board', origin: endpoint.url, events: ['*'] });
    expect(JSON.stringify(made.body)).not.toMatch(/hidden|whsec_/);
    const lapse = { milestone: 'sponsor.approved', occurredAt: '2013-01-01' };
    const { event } = done(await client.post('/units/care/lapses', lapse)).body;
    const [fact] = await endpoint.of('waymark.milestone.lapsed.v1');
    expect(verified(fact as Received, SECRET)).toEqual(fact?.body);
    expect(fact?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'user-agent': 'Waymark',
    });
    expect(fact?.body).toEqual({
      ...{ specversion: '1.0', id: event.id, source: 'urn:waymark:program:told' },
      ...{ type: 'waymark.milestone.lapsed.v1', subject: 'care', time: expect.any(String) },
      ...{ datacontenttype: 'application/json', data: expect.objectContaining(event) },
    });
    const [change] = await endpoint.of('waymark.standing.changed.v1');
    expect(change?.body.data).toMatchObject({
      unit: 'care',
      from: { ordinal: 2 },
      to: { ordinal: 1 },
    });
    // nothing of what was before
    expect(endpoint.received.map(({ body }) => body.type)).not.toContain(
      'waymark.milestone.achieved.v1',
    );
    const ids = endpoint.received.map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    const kept = await delivery(
      client,
      ({ type, status }) => type === 'milestone.lapsed' && status === 'delivered',
    );
    expect(kept).toMatchObject({ attempts: 1, answered: 204, reason: null, unit: 'care' });
    expect(kept.id).toBe(fact?.headers['webhook-id']);
  });

  test('is told alerts that open, and that they close', async () => {
    const client = await program(api, 'alerted');
    for (const milestone of ['sponsor.approved', 'hub.launched']) {
      done(await achieve(client, 'care', milestone, '2011-03-01'));
    }
    await api.advised('alerted');
    const endpoint = await opened();
    done(await subscribe(client, endpoint, { events: ['alert.*'] }));
    const lapse = { milestone: 'sponsor.approved', occurredAt: '2026-01-01' };
    const { event } = done(await client.post('/units/care/lapses', lapse)).body;
    const alert = await eventually(async () =>
      endpoint.received.find(({ body }) => body.data.rule === 'sponsor-gone'),
    );
    expect(alert.body).toMatchObject({ type: 'waymark.alert.opened.v1', subject: 'care' });
    done(await client.post('/units/care/retractions', { event: event.id, reason: 'Not so.' }));
    const closed = await eventually(async () =>
      endpoint.received.find(
        ({ body }) => body.type === 'waymark.alert.closed.v1' && body.data.rule === 'sponsor-gone',
      ),
    );
    expect(closed.body.data.alert).toBe(alert.body.data.alert);
  });

  test('is told only what it asked for, of the units it asked for', async () => {
    const client = await program(api, 'narrow');
    const endpoint = await opened();
    done(await subscribe(client, endpoint, { events: ['milestone.*'], under: 'sales' }));
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    done(await achieve(client, 'sales', 'sponsor.approved', '2011-03-01'));
    await endpoint.of('waymark.milestone.achieved.v1');
    const { body } = await client.get('/subscriptions/board/deliveries');
    expect(body.items.map(({ type, unit }: Json) => [type, unit])).toEqual([
      ['milestone.achieved', 'sales'],
    ]);
  });

  test('is signed with both secrets while one is rotated', async () => {
    const client = await program(api, 'rotated');
    const endpoint = await opened();
    done(await subscribe(client, endpoint));
    const rotated = done(await client.post('/subscriptions/board/rotation', { secret: OTHER }));
    expect(rotated.body.previousEndsAt).not.toBeNull();
    const { body: asked } = done(await client.post('/subscriptions/board/test'));
    const [sent] = await endpoint.of('waymark.test.v1');
    expect(String(sent?.headers['webhook-signature']).split(' ')).toHaveLength(2);
    for (const secret of [SECRET, OTHER]) verified(sent as Received, secret);
    expect(() => verified(sent as Received, `whsec_${'A'.repeat(32)}`)).toThrow();
    // sent once more, it is called the same
    await delivery(client, ({ status }) => status === 'delivered');
    done(await client.post(`/subscriptions/board/deliveries/${asked.id}/redelivery`));
    const both = await endpoint.of('waymark.test.v1', 2);
    expect(both.map(({ headers }) => headers['webhook-id'])).toEqual([asked.id, asked.id]);
  });

  test('that is slow holds up no other', async () => {
    const client = await program(api, 'slow');
    const [slow, quick] = [await opened(), await opened()];
    slow.behaviour = () => undefined;
    done(await subscribe(client, slow));
    const url = quick.url;
    done(await client.put('/subscriptions/quick', { url, events: ['*'], secret: SECRET }));
    for (let month = 1; month <= 9; month++) {
      done(await achieve(client, 'care', 'sponsor.approved', `2011-0${month}-01`));
    }
    const told = await quick.of('waymark.milestone.achieved.v1', 9);
    expect(told).toHaveLength(9);
    // never more at once than it has places
    expect(slow.received.length).toBeGreaterThan(0);
    expect(slow.received.length).toBeLessThanOrEqual(4);
  });

  test.each([
    ['https://127.0.0.2/', '/url'],
    ['http://hooks.example.com/', '/url'],
    ['https://169.254.169.254/latest', '/url'],
    ['https://0x7f000002/', '/url'],
    ['https://[::ffff:10.0.0.1]/', '/url'],
  ])('to %s is refused', async (url, pointer) => {
    const { status, body } = await api.admin.put('/subscriptions/bad', {
      ...{ url, events: ['*'], secret: SECRET },
    });
    expect([status, body.title]).toEqual([422, 'The subscription cannot be like that']);
    expect(JSON.stringify(body)).toContain(pointer);
  });

  test.each([
    [{ events: ['milestone.achieve'] }, '/events/0'],
    [{ secret: 'whsec_short' }, '/secret'],
    [{ secret: undefined }, '/secret'],
    [{ url: undefined }, '/url'],
  ])('with %j is refused', async (wish, pointer) => {
    const { status, body } = await api.admin.put('/subscriptions/bad', {
      ...{ url: 'https://hooks.example.com/', events: ['*'], secret: SECRET, ...wish },
    });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain(pointer);
  });
});

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
