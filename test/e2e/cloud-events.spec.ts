import { CloudEvent, HTTP } from 'cloudevents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let program: Client;
beforeAll(async () => {
  api = await startTestApi();
  program = await api.newProgram('events');
  await program.put('/units/support', { name: 'Support', kind: 'function' });
});
afterAll(() => api.stop());

const event = (id: string, more: object = {}) =>
  new CloudEvent({
    id,
    source: 'https://ci.example/builds',
    type: 'waymark.milestone.achieved.v1',
    subject: 'support',
    time: '2012-05-01T10:00:00.000Z',
    datacontenttype: 'application/json',
    data: { milestone: 'hub.launched' },
    ...more,
  });

const batch = (members: readonly unknown[], headers: Record<string, string> = {}) =>
  program.post('/events', members, {
    'content-type': 'application/cloudevents-batch+json',
    ...headers,
  });

async function headOf(client: Client): Promise<number> {
  const { body } = await client.get('/log/verification');
  return body.length;
}

describe('one event', () => {
  test('in structured mode is recorded once, however often it comes', async () => {
    const { headers, body } = HTTP.structured(event('s-1'));
    const sent = () => program.post('/events', body as string, headers as Record<string, string>);
    const first = await sent();
    expect(first).toMatchObject({ status: 202, body: { id: 's-1', status: 'recorded' } });
    const again = await sent();
    expect(again.body).toEqual({ ...first.body, status: 'duplicate' });
    const { body: log } = await program.get(`/log?after=${first.body.position - 1}&limit=1`);
    expect(log.items[0]).toMatchObject({
      id: first.body.event,
      source: 'https://ci.example/builds',
      unit: 'support',
      occurredAt: '2012-05-01T10:00:00.000Z',
    });
  });

  test('in binary mode carries its attributes in headers, percent-encoded', async () => {
    const { headers, body } = HTTP.binary(event('b-1'));
    const sent = { ...(headers as Record<string, string>), 'ce-id': 'gr%C3%BCn%20%251' };
    const answer = await program.post('/events', body as string, sent);
    expect(answer).toMatchObject({ status: 202, body: { id: 'grün %1', status: 'recorded' } });
  });

  test('says when it occurred as roughly as it is known', async () => {
    const rough = {
      ...event('r-1').toJSON(),
      data: { milestone: 'coe.formed', occurredAt: '2008-Q4' },
    };
    const { body } = await program.post('/events', rough, {
      'content-type': 'application/cloudevents+json',
    });
    const { body: log } = await program.get(`/log?after=${body.position - 1}&limit=1`);
    expect(log.items[0]).toMatchObject({
      occurredAt: '2008-Q4',
      effectiveAt: '2008-12-31T00:00:00Z',
    });
  });

  test.each([
    ['without an id', { id: undefined }, 400, '/id'],
    ['without any date', { time: undefined }, 400, '/time'],
    ['of another version', { specversion: '0.3' }, 422, '/specversion'],
    ['of an unknown type', { type: 'waymark.something.else.v1' }, 422, '/type'],
    ['about an unknown unit', { subject: 'nobody' }, 404, '/subject'],
    ['with an unknown milestone', { data: { milestone: 'no.such' } }, 422, '/data/milestone'],
    [
      'with another property',
      { data: { milestone: 'hub.launched', color: 'red' } },
      400,
      '/data/color',
    ],
    ['in the name of Waymark', { source: 'waymark' }, 422, '/source'],
    ['with a NUL', { id: 'a\u0000b' }, 400, '/id'],
  ])('%s is refused', async (_what, change, status, pointer) => {
    const before = await headOf(program);
    const given = { ...event(`x-${pointer}`).toJSON(), ...change };
    const answer = await program.post('/events', given, {
      'content-type': 'application/cloudevents+json',
    });
    expect(answer).toMatchObject({ status, body: { errors: [{ pointer }] } });
    expect(await headOf(program)).toBe(before);
  });

  test('that retracts is known when it comes again; another one that retracts the same is refused', async () => {
    const type = { 'content-type': 'application/cloudevents+json' };
    const { body: fact } = await program.post('/events', event('to-retract').toJSON(), type);
    const change = { type: 'waymark.milestone.retracted.v1', time: undefined };
    const told = { ...change, data: { event: fact.event, reason: 'Wrong build.' } };
    const send = (id: string) => program.post('/events', event(id, told).toJSON(), type);
    const first = await send('retract-1');
    expect(first).toMatchObject({ status: 202, body: { status: 'recorded' } });
    expect((await send('retract-1')).body).toEqual({ ...first.body, status: 'duplicate' });
    expect(await send('retract-2')).toMatchObject({
      status: 422,
      body: {
        type: 'urn:waymark:problem:already-retracted',
        detail: expect.stringContaining(first.body.event),
        errors: [{ pointer: '/data/event' }],
      },
    });
  });

  test('a known id with other content is refused with 409', async () => {
    const json = event('s-1', { data: { milestone: 'coe.formed' } }).toJSON();
    const answer = await program.post('/events', json, {
      'content-type': 'application/cloudevents+json',
    });
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'urn:waymark:problem:event-conflict' },
    });
  });
});

describe('a batch', () => {
  test('of five in which the third is wrong records the other four, in order', async () => {
    const members = [1, 2, 3, 4, 5].map((n) =>
      event(`five-${n}`, n === 3 ? { data: { milestone: 'no.such' } } : {}).toJSON(),
    );
    const { status, body } = await batch(members);
    expect(status).toBe(202);
    expect(body.results.map((one: { status: string }) => one.status)).toEqual([
      'recorded',
      'recorded',
      'rejected',
      'recorded',
      'recorded',
    ]);
    expect(body.results[2]).toMatchObject({ id: 'five-3', problem: { status: 422 } });
    const positions = [0, 1, 3, 4].map((index) => body.results[index].position);
    expect(positions).toEqual([0, 1, 2, 3].map((n) => positions[0] + n));
  });

  test('tells repeats and conflicts member by member', async () => {
    const { body } = await batch([
      event('five-1').toJSON(),
      event('five-2', { data: { milestone: 'coe.formed' } }).toJSON(),
      'not an event',
      event('fresh').toJSON(),
      event('fresh').toJSON(),
    ]);
    expect(body.results).toMatchObject([
      { status: 'duplicate' },
      { status: 'rejected', problem: { status: 409 } },
      { id: null, status: 'rejected', problem: { status: 400 } },
      { status: 'recorded' },
      { status: 'duplicate' },
    ]);
  });

  test('under an idempotency key gives its first answer again, and takes no other batch', async () => {
    const key = { 'idempotency-key': 'batch-1' };
    const members = [event('i-1').toJSON(), event('i-2').toJSON()];
    const first = await batch(members, key);
    expect(await batch(members, key)).toMatchObject({ status: 202, body: first.body });
    expect((await batch([...members, event('i-3').toJSON()], key)).status).toBe(409);
    expect((await batch([event('i-3').toJSON()])).body.results[0].status).toBe('recorded');
  });

  test('of more than a thousand, or that is no array, is refused whole', async () => {
    const many = Array.from({ length: 1001 }, (_, n) => event(`many-${n}`).toJSON());
    expect((await batch(many)).status).toBe(422);
    const type = { 'content-type': 'application/cloudevents-batch+json' };
    expect((await program.post('/events', {}, type)).status).toBe(400);
    expect((await batch([])).body).toEqual({ results: [] });
  });
});
