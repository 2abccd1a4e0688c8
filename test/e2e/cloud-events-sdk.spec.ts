import { request } from 'node:http';
import { CloudEvent, emitterFor, HTTP, httpTransport, type Message, Mode } from 'cloudevents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const STRUCTURED = { 'content-type': 'application/cloudevents+json' };
const BATCH = { 'content-type': 'application/cloudevents-batch+json' };

const event = (id: string, more: object = {}) =>
  new CloudEvent({
    id,
    source: 'https://ci.example/builds?branch=main#7',
    type: 'waymark.milestone.achieved.v1',
    subject: 'support',
    time: '2012-05-01T10:00:00.000Z',
    datacontenttype: 'application/json',
    data: { milestone: 'hub.launched' },
    ...more,
  });

describe('the client of the SDK', () => {
  let api: TestApi;
  let program: Client;
  beforeAll(async () => {
    api = await startTestApi();
    program = await api.newProgram('sdk');
    await program.put('/units/support', { name: 'Support', kind: 'function' });
  });
  afterAll(() => api.stop());

  const sink = () => `${api.url}/api/v1/events`;
  const options = () => ({ headers: { authorization: `Bearer ${program.key}` } });
  /** Sends as `emitterFor` and `httpTransport` do. */
  const emit = async (mode: Mode, sent: CloudEvent<unknown>): Promise<Json> => {
    const emitter = emitterFor(httpTransport(sink()), { binding: HTTP, mode });
    return JSON.parse(((await emitter(sent, options())) as { body: string }).body);
  };
  const transport = async (message: Message): Promise<Json> =>
    JSON.parse(((await httpTransport(sink())(message, options())) as { body: string }).body);
  const logged = async (position: number): Promise<Json> => {
    const { body } = await program.get(`/log?after=${position - 1}&limit=1`);
    return body.items[0];
  };

  describe.each([
    ['binary', Mode.BINARY],
    ['structured', Mode.STRUCTURED],
  ])('in %s mode', (name, mode) => {
    test('has an event with every attribute recorded once', async () => {
      const all = event(`${name}-all`, {
        dataschema: 'https://ci.example/schemas/milestone.json',
        ...{ traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' },
        ...{ sequence: '7', retries: 3, dry: false },
      });
      const first = await emit(mode, all);
      expect(first).toMatchObject({ id: `${name}-all`, status: 'recorded' });
      expect(await emit(mode, all)).toEqual({ ...first, status: 'duplicate' });
      expect(await logged(first.position)).toMatchObject({
        ...{ id: first.event, source: 'https://ci.example/builds?branch=main#7', unit: 'support' },
        ...{ occurredAt: '2012-05-01T10:00:00.000Z', data: { milestone: 'hub.launched' } },
      });
    });

    test('keeps texts of every script', async () => {
      const note = '日本語 — grün ✓ 👍🏽 \u202eabc';
      const data = { milestone: 'hub.launched', note };
      const { position } = await emit(mode, event(`${name}-text`, { data }));
      expect((await logged(position)).data.note).toBe(note);
    });

    test('takes data that is given as bytes', async () => {
      const data = new TextEncoder().encode('{ "milestone": "coe.formed", "note": "grün" }');
      const answer = await emit(mode, event(`${name}-bytes`, { data }));
      expect(answer).toMatchObject({ status: 'recorded' });
      expect((await logged(answer.position)).data).toMatchObject({
        ...{ milestone: 'coe.formed', note: 'grün' },
      });
    });

    test('is told of another version of the specification', async () => {
      const old = new CloudEvent({ ...event(`${name}-old`).toJSON(), specversion: '0.3' }, false);
      expect(await emit(mode, old as CloudEvent<unknown>)).toMatchObject({
        ...{ status: 422, errors: [{ pointer: '/specversion' }] },
      });
    });

    test('may leave the time to the data', async () => {
      const data = { milestone: 'hub.launched', occurredAt: '2008-Q4' };
      const { position } = await emit(mode, event(`${name}-rough`, { data }));
      expect((await logged(position)).occurredAt).toBe('2008-Q4');
    });
  });

  test('in batch mode has each of its events recorded, whichever came before in another mode', async () => {
    await emit(Mode.BINARY, event('mixed-binary'));
    await emit(Mode.STRUCTURED, event('mixed-structured'));
    const bytes = new TextEncoder().encode('{ "milestone": "coe.formed" }');
    const members = [
      event('mixed-binary'),
      event('mixed-structured'),
      event('mixed-fresh', { sequence: '1' }),
      event('mixed-bytes', { data: bytes }),
      event('mixed-fresh', { sequence: '1' }),
    ];
    const headers = { 'content-type': 'application/cloudevents-batch+json; charset=UTF-8' };
    const { results } = await transport({ headers, body: JSON.stringify(members) });
    expect(results.map(({ status }: Json) => status)).toEqual([
      ...['duplicate', 'duplicate', 'recorded', 'recorded', 'duplicate'],
    ]);
  });

  test.each([
    ['2012-05-01T15:30:00+05:30', '2012-05-01T10:00:00Z'],
    ['2012-05-01T00:15:00-09:45', '2012-05-01T10:00:00Z'],
    ['2012-05-01t10:00:00.123456789z', '2012-05-01T10:00:00'],
    ['2012-04-30T24:00:00Z', undefined],
    ['2012-05-01 10:00', undefined],
  ])('a time of %s means one instant in every mode', async (time, instant) => {
    const json = JSON.parse(JSON.stringify({ ...event(`zone-${time}`).toJSON(), time })) as Json;
    const { data, datacontenttype: _, ...attributes } = json;
    const named = Object.entries({ ...attributes, id: `zone-binary-${time}` });
    const headers = Object.fromEntries(
      named.map(([name, value]) => [`ce-${name}`, encodeURIComponent(value as string)]),
    );
    const answers = [
      await program.post('/events', json, STRUCTURED),
      await program.post('/events', data, headers),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(instant === undefined ? 422 : 202);
      if (instant === undefined) expect(body.errors).toMatchObject([{ pointer: '/time' }]);
      else expect((await logged(body.position)).effectiveAt).toMatch(new RegExp(`^${instant}`));
    }
  });

  test('headers count whatever their case, and attributes must be there', async () => {
    const { headers, body } = HTTP.binary(event('case-1'));
    const shouted = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), String(value)]),
    );
    expect(await raw(sink(), { ...shouted, ...options().headers }, String(body))).toBe(202);
    for (const missing of ['ce-specversion', 'ce-id', 'ce-source', 'ce-type']) {
      const rest = Object.entries(headers).filter(([name]) => name !== missing);
      const answer = await program.post('/events', String(body), {
        ...(Object.fromEntries(rest) as Record<string, string>),
      });
      expect([missing, answer.status, answer.body.errors?.[0]?.pointer]).toEqual([
        ...[missing, expect.any(Number), `/${missing.slice(3)}`],
      ]);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });

  test.each([
    ['that is no base64', { data_base64: '%%%' }],
    ['that is no JSON', { data_base64: Buffer.from('<xml/>').toString('base64') }],
    ['that is no UTF-8', { data_base64: '/w==' }],
    ['of both kinds', { data_base64: 'e30=', data: { milestone: 'hub.launched' } }],
  ])('data %s is refused', async (_what, data) => {
    const { data: _, ...attributes } = event('encoded').toJSON() as Record<string, unknown>;
    const answer = await program.post('/events', { ...attributes, ...data }, STRUCTURED);
    expect(answer.status).toBe(400);
  });

  test('a format that is not JSON is refused as such', async () => {
    const avro = { 'content-type': 'application/cloudevents+avro' };
    expect((await program.post('/events', 'x', avro)).status).toBe(415);
    expect((await program.post('/events', '{', BATCH)).status).toBe(400);
  });
});

/** Node's own client keeps the case of headers. */
function raw(url: string, headers: Record<string, string>, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
