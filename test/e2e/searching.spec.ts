import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf } from '../access/two-subtrees.js';
import { Client, type Json } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let office: Client;
let limited: Client;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  office = await api.newProgram('searching');
  await done(office.put('/program', { name: 'S', models: ['lithium', 'altimeter'] }));
  const unit = (key: string, parent: string | null) => ({
    ...{ unit: key, name: `Unit ${key}`, kind: 'team', parent, occurredAt: '2009-01-01' },
  });
  await done(office.post('/units', { units: [unit('corp', null), unit('desk', 'corp')] }));
  limited = new Client(api.url, await keyOf(office, 'program-office', 'desk'));
  const record = async (kind: string, body: object, by = office) =>
    (await done(by.post(`/units/desk/${kind}`, body))).event.id as string;
  await record('milestones', {
    ...{ milestone: 'sponsor.approved', occurredAt: '2011-01-01', note: 'Quokka agreed.' },
  });
  await record('milestones', { milestone: 'hub.launched', occurredAt: '2012-01-01' }, limited);
  const wrong = await record('milestones', { milestone: 'crm.integrated', occurredAt: '2013' });
  await record('retractions', { event: wrong, reason: 'It was not.' });
  await done(office.put('/units/desk/targets/crm', { milestone: 'crm.integrated', due: '2031' }));
  await done(office.put('/units/desk/targets/crm', { due: '2032', reason: 'Later.' }));
  await record('comments', { text: 'Fine.', about: { milestone: 'hub.launched' } });
  await record('comments', { text: 'On the whole.', about: { model: 'altimeter' } });
  const sponsor = { milestone: 'sponsor.approved', occurredAt: '2010-01-01' };
  await done(office.post('/units/corp/milestones', sponsor));
});
afterAll(() => api.stop());

async function done(answer: Promise<{ status: number; body: Json }>): Promise<Json> {
  const { status, body } = await answer;
  if (status < 300) return body;
  throw new Error(`${status} ${JSON.stringify(body)}`);
}

/** All pages, two entries at a time. */
async function all(path: string, by: Client, cursor: string): Promise<readonly Json[]> {
  const items: Json[] = [];
  for (let next: string | null = ''; next !== null; ) {
    const more: string = next === '' ? '' : `&${cursor}=${next}`;
    const body: Json = await done(by.get(`${path}&limit=2${more}`));
    items.push(...body.items);
    next = body.next;
  }
  return items;
}

describe('a unit’s history', () => {
  const history = async (query: string) =>
    (await all(`/units/desk/history?${query}`, office, 'cursor')).map((one) =>
      one.kind === 'event'
        ? `${one.event.type} ${one.event.data.milestone ?? ''}`.trim()
        : `${one.model} to ${one.to?.ordinal}`,
    );

  test('is narrowed to kinds of entries', async () => {
    expect(await history('type=comment.made')).toEqual(['comment.made', 'comment.made']);
    const moves = await history('type=transition');
    expect(moves.length).toBeGreaterThan(2);
    expect(moves.every((move) => / to \d$/.test(move))).toBe(true);
    expect(await history('type=target.*,event.retracted')).toEqual([
      'target.moved',
      'target.set',
      'event.retracted',
    ]);
    const whole = await history('asOf=2999-01-01');
    expect(await history('type=unit.*,milestone.*,transition')).toEqual(
      whole.filter((entry) => /^(unit|milestone)\.| to /.test(entry)),
    );
  });

  test('is narrowed to a milestone, with what takes it back, speaks of it and plans it', async () => {
    expect(await history('milestone=crm.integrated')).toEqual([
      'target.moved',
      'target.set',
      'event.retracted',
      'milestone.achieved crm.integrated',
    ]);
    const hub = await history('milestone=hub.launched');
    expect(hub[0]).toBe('comment.made');
    expect(hub).toContain('milestone.achieved hub.launched');
    expect(hub.filter((entry) => entry.startsWith('lithium to'))).toEqual(['lithium to 3']);
  });

  test('is narrowed to a model and to a stretch of time', async () => {
    const altimeter = await history('model=altimeter');
    expect(altimeter[0]).toBe('comment.made');
    expect(altimeter.some((entry) => entry.startsWith('lithium'))).toBe(false);
    expect(altimeter.some((entry) => entry.startsWith('altimeter to'))).toBe(true);
    expect(await history('from=2011-01-01&to=2012-01-01&type=milestone.*')).toEqual([
      'milestone.achieved sponsor.approved',
    ]);
    expect(await history('to=2009-01-01')).toEqual([]);
  });

  test('says which kinds there are', async () => {
    const { status, body } = await office.get('/units/desk/history?type=milestones');
    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({ pointer: '?type' });
    expect(body.errors[0].message).toContain('milestone.achieved');
    expect(body.errors[0].message).toContain('transition');
  });
});

