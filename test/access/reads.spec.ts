import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AlertsQuery, AlertsQueryHandler } from '#lib/advice';
import type { ProgramId, UnitKey } from '#lib/domain';
import {
  LogQuery,
  LogQueryHandler,
  Moments,
  UnitsQuery,
  UnitsQueryHandler,
} from '#lib/projections';
import { Client, type Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  achieve,
  CANARY,
  done,
  everyRead,
  HERE,
  pages,
  ROOT,
  tellOfHereAndElsewhere,
} from './reads.js';
import { keyOf } from './two-subtrees.js';

let api: TestApi;
let office: Client;
const READERS = ['administrator', 'program-office', 'executive', 'auditor'] as const;
const limited = new Map<string, Client>();
const reader = (role: (typeof READERS)[number]) => limited.get(role) as Client;

beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('reads');
  await tellOfHereAndElsewhere(office);
  for (const role of READERS) {
    limited.set(role, new Client(api.url, await keyOf(office, role, 'here')));
  }
  await api.advised('reads');
});
afterAll(() => api.stop());

describe('a reader who is limited to a subtree', () => {
  test.each(READERS)('reads nothing of elsewhere as %s', async (role) => {
    for (const [path, text] of await everyRead(reader(role))) {
      expect(text, path).not.toContain(CANARY);
      expect(text, path).not.toContain('second');
    }
  });

  test('would read of elsewhere with a key of the whole program: the story speaks of it', async () => {
    const texts = await everyRead(office);
    for (const path of [
      '/units',
      '/units?top=true',
      '/units?q=e',
      '/log?q=e',
      '/units/here',
      '/units/here-guest?asOf=2009-06-01',
      '/units/here-guest/history',
      '/units/here-lab/history',
      '/units/here-former/history',
      '/log',
      '/alerts',
      '/recommendations?under=here',
      '/exports/roadmap.ics',
    ]) {
      expect(texts.get(path), path).toContain(CANARY);
    }
  });

  test('finds units in sight alone, whatever they are asked for by', async () => {
    const client = reader('executive');
    const keys = async (query: string) =>
      (await done(client.get(`/units?${query}`))).items.map((unit: Json) => unit.unit);
    expect(await keys('limit=100')).toEqual(HERE);
    expect(await keys(`q=${CANARY}`)).toEqual([]);
    expect(await keys(`owner=owner@${CANARY}-desk.example`)).toEqual([]);
    expect(await keys('owner=owner@here-desk.example')).toEqual(['here-desk']);
    expect((await pages(client, '/units', 2)).map(({ unit }) => unit)).toEqual(HERE);
    const parents = (await pages(client, '/units', 2)).map(({ parent }) => parent);
    expect(parents).toEqual([null, ...HERE.slice(1).map(() => 'here')]);
  });

  test.each(['/units', '/alerts', '/recommendations'])(
    'is told that a unit elsewhere is not there, as of one that never was: %s',
    async (path) => {
      const of = async (under: string) => {
        const { status, body } = await reader('executive').get(`${path}?under=${under}`);
        return [status, JSON.stringify(body).replaceAll(under, '…')];
      };
      expect(await of(`${CANARY}-desk`)).toEqual(await of('never-was'));
      expect((await of(`${CANARY}-desk`))[0]).toBe(404);
    },
  );

  test('sees in the log facts of units in sight and of the program, in order, in pages of any length', async () => {
    const whole = await pages(office, '/log', 100);
    const wanted = whole
      .filter(({ unit }) => unit === null || HERE.includes(unit))
      .map(({ position }) => position);
    for (const limit of [1, 3, 100]) {
      const shown = await pages(reader('auditor'), '/log', limit);
      expect(shown.map(({ position }) => position)).toEqual(wanted);
    }
    expect(whole.filter(({ unit }) => unit === null).length).toBeGreaterThan(0);
  });

  test('sees where a unit came from, went and got its facts from as nothing', async () => {
    const log = await pages(reader('executive'), '/log', 100);
    const of = (unit: string, type: string) =>
      log.find((event) => event.unit === unit && event.type === type)?.data;
    expect(of('here', 'unit.registered').parent).toBeNull();
    expect(of('here-guest', 'unit.registered').parent).toBeNull();
    expect(of('here-guest', 'unit.moved').parent).toBe('here');
    expect(of('here-former', 'unit.merged')).toEqual({ into: null });
    const carried = of('here-lab', 'milestone.achieved').carriedFrom;
    expect(carried).toEqual({ unit: null, event: expect.any(String) });
  });

  test('sees that something rests on a fact above, and not whose it is', async () => {
    const alerts = await pages(reader('executive'), '/alerts?rule=stage-lost', 50);
    const because = alerts.flatMap((alert) => alert.because);
    expect(because).toContainEqual(
      expect.objectContaining({ kind: 'event', milestone: 'sponsor.approved', unit: null }),
    );
    const [gone] = await pages(reader('executive'), '/alerts?rule=sponsor-gone', 50);
    expect(gone.unit).toBe('here-head');
    expect(gone.summary).toContain(
      'of a unit, below it, in The social customer journey rested on that sponsor',
    );
    expect(gone.because).toContainEqual(expect.objectContaining({ kind: 'stage', unit: null }));
    const steps = await pages(reader('executive'), '/recommendations', 50);
    const above = steps.filter(({ why }) => why.join().includes('Recorded at a unit above,'));
    expect(above.length).toBeGreaterThan(0);
    expect(above.every(({ level }) => level === null)).toBe(true);
  });

  test('who changes something is answered without what lies elsewhere', async () => {
    const client = reader('program-office');
    const texts: string[] = [];
    const answered = async (answer: ReturnType<Client['get']>) => {
      const body = await done(answer);
      texts.push(JSON.stringify(body));
      return body;
    };
    await answered(client.put('/units/here', { kind: 'region' }));
    await answered(client.post('/units', { units: [{ unit: 'here', tags: ['topmost'] }] }));
    const lab = await pages(client, '/units/here-lab/history', 100);
    const carried = lab.find(({ event }) => event?.data.carriedFrom).event;
    const correction = { event: carried.id, reason: 'Another day.', occurredAt: '2014-02-01' };
    await answered(client.post('/units/here-lab/corrections?preview=true', correction));
    await answered(client.post('/units/here-lab/corrections', correction));
    const [moved] = (await pages(client, '/units/here-guest/history', 100)).filter(
      ({ event }) => event?.type === 'unit.moved',
    );
    // it would lie elsewhere for a day longer
    const later = { event: moved.event.id, reason: 'A day later.', occurredAt: '2010-01-02' };
    const refused = await client.post('/units/here-guest/corrections', later);
    expect(refused.status).toBe(403);
    texts.push(JSON.stringify(refused.body));
    await answered(
      client.post('/units/here-guest/corrections', { ...later, occurredAt: '2009-12-31' }),
    );
    expect(texts).toHaveLength(6);
    for (const text of texts) expect(text).not.toContain(CANARY);
  });
});

