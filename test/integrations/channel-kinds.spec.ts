import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Client, Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { achieve, ALLOWED, opened, program, RHYTHM, subscribe } from './support/board.js';
import type { Endpoint } from './support/endpoint.js';
import { done } from './support/tool-office.js';

const DAY_MS = 86_400_000;
const ADDRESS = 'https://waymark.contoso.example';

describe('a channel', () => {
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  let api: TestApi;
  let worker: Worker;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'waymark-kinds-'));
    const signIn = join(folder, 'sign-in.yaml');
    await writeFile(signIn, `address: ${ADDRESS}\n`, { mode: 0o600 });
    const variables = { ...ALLOWED, WAYMARK_SIGN_IN_FILE: signIn };
    api = await startTestApi({ clock, worker: false, variables });
    worker = await createWorker(api.foundation, RHYTHM);
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
    await rm(folder, { recursive: true });
  });

  const put = (client: Client, endpoint: Endpoint, wish: object) =>
    client.put('/channels/board', { kind: 'slack', address: `${endpoint.url}/in`, ...wish });
  const channel = (client: Client, fits: (one: Json) => boolean): Promise<Json> =>
    eventually(async () => {
      const { body } = done(await client.get('/channels/board'));
      return fits(body) ? body : undefined;
    });
  /** Goes to when what waits is sent. */
  const due = async (client: Client, waiting: number) => {
    const { dueAt } = await channel(client, (one) => one.waiting >= waiting && one.dueAt !== null);
    clock.ahead += Date.parse(dueAt) - clock.now() + 1;
    return dueAt as string;
  };
  const sent = (endpoint: Endpoint, count: number): Promise<Json> =>
    eventually(async () => endpoint.received[count - 1]?.body);

  test('of Teams is sent a card with a link to the page of each thing', async () => {
    const client = await program(api, 'teams');
    const endpoint = await opened();
    done(await put(client, endpoint, { kind: 'teams' }));
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    await due(client, 1);
    const { type, attachments } = await sent(endpoint, 1);
    const [{ contentType, content }] = attachments;
    expect([type, contentType]).toEqual(['message', 'application/vnd.microsoft.card.adaptive']);
    expect(content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
    const runs = content.body.flatMap(({ inlines }: Json) => inlines) as readonly Json[];
    expect(runs.map(({ text }) => text).join('')).toMatch(
      /care rose from .* to .* in The social customer journey/,
    );
    expect(runs.flatMap(({ selectAction }) => selectAction?.url ?? [])).toContain(
      `${ADDRESS}/units/care`,
    );
  });

  test('as a weekly digest is sent one message on its day, and none of a week in which nothing happened', async () => {
    const client = await program(api, 'weekly');
    const endpoint = await opened();
    const as = { digest: 'weekly', weekday: 3, hour: 9, zone: 'Europe/Berlin' };
    // of those that rose alone: what advice finds comes a moment later
    const rose = { severities: ['info'], rules: ['stage-lost'] };
    done(await put(client, endpoint, { as, ...rose }));
    const berlin = new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Berlin', weekday: 'short', hour: '2-digit', minute: '2-digit' },
    });
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    const { dueAt, waiting } = await channel(client, (one) => one.waiting >= 1);
    expect(berlin.format(new Date(dueAt))).toMatch(/^Wed,? 09:00$/);
    expect(Date.parse(dueAt) - clock.now()).toBeLessThanOrEqual(7 * DAY_MS);
    clock.ahead += Math.floor((Date.parse(dueAt) - clock.now()) / 2);
    done(await achieve(client, 'sales', 'sponsor.approved', '2011-03-01'));
    const both = await channel(client, (one) => one.waiting > waiting);
    expect([both.dueAt, endpoint.received.length]).toEqual([dueAt, 0]);
    await due(client, 2);
    const { blocks } = await sent(endpoint, 1);
    expect(blocks[0].text.text).toMatch(/^weekly: \d things happened since the last digest$/);
    const text = blocks.map((block: Json) => block.text.text).join('\n');
    expect(text).toMatch(/care rose/);
    expect(text).toMatch(/sales rose/);
    const silent = await channel(client, (one) => one.waiting === 0);
    expect(silent.dueAt).toBeNull();
    clock.ahead += 8 * DAY_MS;
    // whoever looks now has looked after the day of the digest
    done(await client.post('/channels/board/test'));
    expect(JSON.stringify(await sent(endpoint, 2))).toContain('This is a test');
  });

  test('is told of targets whose day is over, and not of those that were reached', async () => {
    const client = await program(api, 'late');
    const [endpoint, board] = [await opened(), await opened()];
    done(await put(client, endpoint, { severities: ['warning'] }));
    done(await subscribe(client, board, { events: ['target.late'] }));
    const day = (ahead: number) =>
      new Date(clock.now() + ahead * DAY_MS).toISOString().slice(0, 10);
    const target = (unit: string, name: string, milestone: string, wanted: string | undefined) =>
      client.put(`/units/${unit}/targets/${name}`, { milestone, due: wanted });
    const [today, tomorrow] = [day(0), day(1)];
    done(await target('care', 'hub', 'hub.launched', today));
    done(await target('care', 'sponsor', 'sponsor.approved', today));
    done(await target('sales', 'hub', 'hub.launched', tomorrow));
    done(await target('sales', 'aim', 'sponsor.approved', undefined));
    done(await achieve(client, 'care', 'sponsor.approved', '2011-03-01'));
    clock.ahead += Date.parse(`${tomorrow}T00:00:01Z`) - clock.now();
    const [late] = await board.of('waymark.target.late.v1');
    expect(late?.body).toMatchObject({
      ...{ subject: 'care', time: `${tomorrow}T00:00:00Z` },
      data: { unit: 'care', target: 'hub', due: today },
    });
    await due(client, 1);
    const text = JSON.stringify(await sent(endpoint, 1));
    expect(text).toContain(` is late; it was due ${today}.`);
    expect(text).toContain(`${ADDRESS}/units/care/roadmap`);
    expect(text).not.toContain('sales');
    clock.ahead += DAY_MS;
    const [, second] = await board.of('waymark.target.late.v1', 2);
    expect(second?.body.data).toMatchObject({ unit: 'sales', target: 'hub', due: tomorrow });
    expect(board.received).toHaveLength(2);
  });

  test('is told once of a fall that is an alert as well', async () => {
    const client = await program(api, 'fall');
    const endpoint = await opened();
    done(await achieve(client, 'care', 'sponsor.approved', '2012-01-01'));
    done(await achieve(client, 'care', 'hub.launched', '2012-03-01'));
    // other alerts may open meanwhile, of what was recorded before
    done(
      await put(client, endpoint, { rules: ['stage-lost'], severities: ['critical', 'warning'] }),
    );
    const lapse = { milestone: 'hub.launched', occurredAt: '2013-01-01' };
    done(await client.post('/units/care/lapses', lapse));
    await due(client, 2);
    const { blocks } = await sent(endpoint, 1);
    expect(blocks[0].text.text).toMatch(/^fall: /);
    const text = blocks.map((block: Json) => block.text.text).join('\n');
    expect(text.match(/fell from .*/g)).toEqual([
      expect.stringMatching(/^fell from stage \d, .* to \d, .* on 2013-01-01\./),
    ]);
    const { items } = done(await client.get('/channels/board/messages')).body;
    expect(items).toMatchObject([{ notices: 2 }]);
  });

  test('is told of thousands of alerts at once by one message that counts them', async () => {
    const client = await program(api, 'flood');
    const endpoint = await opened();
    done(await put(client, endpoint, { severities: ['critical'] }));
    // as the advice writes them; a fact of another unit says that there is new advice
    await api.testDatabase.admin(
      `INSERT INTO alert (program_id, id, rule, severity, unit, opened_at, summary, because)
       SELECT 'flood', gen_random_uuid(), 'sponsor-gone', 'critical', 'care', now(),
              'The sponsor is gone, for the ' || number || 'th time.', '[]'
         FROM generate_series(1, 5000) AS number`,
    );
    done(await achieve(client, 'sales', 'sponsor.approved', '2011-03-01'));
    await due(client, 5_000);
    const { blocks } = await sent(endpoint, 1);
    const lines = blocks.slice(1).flatMap((block: Json) => block.text.text.split('\n'));
    expect([lines.length, lines.at(-1)]).toEqual([21, 'And 4980 more.']);
    const { items } = done(await client.get('/channels/board/messages')).body;
    expect(items).toMatchObject([{ notices: 5_000 }]);
    expect(endpoint.received).toHaveLength(1);
  });
});
