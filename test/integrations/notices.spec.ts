import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Client, Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { ALLOWED, opened, RHYTHM, subscribe } from './support/board.js';
import { answers, type Endpoint } from './support/endpoint.js';
import { standard } from './support/signing.js';
import { done, SECRET, ToolOffice } from './support/tool-office.js';

const DAY_MS = 86_400_000;

describe('a notice', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  let worker: Worker;
  beforeAll(async () => {
    api = await startTestApi({ clock, worker: false, variables: ALLOWED });
    worker = await createWorker(api.foundation, { ...RHYTHM, sourcesMs: 200, pollsMs: 200 });
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
  });

  const standing = (client: Client, kind: string): Promise<Json> =>
    eventually(async () => {
      const { body } = done(await client.get('/notices'));
      return body.items.find((one: Json) => one.kind === kind);
    });
  const nothing = (client: Client) =>
    eventually(async () => {
      const { body } = done(await client.get('/notices'));
      return body.items.length === 0 ? true : undefined;
    });
  const chat = (client: Client, name: string, endpoint: Endpoint, wish: object = {}) =>
    client.put(`/channels/${name}`, { kind: 'slack', address: `${endpoint.url}/${name}`, ...wish });
  const textOf = ({ body }: { readonly body: Json }) =>
    body.blocks.map(({ text }: Json) => text.text).join('\n');

  test('of a silent source stands until it is heard, and is told to who asked for it', async () => {
    const office = await ToolOffice.open(api, 'silent', 'generic', [], { silentAfter: 'P1D' });
    const { client } = office;
    const [board, room] = [await opened(), await opened()];
    done(await subscribe(client, board, { events: ['notice.*'] }));
    done(await chat(client, 'whole', room, { severities: ['warning'], rules: ['source-silent'] }));
    done(await chat(client, 'part', room, { under: 'care' }));
    done(await chat(client, 'others', room, { rules: ['sponsor-gone', 'poll-failing'] }));
    await nothing(client);
    clock.ahead += 2 * DAY_MS;
    const notice = await standing(client, 'source-silent');
    expect(notice).toMatchObject({ name: office.source, path: `/sources/${office.source}` });
    expect(notice.words).toContain(`Nothing has come from the source "${office.source}" yet`);
    const [told] = await board.of('waymark.notice.opened.v1');
    expect(told?.body).not.toHaveProperty('subject');
    expect(told?.body.data).toEqual({
      notice: notice.id,
      ...{ kind: notice.kind, name: notice.name, since: notice.since },
      ...{ words: notice.words, path: notice.path },
    });
    await eventually(async () => {
      const { body } = await client.get('/channels/whole');
      return body.waiting === 1 ? true : undefined;
    });
    clock.ahead += 11_000;
    const said = () => room.received.filter((one) => textOf(one).includes('Nothing has come from'));
    await eventually(async () => (said().length > 0 ? true : undefined));
    const at = Math.floor(clock.now() / 1000);
    done(await office.send(standard(SECRET, { type: 'tick' }, { at })));
    await nothing(client);
    const [closed] = await board.of('waymark.notice.closed.v1');
    expect(closed?.body.data).toMatchObject({ notice: notice.id, kind: 'source-silent' });
    clock.ahead += 11_000;
    for (const name of ['part', 'others']) {
      await eventually(async () => {
        const { body } = await client.get(`/channels/${name}`);
        return body.waiting === 0 ? true : undefined;
      });
    }
    expect(said().map(({ path }) => path)).toEqual(['/whole']);
  });

  test('of a poll stands once it failed three times, and until the tool can be asked', async () => {
    const tool = await opened();
    tool.behaviour = answers(500);
    const poll = { url: tool.url, projects: ['octo/hub'], credentials: { token: 'hidden-token' } };
    const office = await ToolOffice.open(api, 'unasked', 'github', [], { poll });
    const began = clock.now();
    /** Waits until an asking has ended, and for the time of the next. */
    const goOn = async (withinMs: number) => {
      const wait = await eventually(async () => {
        const { body } = await office.client.get(`/sources/${office.source}`);
        const { failure, nextAt } = body.poll;
        const pause = Date.parse(nextAt) - clock.now();
        return failure !== null && 0 < pause && pause <= withinMs ? pause : undefined;
      });
      expect((await office.client.get('/notices')).body.items).toEqual([]);
      clock.ahead += wait + 1;
    };
    await goOn(60_000);
    await goOn(5 * 60_000);
    const notice = await standing(office.client, 'poll-failing');
    expect(Date.parse(notice.since)).toBeGreaterThanOrEqual(began - 1_000);
    expect(Date.parse(notice.since)).toBeLessThan(began + 60_000);
    expect(notice.words).toMatch(/cannot be asked\. .*500/);
    expect(JSON.stringify(notice)).not.toContain('hidden');
    tool.behaviour = answers(200, { 'content-type': 'application/json' }, '[]');
    clock.ahead += 16 * 60_000;
    await nothing(office.client);
  });

  test('of a subscription or a channel that is disabled stands until it is put again', async () => {
    const client = await api.newProgram('disabled');
    const [gone, board] = [await opened(), await opened()];
    done(await client.put('/subscriptions/ear', earOf(board)));
    gone.behaviour = answers(410);
    done(await subscribe(client, gone, { events: ['notice.*'] }));
    done(await chat(client, 'room', gone));
    done(await client.post('/subscriptions/board/test'));
    done(await client.post('/channels/room/test'));
    const subscription = await standing(client, 'subscription-disabled');
    expect(subscription).toMatchObject({ name: 'board', path: '/subscriptions/board' });
    expect(subscription.words).toContain('its endpoint said that it is gone');
    const channel = await standing(client, 'channel-disabled');
    expect(channel).toMatchObject({ name: 'room', path: '/channels/room' });
    const told = await board.of('waymark.notice.opened.v1', 2);
    const both = new Set([subscription.id, channel.id]);
    expect(new Set(told.map(({ body }) => body.data.notice))).toEqual(both);
    const page = done(await client.get('/notices?limit=1')).body;
    const rest = done(await client.get(`/notices?limit=1&cursor=${page.next}`)).body;
    expect([page, rest].map(({ items }) => items.length)).toEqual([1, 1]);
    expect(new Set([...page.items, ...rest.items].map(({ id }) => id))).toEqual(both);
    expect(rest.next).toBeNull();
    done(await client.delete('/channels/room'));
    done(await subscribe(client, gone));
    await nothing(client);
    await board.of('waymark.notice.closed.v1', 2);
  });

  function earOf(endpoint: Endpoint) {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    return { url: endpoint.url, events: ['notice.*'], secret };
  }
});