describe('findings', () => {
  test('of units elsewhere are not there to be acted on', async () => {
    const client = reader('program-office');
    const elsewhere = (items: readonly Json[]) =>
      items.find(({ unit }) => unit.startsWith(CANARY)).id;
    const alert = elsewhere(await pages(office, '/alerts', 100));
    const step = elsewhere(await pages(office, '/recommendations', 100));
    const never = '0198c0de-0000-7000-8000-0000000000ff';
    for (const [path, body] of [
      [`/alerts/${alert}/acknowledgement`, undefined],
      [`/alerts/${alert}/resolution`, undefined],
      [`/alerts/${alert}/snooze`, { until: '2090-01-01' }],
      [`/alerts/${alert}/assignment`, { to: 'Ada' }],
      [`/recommendations/${step}/decision`, { decision: 'dismissed' }],
    ] as const) {
      const refused = await client.post(path, body);
      const unknown = await client.post(path.replace(/[0-9a-f-]{36}/, never), body);
      expect([refused.status, refused.body.type]).toEqual([404, unknown.body.type]);
    }
    const head = (await pages(office, '/log', 100)).at(-1);
    expect(head.type).not.toMatch(/^(alert|recommendation)/);
  });

  test('of units in sight are acted on', async () => {
    const client = reader('program-office');
    const [alert] = await pages(client, '/alerts', 100);
    expect((await client.post(`/alerts/${alert.id}/acknowledgement`)).status).toBe(201);
  });
});