describe('the log', () => {
  const found = async (query: string, by = office) =>
    (await all(`/log?${query}`, by, query.includes('desc') ? 'before' : 'after')).map(
      ({ position }) => position as number,
    );
  const positions = async (fits: (event: Json) => boolean, by = office) =>
    (await done(by.get('/log?limit=500'))).items
      .filter(fits)
      .map(({ position }: Json) => position as number);

  test('is read from its end, and from any place in it', async () => {
    const whole = await positions(() => true);
    expect(await found('order=desc')).toEqual(whole.toReversed());
    const [third = 0] = whole.slice(2);
    expect(await found(`order=desc&before=${third}`)).toEqual(whole.slice(0, 2).toReversed());
    expect(await found(`order=desc&after=${third}`)).toEqual(whole.slice(3).toReversed());
    expect(await found(`before=${third}`)).toEqual(whole.slice(0, 2));
    const seen = await positions(() => true, limited);
    expect(await found('order=desc', limited)).toEqual(seen.toReversed());
  });

  test('is searched by type, unit, milestone and who recorded it', async () => {
    const crm = await positions(
      ({ data }) =>
        data.milestone === 'crm.integrated' || data.goal?.milestone === 'crm.integrated',
    );
    expect(await found('milestone=crm.integrated')).toEqual(crm);
    expect(await found('type=milestone.*&unit=corp')).toEqual(
      await positions(({ type, unit }) => type === 'milestone.achieved' && unit === 'corp'),
    );
    const hub = await positions(
      ({ type, data }) => type === 'milestone.achieved' && data.milestone === 'hub.launched',
    );
    expect(await found('actor=me', limited)).toEqual(hub);
    expect((await found('actor=me')).includes(hub[0] ?? 0)).toBe(false);
    expect(await found('type=comment.made&order=desc')).toHaveLength(2);
  });

  test('is searched by part of what is not sealed, and not by what people write', async () => {
    expect(await found('q=CRM.')).toEqual(
      await positions(
        ({ data }) =>
          (data.milestone ?? data.goal?.milestone) === 'crm.integrated' ||
          (data.target === 'crm' && data.goal),
      ),
    );
    expect(await found('q=unit%20desk')).toEqual(
      await positions(({ data }) => data.name === 'Unit desk'),
    );
    expect(await found('q=quokka')).toEqual([]);
    expect(await found('q=agreed')).toEqual([]);
  });

  test('is narrowed to when it was recorded', async () => {
    const { items } = await done(office.get('/log?limit=500'));
    const at = items[3].recordedAt as string;
    expect(await found(`from=${at}`)).toEqual(
      await positions(({ recordedAt }) => recordedAt >= at),
    );
    expect(await found(`to=${at}&order=desc`)).toEqual(
      (await positions(({ recordedAt }) => recordedAt < at)).toReversed(),
    );
    expect(await found('from=2999-01-01')).toEqual([]);
    expect((await found('to=2999-01-01')).length).toBe(items.length);
  });

  test('is found no further than one sees', async () => {
    expect((await limited.get('/log?unit=corp')).status).toBe(404);
    expect(await found('milestone=sponsor.approved', limited)).toEqual(
      await positions(({ data }) => data.milestone === 'sponsor.approved', limited),
    );
    expect(await found('q=corp', limited)).toEqual([]);
    expect((await office.get('/log?type=none')).status).toBe(422);
    expect((await office.get('/log?actor=ada')).status).toBe(422);
    expect((await office.get('/log?order=down')).status).toBe(422);
  });
});
