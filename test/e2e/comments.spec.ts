import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keyOf } from '../access/two-subtrees.js';
import { pages } from '../access/reads.js';
import { Client, type Json } from './support/client.js';
import { EventStream } from './support/event-stream.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let office: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());
beforeEach(async () => {
  office = await api.newProgram(`comments-${++count}`);
  const units = ['corp', 'desk'].map((unit, index) => ({
    ...{ unit, name: unit, kind: 'team', occurredAt: '2010-01-01' },
    parent: index === 0 ? null : 'corp',
  }));
  await done(office.post('/units', { units }));
});

const done = async (answer: Promise<{ status: number; body: Json }>) => {
  const { status, body } = await answer;
  if (status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
};
const say = async (text: string, about?: object, by = office) =>
  (await done(by.post('/units/desk/comments', { text, ...(about ? { about } : {}) }))).event;
const said = async (query = '', by = office) =>
  (await done(by.get(`/units/desk/comments${query}`))).items.map((one: Json) => one.text);
const as = async (role: string, under?: string) =>
  new Client(api.url, await keyOf(office, role, under));

describe('a comment', () => {
  test('is read by all who see the unit, with who said it and when', async () => {
    const executive = await as('executive', 'corp');
    const event = await say('Who pays for the hub?', { milestone: 'hub.launched' }, executive);
    expect(event).toMatchObject({ type: 'comment.made', unit: 'desk', actor: 'A executive' });
    const { items } = await done(office.get('/units/desk/comments'));
    expect(items).toEqual([
      {
        ...{ id: event.id, position: event.position, unit: 'desk', own: false },
        ...{ text: 'Who pays for the hub?', about: { milestone: 'hub.launched' } },
        ...{ actor: 'A executive', recordedAt: event.recordedAt },
      },
    ]);
    expect((await done(executive.get('/units/desk/comments'))).items[0].own).toBe(true);
    expect(await said('', await as('auditor'))).toEqual(['Who pays for the hub?']);
  });

  test('stands in the log and the history, and changes no standing', async () => {
    await done(
      office.post('/units/desk/milestones', { milestone: 'hub.launched', occurredAt: '2012' }),
    );
    const before = (await done(office.get('/units/desk/standings'))).items;
    const event = await say('Looks well.');
    expect((await done(office.get('/units/desk/standings'))).items).toEqual(before);
    const { items } = await done(office.get('/units/desk/history'));
    expect(items[0]).toMatchObject({ kind: 'event', event: { id: event.id } });
    const log = await done(office.get('/log?after=0'));
    expect(log.items.at(-1)).toMatchObject({ id: event.id, data: { text: 'Looks well.' } });
    expect(await done(office.get('/log/verification'))).toMatchObject({ ok: true });
  });

  test('is told on the stream to those who see the unit, and to nobody else', async () => {
    await done(office.put('/units/side', { name: 'Side', kind: 'team' }));
    const [desk, side] = [await as('executive', 'desk'), await as('executive', 'side')];
    const heard = await EventStream.open(api.url, desk.key ?? '');
    const other = await EventStream.open(api.url, side.key ?? '');
    const event = await say('Heard?');
    const last = (await done(office.post('/units/side/comments', { text: 'Here.' }))).event;
    const [first] = await heard.take(1);
    expect(first?.data).toMatchObject({ event: { id: event.id, data: { text: 'Heard?' } } });
    const [told] = await other.take(1);
    expect(told?.data).toMatchObject({ event: { id: last.id } });
    heard.leave();
    other.leave();
  });

  test('is found by what it is about, the latest first, page by page', async () => {
    await done(office.put('/units/desk/targets/hub', { milestone: 'hub.launched' }));
    const first = await say('first', { milestone: 'hub.launched', model: 'lithium' });
    await say('second', { target: 'hub' });
    await say('third', { event: first.id });
    await say('fourth');
    expect(await said()).toEqual(['fourth', 'third', 'second', 'first']);
    expect(await said('?milestone=hub.launched')).toEqual(['first']);
    expect(await said('?milestone=hub.launched&model=altimeter')).toEqual([]);
    expect(await said('?target=hub')).toEqual(['second']);
    expect(await said(`?event=${first.id}`)).toEqual(['third']);
    const all = await pages(office, '/units/desk/comments', 3);
    expect(all.map(({ text }) => text)).toEqual(['fourth', 'third', 'second', 'first']);
  });

  test('is about what there is', async () => {
    const elsewhere = await done(office.post('/units/corp/comments', { text: 'Here.' }));
    for (const [about, status, pointer] of [
      [{ milestone: 'no.such' }, 422, '/about/milestone'],
      [{ model: 'none' }, 422, '/about/model'],
      [{ target: 'none' }, 404, '/about/target'],
      [{ event: elsewhere.event.id }, 422, '/about/event'],
      [{}, 422, '/about'],
    ] as const) {
      expect(await office.post('/units/desk/comments', { text: 'x', about })).toMatchObject({
        ...{ status, body: { errors: [{ pointer }] } },
      });
    }
    expect((await office.post('/units/nobody/comments', { text: 'x' })).status).toBe(404);
    expect((await office.post('/units/desk/comments', { text: 'x'.repeat(4001) })).status).toBe(
      422,
    );
    expect(await said()).toEqual([]);
  });

  test('is made once for an idempotency key, and of the version that was seen', async () => {
    const { headers } = await office.get('/units/desk');
    const sent = { 'idempotency-key': 'a', 'if-match': headers.get('etag') ?? '' };
    const [a, b] = [
      await office.post('/units/desk/comments', { text: 'Once.' }, sent),
      await office.post('/units/desk/comments', { text: 'Once.' }, sent),
    ];
    expect(b.body).toEqual(a.body);
    const stale = { 'if-match': headers.get('etag') ?? '' };
    expect((await office.post('/units/desk/comments', { text: 'Late.' }, stale)).status).toBe(412);
    expect(await said()).toEqual(['Once.']);
  });
});

describe('a comment is taken back', () => {
  const takeBack = (event: string, by: Client) =>
    by.post('/units/desk/retractions', { event, reason: 'Not so.' });

  test('by who said it, though they may record nothing else', async () => {
    const [executive, other] = [await as('executive'), await as('executive')];
    const { id } = await say('Nonsense.', undefined, executive);
    expect(await takeBack(id, other)).toMatchObject({
      status: 403,
      body: { type: expect.stringMatching(/not-own-fact$/) },
    });
    const fact = await done(
      office.post('/units/desk/milestones', { milestone: 'hub.launched', occurredAt: '2012' }),
    );
    expect((await takeBack(fact.event.id, executive)).status).toBe(403);
    expect((await takeBack(id, executive)).status).toBe(201);
    expect(await said()).toEqual([]);
    expect((await takeBack(id, executive)).status).toBe(422);
  });

  test('by a program office, whatever waits for a second pair of eyes, and comes back so', async () => {
    const approvals = { waivers: true, corrections: true };
    await done(office.put('/program', { name: 'Two', approvals }));
    const { id } = await say('Nonsense.', undefined, await as('executive'));
    const { event } = await done(takeBack(id, office));
    expect(await said()).toEqual([]);
    expect((await takeBack(event.id, office)).status).toBe(201);
    expect(await said()).toEqual(['Nonsense.']);
  });

  test('by nobody to whom the unit is not there', async () => {
    const { id } = await say('Here.');
    await done(office.put('/units/side', { name: 'Side', kind: 'team' }));
    const reader = await as('executive', 'side');
    expect((await takeBack(id, reader)).status).toBe(404);
    expect((await reader.get('/units/desk/comments')).status).toBe(404);
    expect((await (await as('auditor')).post('/units/desk/comments', { text: 'x' })).status).toBe(
      403,
    );
  });
});