describe('calendar links', () => {
  test('of units in sight alone are listed, made and withdrawn', async () => {
    const client = reader('program-office');
    const mine = await pages(client, '/calendar-links', 1);
    expect(mine.map(({ name }) => name)).toEqual(['Of here']);
    const all = await pages(office, '/calendar-links', 100);
    for (const { id, under } of all.filter((link) => link.under !== 'here')) {
      expect((await client.delete(`/calendar-links/${id}`)).status, under).toBe(404);
    }
    expect((await client.post('/calendar-links', { name: 'All' })).status).toBe(422);
    const elsewhere = { name: 'Elsewhere', under: `${CANARY}-east` };
    expect((await client.post('/calendar-links', elsewhere)).status).toBe(404);
    const made = await done(client.post('/calendar-links', { name: 'Desk', under: 'here-desk' }));
    const calendar = await (await fetch(made.url)).text();
    expect(calendar).toContain('coe.formed'.slice(0, 3));
    expect(calendar).not.toContain(CANARY);
    expect((await client.delete(`/calendar-links/${made.id}`)).status).toBe(204);
    expect(await pages(office, '/calendar-links', 100)).toHaveLength(all.length);
  });
});

test('somebody with two subtrees sees both, and what lies elsewhere in neither', async () => {
  const { records, database, foundation } = api;
  const moments = new Moments(database, records.log, records.catalogue, foundation.clock);
  const viewer = {
    program: 'reads' as ProgramId,
    sight: ['here-desk', 'second'] as unknown as readonly UnitKey[],
  };
  const { items } = await new UnitsQueryHandler(moments).execute(
    new UnitsQuery(viewer, { limit: 100 }),
  );
  expect(items.map(({ unit, parent }) => [unit, parent])).toEqual([
    ['here-desk', null],
    ['second', null],
    ['second-desk', 'second'],
  ]);
  const log = await new LogQueryHandler(moments).execute(new LogQuery(viewer, 0, 1000));
  expect(new Set(log.items.map(({ unit }) => unit))).toEqual(
    new Set([null, 'here-desk', 'second', 'second-desk']),
  );
  const alerts = await new AlertsQueryHandler(moments).execute(new AlertsQuery(viewer, {}, 100));
  expect(new Set(alerts.items.map(({ unit }) => unit))).toEqual(
    new Set(['here-desk', 'second', 'second-desk']),
  );
  const seen = { units: items, log: log.items, alerts: alerts.items };
  expect(JSON.stringify(seen)).not.toContain(CANARY);
});

test('who goes out of sight is gone from every read at once, and there again when it comes back', async () => {
  const client = reader('executive');
  const told = async () => {
    const texts = await everyReadOf(client);
    return [...texts].filter(([, text]) => text.includes('here-desk')).map(([path]) => path);
  };
  const before = await told();
  expect(before.length).toBeGreaterThan(4);
  await done(office.put('/units/here-desk', { parent: `${CANARY}-east` }));
  expect(await told()).toEqual([]);
  for (const path of ['', '/standings', '/history', '/recommendations']) {
    expect((await client.get(`/units/here-desk${path}`)).status, path).toBe(404);
  }
  await achieve(office, 'here-desk', 'training.established', '2015-01-01');
  expect(await told()).toEqual([]);
  await done(office.put('/units/here-desk', { parent: 'here' }));
  await api.advised('reads');
  expect(await told()).toEqual(before);
  const log = JSON.stringify(await pages(client, '/log', 100));
  expect(log).toContain('training.established');
  expect(log).not.toContain(CANARY);
});

/** The lists, which name units by themselves. */
async function everyReadOf(client: Client): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of [
    '/units',
    '/log',
    '/alerts',
    '/recommendations',
    '/recommendations?under=here',
  ]) {
    texts.set(path, JSON.stringify(await pages(client, path, 20)));
  }
  texts.set('calendar', JSON.stringify(await done(client.get('/exports/roadmap.ics'))));
  expect([...texts.values()].join()).not.toContain(ROOT);
  return texts;
}
