import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  achieve,
  ALLOWED,
  delivery,
  opened,
  OTHER,
  program,
  RHYTHM,
  SECRET,
  subscribe,
  verified,
} from './support/board.js';
import type { Received } from './support/endpoint.js';
import { done } from './support/tool-office.js';

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
    expect(() => verified(sent as Received, `whsec_${'A'.repeat(32)}`)).toThrow('signature');
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
