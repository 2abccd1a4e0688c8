import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { EventStream, type StreamMessage } from '../e2e/support/event-stream.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { achieve, CANARY, done, ROOT, tellOfHereAndElsewhere } from './reads.js';
import { account } from './support/office.js';

let api: TestApi;
let office: Client;
let key: { readonly id: string; readonly key: string };
const makeKey = (role: string, under: string) =>
  done(office.post('/keys', { name: `${role} of ${under}`, role, under }));

beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('live-reads');
  await tellOfHereAndElsewhere(office);
  key = await makeKey('executive', 'here');
});
afterAll(() => api.stop());

const open = (lastEventId?: string) => EventStream.open(api.url, key.key, lastEventId);

/** The messages up to the one about an event. */
async function upTo(stream: EventStream, id: string): Promise<readonly StreamMessage[]> {
  const messages: StreamMessage[] = [];
  for await (const message of stream) {
    messages.push(message);
    if (message.data.event?.id === id) break;
  }
  return messages;
}

test('one who is limited hears of units in sight alone, from whatever position on', async () => {
  const last = await achieve(office, 'here-desk', 'training.established', '2015-01-01');
  const messages = await upTo(await open('0'), last.id);
  const told = messages.map(({ data }) => data);
  const text = JSON.stringify(told);
  expect(text).not.toContain(CANARY);
  expect(text).not.toContain('second');
  const log = await done(new Client(api.url, key.key).get('/log?limit=500'));
  expect(told.flatMap(({ event }) => event ?? [])).toEqual(log.items);
  expect(messages.map(({ id }) => Number(id))).toEqual(told.map(({ position }) => position));
  // what was recorded above moved stages here: the change is told, the fact is not
  const above = told.filter(({ event }) => !event);
  expect(above.length).toBeGreaterThan(0);
  for (const { changes } of above) {
    expect(changes.length).toBeGreaterThan(0);
    for (const { unit } of changes) expect(unit).toMatch(/^here/);
  }
});

test('a unit that goes out of sight falls silent, and is heard again when it comes back', async () => {
  const stream = await open();
  await done(office.put('/units/here-lab', { parent: `${CANARY}-east` }));
  await achieve(office, 'here-lab', 'coe.formed', '2015-02-01');
  await done(office.put(`/units/${CANARY}-desk`, { parent: 'here' }));
  await achieve(office, `${CANARY}-desk`, 'coe.formed', '2015-02-01');
  await done(office.put(`/units/${CANARY}-desk`, { parent: ROOT }));
  await done(office.put('/units/here-lab', { parent: 'here' }));
  const last = await achieve(office, 'here-lab', 'training.established', '2015-03-01');
  const events = (await upTo(stream, last.id)).flatMap(({ data }) => data.event ?? []);
  const lab = events.filter(({ unit }) => unit === 'here-lab');
  expect(lab.map(({ type, data }) => [type, data.parent])).toEqual(
    expect.arrayContaining([
      ['unit.moved', 'here'],
      ['milestone.achieved', undefined],
    ]),
  );
  expect(lab.at(-1).id).toBe(last.id);
});

test('a reader who saw nothing for long is told how far it is, and goes on from there', async () => {
  const response = await fetch(`${api.url}/api/v1/stream`, {
    headers: { authorization: `Bearer ${key.key}` },
  });
  const elsewhere = await achieve(office, `${CANARY}-east`, 'hub.launched', '2015-03-01');
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    if (text.includes(`id: ${elsewhere.position}`)) break;
  }
  expect(text).not.toContain('data:');
  const next = await achieve(office, 'here', 'training.established', '2015-04-01');
  const [message] = await (await open(String(elsewhere.position))).take(1);
  expect(message?.data.event.id).toBe(next.id);
});

test('a stream ends soon after its key does', async () => {
  const short = await makeKey('auditor', 'here');
  const stream = await EventStream.open(api.url, short.key);
  const ended = (async () => {
    for await (const _ of stream) continue;
    return performance.now();
  })();
  await done(office.delete(`/keys/${short.id}`));
  const revoked = performance.now();
  expect((await ended) - revoked).toBeLessThan(8_000);
});

test('a person with two subtrees hears of both, of one when a role is taken, of none after the other', async () => {
  const { id, browser } = await account(office, 'ada@contoso.example');
  const granted = async (under: string) =>
    (await done(office.post('/grants', { person: id, role: 'executive', under }))).id;
  const [desk, second] = [await granted('here-desk'), await granted('second')];
  const cookie = `__Host-waymark=${browser.cookie(api.url, '__Host-waymark')}`;
  const response = await fetch(`${api.url}/api/v1/stream`, {
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  expect(response.status).toBe(200);
  let text = '';
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
    }
  })();
  const heard = async (of: string, milestone: string) => {
    const { id: event } = await achieve(office, of, milestone, '2016-01-01');
    await eventually(async () => text.includes(event) || undefined);
  };
  await heard('here-desk', 'pilots.completed');
  await heard('second-desk', 'pilots.completed');
  await done(office.delete(`/grants/${desk}`));
  // until it is noticed, both are still told
  const silent = await eventually(async () => {
    const { id: quiet } = await achieve(office, 'here-desk', 'content.launched', '2016-02-01');
    await heard('second-desk', 'content.launched');
    return text.includes(quiet) ? undefined : quiet;
  });
  expect(text).not.toContain(silent);
  expect(text).not.toContain(CANARY);
  await done(office.delete(`/grants/${second}`));
  await ended;
});
