import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client } from '../e2e/support/client.js';
import { EventStream } from '../e2e/support/event-stream.js';
import { examplesOf } from './support/requests.js';
import { shake } from './support/shake.js';
import { type Lived, send, startTwoPrograms, type TwoPrograms } from './support/two-programs.js';
import { foreignIn } from './support/foreign.js';
import { foreignOf } from './support/walk.js';

describe('two programs beside each other', () => {
  let two: TwoPrograms;
  beforeAll(async () => {
    two = await startTwoPrograms();
  });
  afterAll(() => two?.stop());

  test('whatever both read at once, each is told of its own', async () => {
    const foreign = await foreignOf(two);
    const { mark, secret } = two.ours.client;
    const known = (lived: Lived) => ({
      ...{ path: lived.words, query: lived.words },
      headers: lived.words,
      body: lived.words,
    });
    const alone = (route: (typeof two.routes)[number]) =>
      route.method === 'GET' && !/sign-in|stream/.test(route.path);
    for (const route of two.routes.filter(alone)) {
      const [asked] = examplesOf(route, known(two.ours));
      const [asking] = examplesOf(route, known(two.theirs));
      if (!asked || !asking) continue;
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) =>
          index % 2 === 0 ? send(two.ours.client, asked) : send(two.theirs.client, asking),
        ),
      );
      for (const [index, { text }] of answers.entries()) {
        const told =
          index % 2 === 0
            ? foreignIn(text, foreign, [asked])
            : foreignIn(text, { mark, secret, ids: new Set() }, [asking]);
        expect(told, `${route.method} ${route.path}`).toEqual([]);
      }
    }
  });

  test('units, targets and idempotency keys of the same name have their own answers, kept in memory or not', async () => {
    const sides = [two.ours.client, two.theirs.client] as const;
    const plain = (client: Client) => new Client(two.url, client.key);
    for (const [side, client] of sides.entries()) {
      const units = Array.from({ length: 2 + side * 3 }, (_, index) => ({
        unit: `twin-${index}`,
        name: `Twin ${side}`,
        kind: 'team',
        ...(index === 0 ? {} : { parent: 'twin-0' }),
        occurredAt: '2010-01-01',
      }));
      expect((await plain(client).post('/units', { units })).status).toBe(201);
      const again = { 'idempotency-key': 'the-same' };
      const body = { milestone: 'sponsor.approved', occurredAt: `201${side + 1}-01-01` };
      const first = await plain(client).post('/units/twin-0/milestones', body, again);
      expect(first.status).toBe(201);
      const repeat = await plain(client).post('/units/twin-0/milestones', body, again);
      expect(repeat.body).toEqual(first.body);
    }
    for (let round = 0; round < 8; round += 1) {
      await shake(two, round);
      const answers = await Promise.all(
        sides.flatMap((client, side) => [
          plain(client)
            .get('/rollups/twin-0?model=lithium')
            .then(({ status, body }) => [side, status, body.units, body.distribution?.length]),
          plain(client)
            .get('/units/twin-0')
            .then(({ status, body }) => [side, status, body.name, 0]),
        ]),
      );
      // one whose turn met the broken connection asks again in the next round
      for (const [side, status, told] of answers.filter(([, one]) => one !== 503)) {
        const own = typeof told === 'number' ? 2 + Number(side) * 3 : `Twin ${side}`;
        expect([status, told]).toEqual([200, own]);
      }
    }
    const tags = await Promise.all(
      sides.map(async (client) => (await plain(client).get('/units/twin-0')).headers.get('etag')),
    );
    for (const [side, client] of sides.entries()) {
      const other = tags[1 - side] ?? '';
      const { status, body } = await plain(client).get('/units/twin-0', { 'if-none-match': other });
      if (status === 200) expect(body.name).toBe(`Twin ${side}`);
      else expect([status, body]).toEqual([304, '']);
    }
  });

  test('who listens hears of its own program alone, from wherever it goes on', async () => {
    const head = await two.database.inProgram(two.ours.program, (tx) =>
      two.records.log.head(tx, two.ours.program),
    );
    const stream = await EventStream.open(
      two.url,
      two.ours.client.key ?? '',
      String(head.position),
    );
    const achieve = (lived: Lived) =>
      lived.client.post('/units/emea/milestones', {
        milestone: 'content.launched',
        occurredAt: '2012-01-01',
        note: 'Kept',
      });
    for (let round = 0; round < 3; round += 1) {
      expect((await achieve(two.theirs)).status).toBe(201);
      expect((await achieve(two.ours)).status).toBe(201);
    }
    const messages = await stream.take(3);
    stream.leave();
    const text = JSON.stringify(messages);
    expect(text).toContain(two.ours.client.mark);
    expect(foreignIn(text, await foreignOf(two), [])).toEqual([]);
    expect(messages.map(({ id }) => Number(id) - head.position)).toEqual([1, 2, 3]);
  });

  test('a session opens the program it was made in and no other, though it says the other’s name', async () => {
    const [person] = await two.db.admin<{ id: string }>(
      'SELECT id FROM person WHERE program_id = $1 AND active LIMIT 1',
      [two.ours.program],
    );
    const secret = 'a'.repeat(43);
    const token = (program: string) => `${program}.${secret}`;
    await two.db.admin(
      `INSERT INTO session (program_id, secret_hash, person, method, expires_at)
       VALUES ($1, $2, $3, 'password', now() + interval '1 hour')`,
      [two.ours.program, createHash('sha256').update(token(two.ours.program)).digest(), person?.id],
    );
    const ask = (program: string) =>
      new Client(two.url).get('/session', {
        cookie: `__Host-waymark=${token(program)}; waymark=${token(program)}`,
      });
    expect((await ask(two.ours.program)).status).toBe(200);
    expect((await ask(two.theirs.program)).status).toBe(401);
  });

  test('figures of the server name no program and nothing of one', async () => {
    const { status, text } = await send(two.admin, {
      ...{ method: 'GET', url: '/metrics', headers: {}, body: undefined },
    });
    expect(status).toBe(200);
    for (const { mark } of [two.ours.client, two.theirs.client]) expect(text).not.toContain(mark);
  });
});
