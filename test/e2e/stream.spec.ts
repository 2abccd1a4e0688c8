import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { EventStream, type StreamMessage } from './support/event-stream.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let program: Client;
let ahead = 0;
beforeAll(async () => {
  // a clock that tests move on, so that the calendar need not be waited for
  api = await startTestApi({ clock: { now: () => Date.now() + ahead } });
  program = await api.newProgram('live');
  await program.put('/units/world', { name: 'World', kind: 'enterprise' });
  await program.put('/units/team', { name: 'Team', kind: 'team', parent: 'world' });
});
afterAll(() => api.stop());

const open = (lastEventId?: string) =>
  EventStream.open(api.url, program.key as string, lastEventId);
const record = (milestone: string) =>
  program.post('/units/world/milestones', { milestone, occurredAt: '2012-01-01' });

test('one message a position, with the changes it caused through the tree', async () => {
  const stream = await open();
  const { body } = await record('sponsor.approved');
  const [message] = await stream.take(1);
  expect(message).toMatchObject({ id: String(body.event.position), data: { event: body.event } });
  const moved = message?.data.changes
    .filter((change: { model: string }) => change.model === 'lithium')
    .map((change: { unit: string; from: { ordinal: number }; to: { ordinal: number } }) => [
      change.unit,
      change.from.ordinal,
      change.to.ordinal,
    ]);
  expect(moved).toEqual([
    ['team', 1, 2],
    ['world', 1, 2],
  ]);
});

test('resumes after the last message without loss, in order, whatever was missed', async () => {
  const stream = await open();
  await record('hub.launched');
  const [seen] = await stream.take(1);
  const missed = [];
  for (const milestone of ['crm.integrated', 'coe.formed', 'governance.established']) {
    missed.push((await record(milestone)).body.event.position);
  }
  const resumed = await open(seen?.id);
  const messages = await resumed.take(3);
  expect(messages.map(({ id }) => Number(id))).toEqual(missed);
  const whole = await (await open('0')).take(missed[2]);
  expect(whole.map(({ data }) => data.position)).toEqual(
    Array.from({ length: missed[2] }, (_, index) => index + 1),
  );
});

test('a stage that falls by the calendar is told under position.instant', async () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await program.put('/units/lone', { name: 'Lone', kind: 'team' });
  const { body } = await program.post('/units/lone/waivers', {
    milestone: 'sponsor.approved',
    reason: 'By decision.',
    expiresOn: tomorrow,
  });
  const stream = await open();
  ahead += 3 * 86_400_000;
  const [message] = (await stream.take(1)) as [StreamMessage];
  const ends = Date.parse(tomorrow) + 86_400_000;
  expect(message.id).toBe(`${body.event.position}.${ends}`);
  expect(message.data.changes).toContainEqual({
    unit: 'lone',
    model: 'lithium',
    from: { ordinal: 2, id: 'sponsored', name: expect.any(String) },
    to: { ordinal: 1, id: 'start', name: expect.any(String) },
    at: new Date(ends).toISOString().replace('.000Z', 'Z'),
  });
  expect(message.data.event).toBeUndefined();
  const again = await open(String(body.event.position));
  expect((await again.take(1))[0]?.id).toBe(message.id);
  const after = await open(message.id);
  const next = await record('training.established');
  expect((await after.take(1))[0]?.id).toBe(String(next.body.event.position));
});

test('an id that this stream never gave is refused', async () => {
  for (const wrong of ['abc', '1.2.3', '999999999', '-1']) {
    await expect(open(wrong)).rejects.toThrow('400');
  }
});

test('streams end when the server drains', async () => {
  const own = await startTestApi();
  const stream = await EventStream.open(own.url, own.admin.key as string);
  const ended = (async () => {
    for await (const _ of stream) continue;
  })();
  await own.stop();
  await ended;
});
