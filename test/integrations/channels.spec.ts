import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Client, Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { achieve, ALLOWED, opened, program, RHYTHM } from './support/board.js';
import { answers, type Endpoint } from './support/endpoint.js';
import { MailServer } from './support/mail-server.js';
import { done } from './support/tool-office.js';

const HOUR_MS = 3_600_000;

describe('a channel', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  let worker: Worker;
  let mail: MailServer;
  let folder: string;
  beforeAll(async () => {
    mail = await MailServer.open();
    folder = await mkdtemp(join(tmpdir(), 'waymark-channels-'));
    const signIn = join(folder, 'sign-in.yaml');
    await writeFile(signIn, 'address: https://waymark.contoso.example\n', { mode: 0o600 });
    const variables = {
      ...{ ...ALLOWED, WAYMARK_SIGN_IN_FILE: signIn, WAYMARK_SMTP_URL: mail.url },
      WAYMARK_MAIL_FROM: 'Waymark <waymark@contoso.example>',
    };
    api = await startTestApi({ clock, worker: false, variables });
    worker = await createWorker(api.foundation, RHYTHM);
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
    await mail.close();
    await rm(folder, { recursive: true });
  });

  const put = (client: Client, wish: object) => client.put('/channels/board', wish);
  const slack = (client: Client, endpoint: Endpoint, wish: object = {}) =>
    put(client, { kind: 'slack', address: `${endpoint.url}/services/T0/B0/hidden`, ...wish });
  /** The channel, once it is as one wants it. */
  const channel = (client: Client, fits: (one: Json) => boolean): Promise<Json> =>
    eventually(async () => {
      const { body } = done(await client.get('/channels/board'));
      return fits(body) ? body : undefined;
    });
  const waits = (count: number) => (one: Json) => one.waiting >= count && one.dueAt !== null;
  const told = (endpoint: Endpoint, count: number) =>
    eventually(async () => {
      if (endpoint.received.length < count) return undefined;
      const blocks = endpoint.received[count - 1]?.body.blocks.slice(1) as readonly Json[];
      return blocks.map(({ text }) => text.text).join('\n');
    });

  test('of Slack is told once of what happens together, with links, and not of what it did not ask for', async () => {
    const client = await program(api, 'grouped');
    const endpoint = await opened();
    const made = await slack(client, endpoint, { under: 'care', severities: ['info'] });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ to: endpoint.url, as: 'at-once', waiting: 0 });
    expect(JSON.stringify(made.body)).not.toContain('hidden');
    done(await achieve(client, 'sales', 'sponsor.approved', '2011-03-01'));
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    const { dueAt } = await channel(client, waits(1));
    expect(endpoint.received).toEqual([]);
    clock.ahead += Date.parse(dueAt) - clock.now() + 1;
    const text = await told(endpoint, 1);
    expect(endpoint.received[0]?.path).toBe('/services/T0/B0/hidden');
    expect(text).toMatch(/care rose from .* to .* in The social customer journey/);
    expect(text).toContain('<https://waymark.contoso.example/units/care|Open>');
    expect(text).not.toContain('sales');
    const { body } = await client.get('/channels/board/messages');
    expect(body.items).toHaveLength(1);
    const path = `/channels/board/messages/${body.items[0].id}`;
    const read = done(await client.get(path)).body;
    expect(read).toMatchObject({ id: body.items[0].id, to: endpoint.url, more: 0 });
    expect(`${read.told[0].text} <https://waymark.contoso.example${read.told[0].path}|Open>`).toBe(
      text.replace(/^\S+ /, ''),
    );
    const other = { kind: 'slack', address: `${endpoint.url}/hidden` };
    done(await client.put('/channels/other', other));
    expect((await client.get(path.replace('board', 'other'))).status).toBe(404);
  });

  test('is told of a storm by six messages an hour, and of the rest by one when it is over', async () => {
    const client = await program(api, 'storm');
    const endpoint = await opened();
    // of those that rose alone: a hint that they stall, found a moment later, would be a message more
    done(await slack(client, endpoint, { severities: ['info'], rules: ['stage-lost'] }));
    const turn = async (number: number) => {
      const fact = { milestone: 'sponsor.approved', occurredAt: `2012-${10 + (number % 3)}-01` };
      const unit = `team-${number}`;
      const wish = { name: unit, kind: 'team', occurredAt: '2010-01-01' };
      done(await client.put(`/units/${unit}`, wish));
      done(await client.post(`/units/${unit}/milestones`, fact));
      return channel(client, waits(1));
    };
    for (let number = 1; number <= 6; number++) {
      const { dueAt } = await turn(number);
      clock.ahead += Date.parse(dueAt) - clock.now() + 1;
      await channel(client, ({ waiting }) => waiting === 0);
      await told(endpoint, number);
    }
    await turn(7);
    clock.ahead += 11_000;
    const held = await channel(
      client,
      ({ dueAt }) => Date.parse(dueAt) - clock.now() > HOUR_MS / 2,
    );
    await turn(8);
    expect(endpoint.received).toHaveLength(6);
    clock.ahead += Date.parse(held.dueAt) - clock.now() + 1;
    const text = await told(endpoint, 7);
    expect(text).toMatch(/team-7 rose/);
  });

  test('is held back in quiet hours, and told what came meanwhile when they are over', async () => {
    const client = await program(api, 'quiet');
    const endpoint = await opened();
    const hour = new Date(clock.now()).getUTCHours();
    const at = (ahead: number) => `${String((hour + ahead) % 24).padStart(2, '0')}:00`;
    const quietHours = { from: at(0), to: at(3), zone: 'UTC' };
    done(await slack(client, endpoint, { quietHours }));
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    await channel(client, waits(1));
    clock.ahead += 11_000;
    const end = await channel(client, ({ dueAt }) => Date.parse(dueAt) - clock.now() > HOUR_MS);
    expect(end.dueAt).toContain(`T${quietHours.to}:00`);
    done(await achieve(client, 'sales', 'sponsor.approved', '2011-03-01'));
    await channel(client, waits(2));
    // a test is sent whatever the hour
    done(await client.post('/channels/board/test'));
    expect(await told(endpoint, 1)).toContain(
      'This is a test: the channel works. Nothing happened in the program.',
    );
    clock.ahead += Date.parse(end.dueAt) - clock.now() + 1;
    const text = await told(endpoint, 2);
    expect(text).toMatch(/care rose/);
    expect(text).toMatch(/sales rose/);
  });

  test('as a digest by mail comes once a day, and no more once whose address it is was erased', async () => {
    const client = await program(api, 'digest');
    const as = { digest: 'daily', hour: 8, zone: 'UTC' };
    const made = done(await put(client, { kind: 'email', address: 'ada@contoso.example', as }));
    expect(made.body).toMatchObject({ to: 'ada@contoso.example', as });
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    const { dueAt } = await channel(client, waits(1));
    expect(dueAt).toMatch(/T08:00:00Z$/);
    expect(mail.taken).toEqual([]);
    clock.ahead += Date.parse(dueAt) - clock.now() + 1;
    const [sent] = await eventually(async () => (mail.taken.length > 0 ? mail.taken : undefined));
    expect(sent?.to).toEqual(['ada@contoso.example']);
    expect(sent?.content).toContain('https://waymark.contoso.example/units/care');
    const { items } = done(await client.get('/channels/board/messages')).body;
    const read = done(await client.get(`/channels/board/messages/${items[0].id}`)).body;
    expect(read).toMatchObject({
      to: 'a…@contoso.example',
      title: expect.stringContaining('digest'),
    });
    done(await client.post('/erasures', { email: 'ada@contoso.example', reason: 'Asked.' }));
    await channel(client, ({ to }) => to === null);
    done(await client.post('/channels/board/test'));
    const { disabled } = await channel(client, (one) => one.disabled !== null);
    expect(disabled.because).toBe('erased');
    expect(mail.taken).toHaveLength(1);
  });

  test('that is gone is disabled, and used again when it is put', async () => {
    const client = await program(api, 'gone');
    const endpoint = await opened();
    endpoint.behaviour = answers(404);
    done(await slack(client, endpoint));
    done(await client.post('/channels/board/test'));
    const { disabled } = await channel(client, (one) => one.disabled !== null);
    expect(disabled.because).toBe('gone');
    const noted = await client.get('/audit?action=channel.disabled');
    expect(noted.body.items).toMatchObject([{ about: { channel: 'board', because: 'gone' } }]);
    const again = done(await put(client, { kind: 'slack' }));
    expect(again.body).toMatchObject({ to: endpoint.url, disabled: null });
  });

  test.each([
    [{ address: 'https://10.0.0.1/' }, '/address'],
    [{ kind: 'email', address: 'a@b.example, c@d.example' }, '/address'],
    [{ address: undefined }, '/address'],
    [{ as: { digest: 'daily', hour: 8, zone: 'Mars/Base' } }, '/as/zone'],
    [{ quietHours: { from: '20:00', to: '07:00', zone: 'x' } }, '/quietHours/zone'],
  ])('with %j is refused', async (wish, pointer) => {
    const whole = { kind: 'teams', address: 'https://hooks.example.com/', ...wish };
    const { status, body } = await api.admin.put('/channels/bad', whole);
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toContain(pointer);
  });
});
