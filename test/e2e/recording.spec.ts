import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`recording-${++count}`);
  await client.put('/units/support', { name: 'Support', kind: 'function' });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  client.post(`/units/support/${path}`, body, headers);
const sponsored = (occurredAt = '2011-03-01') =>
  post('milestones', { milestone: 'sponsor.approved', occurredAt });
async function stageOf(model: string, asOf?: string): Promise<number | undefined> {
  const { body } = await client.get(`/units/support/standings${asOf ? `?asOf=${asOf}` : ''}`);
  return body.items.find((item: { model: string }) => item.model === model)?.stage?.ordinal;
}
const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);

describe('recording', () => {
  test('an achievement answers with the event as logged and the standings after it', async () => {
    const evidence = [{ title: 'Minutes', url: 'https://example.org/minutes' }];
    const { status, body } = await post('milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2011-Q1',
      degree: 0.5,
      note: 'Half the budget.',
      evidence,
    });
    expect(status).toBe(201);
    expect(body.event).toMatchObject({
      type: 'milestone.achieved',
      occurredAt: '2011-Q1',
      effectiveAt: '2011-03-31T00:00:00Z',
      actor: 'Administrator',
      source: 'waymark',
      data: { milestone: 'sponsor.approved', degree: 0.5, note: 'Half the budget.', evidence },
    });
    const { body: standings } = await client.get('/units/support/standings');
    expect(body.standings).toEqual(standings.items);
    expect(standings.position).toBe(body.event.position);
  });

  test('a lapse ends what was held; an assessment says what does not apply', async () => {
    await sponsored();
    expect(await stageOf('lithium')).toBe(2);
    const lapse = await post('lapses', {
      milestone: 'sponsor.approved',
      occurredAt: '2013-05',
      reason: 'Left.',
    });
    expect(lapse).toMatchObject({ status: 201, body: { event: { type: 'milestone.lapsed' } } });
    expect(await stageOf('lithium')).toBe(1);
    expect(await stageOf('lithium', '2013-01-01')).toBe(2);
    const assessed = await post('assessments', {
      milestone: 'extended.language',
      outcome: 'not-applicable',
      occurredAt: '2013-06-01',
      by: 'Program office',
    });
    expect(assessed.body.event.data.outcome).toBe('not-applicable');
  });

  test('a waiver counts until it is ended, and says so', async () => {
    const waived = await post('waivers', { milestone: 'sponsor.approved', reason: 'Decided.' });
    const lithium = waived.body.standings.find((one: { model: string }) => one.model === 'lithium');
    expect(lithium.stage.ordinal).toBe(2);
    expect(lithium.met).toContainEqual(
      expect.objectContaining({ waived: true, by: [waived.body.event.id] }),
    );
    const ended = await post(`waivers/${waived.body.event.id}/end`, { reason: 'Over.' });
    expect(ended).toMatchObject({ status: 201, body: { event: { type: 'waiver.ended' } } });
    expect(await stageOf('lithium')).toBe(1);
  });

  test('a retraction takes an event out of the count, and may be retracted itself', async () => {
    const { body } = await sponsored();
    const retracted = await post('retractions', { event: body.event.id, reason: 'Wrong unit.' });
    expect(retracted.status).toBe(201);
    expect(await stageOf('lithium')).toBe(1);
    await post('retractions', {
      event: retracted.body.event.id,
      reason: 'It was right after all.',
    });
    expect(await stageOf('lithium')).toBe(2);
    const { body: log } = await client.get('/log?limit=500');
    expect(log.items.some((event: { id: string }) => event.id === body.event.id)).toBe(true);
  });

  test('a correction replaces an event: fields left out stay, null takes one away', async () => {
    const { body: first } = await post('milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2011',
      degree: 0.5,
      note: 'A note.',
    });
    const corrected = await post('corrections', {
      event: first.event.id,
      reason: 'The minutes say more.',
      occurredAt: '2010-06-01',
      degree: null,
    });
    expect(corrected).toMatchObject({
      status: 201,
      body: {
        event: {
          type: 'milestone.achieved',
          occurredAt: '2010-06-01',
          position: first.event.position + 2,
        },
      },
    });
    expect(corrected.body.event.data).toEqual({ milestone: 'sponsor.approved', note: 'A note.' });
    expect(await stageOf('lithium', '2010-06-01')).toBe(2);
  });

  test('a preview shows what would become of standings and records nothing', async () => {
    const before = (await client.get('/log/verification')).body.length;
    const body = { milestone: 'sponsor.approved', occurredAt: '2011-03-01' };
    const preview = await post('milestones?preview=true', body);
    expect(preview.status).toBe(200);
    const stages = (list: { model: string; stage: { ordinal: number } }[]) =>
      list.find(({ model }) => model === 'lithium')?.stage.ordinal;
    expect([stages(preview.body.before), stages(preview.body.after)]).toEqual([1, 2]);
    expect((await client.get('/log/verification')).body.length).toBe(before);
    const recorded = await post('milestones', body);
    // ids of events are made when they are recorded
    const comparable = (list: unknown) => JSON.stringify(list).replace(/"by":\[[^\]]*\]/g, '');
    expect(comparable(preview.body.after)).toBe(comparable(recorded.body.standings));
    const back = await post('retractions?preview=true', {
      event: recorded.body.event.id,
      reason: 'x',
    });
    expect(stages(back.body.after)).toBe(1);
  });
});

describe('what is refused', () => {
  test.each([
    [
      'an unknown milestone',
      'milestones',
      { milestone: 'no.such', occurredAt: '2011' },
      422,
      '/milestone',
    ],
    [
      'something that is no key',
      'milestones',
      { milestone: 'Nö', occurredAt: '2011' },
      422,
      '/milestone',
    ],
    ['no date', 'milestones', { milestone: 'hub.launched' }, 400, '/occurredAt'],
    [
      'a day that does not exist',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2011-02-30' },
      422,
      '/occurredAt',
    ],
    [
      'words for a date',
      'milestones',
      { milestone: 'hub.launched', occurredAt: 'last week' },
      422,
      '/occurredAt',
    ],
    [
      'a year to come',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2199' },
      422,
      '/occurredAt',
    ],
    [
      'a degree of nothing',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2011', degree: 0 },
      422,
      '/degree',
    ],
    [
      'a degree in words',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2011', degree: 'half' },
      400,
      '/degree',
    ],
    [
      'a link that is no web link',
      'milestones',
      {
        milestone: 'hub.launched',
        occurredAt: '2011',
        evidence: [{ title: 'x', url: 'ftp://a.b' }],
      },
      422,
      '/evidence/0/url',
    ],
    [
      'a script for a link',
      'milestones',
      {
        milestone: 'hub.launched',
        occurredAt: '2011',
        evidence: [{ title: 'x', url: 'java\nscript:alert(1)' }],
      },
      422,
      '/evidence/0/url',
    ],
    [
      'a NUL in a text',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2011', note: 'a\u0000b' },
      400,
      '/note',
    ],
    [
      'half a surrogate pair',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2011', note: 'a\ud800b' },
      400,
      '/note',
    ],
    [
      'a property nobody knows',
      'milestones',
      { milestone: 'hub.launched', occurredAt: '2011', mood: 'good' },
      400,
      '/mood',
    ],
    [
      'another outcome',
      'assessments',
      { milestone: 'hub.launched', occurredAt: '2011', outcome: 'maybe' },
      422,
      '/outcome',
    ],
    ['a waiver without a reason', 'waivers', { milestone: 'hub.launched' }, 400, '/reason'],
    [
      'a waiver to a day that does not exist',
      'waivers',
      { milestone: 'hub.launched', reason: 'x', expiresOn: '2011-13-01' },
      422,
      '/expiresOn',
    ],
    [
      'the retraction of nothing',
      'retractions',
      { event: '0198c0de-0000-7000-8000-00000000000f', reason: 'x' },
      422,
      '/event',
    ],
    [
      'the retraction of what is no id',
      'retractions',
      { event: 'yesterday', reason: 'x' },
      422,
      '/event',
    ],
    [
      'the end of nothing',
      'waivers/0198c0de-0000-7000-8000-00000000000f/end',
      { reason: 'x' },
      422,
      '{event}',
    ],
  ])('%s', async (_what, path, body, status, pointer) => {
    const before = (await client.get('/log/verification')).body.length;
    const answer = await post(path, body);
    expect(answer).toMatchObject({ status, body: { status, errors: [{ pointer }] } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect((await client.get('/log/verification')).body.length).toBe(before);
  });

  test('what cannot be retracted, ended or corrected', async () => {
    const { body: log } = await client.get('/log?limit=500');
    const registered = log.items.find(
      (event: { type: string }) => event.type === 'unit.registered',
    );
    const asked = { event: registered.id, reason: 'x' };
    expect(codeOf(await post('retractions', asked))).toBe('event-not-retractable');
    expect(codeOf(await post('corrections', asked))).toBe('event-not-correctable');
    expect(codeOf(await post(`waivers/${registered.id}/end`, { reason: 'x' }))).toBe(
      'event-not-a-waiver',
    );
    const { body } = await sponsored();
    await client.put('/units/other', { name: 'Other', kind: 'team' });
    const elsewhere = await client.post('/units/other/retractions', {
      event: body.event.id,
      reason: 'x',
    });
    expect(codeOf(elsewhere)).toBe('event-of-other-unit');
    const field = await post('corrections', {
      event: body.event.id,
      reason: 'x',
      expiresOn: '2030-01-01',
    });
    expect(field).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expiresOn' }] } });
  });

  test('anything about a unit that nobody registered', async () => {
    const body = { milestone: 'hub.launched', occurredAt: '2011' };
    expect((await client.post('/units/nobody/milestones', body)).status).toBe(404);
    expect((await client.post('/units/nobody/milestones?preview=true', body)).status).toBe(404);
    expect((await client.post('/units/nobody/what-if', {})).status).toBe(404);
  });
});

describe('conditions', () => {
  test('a write is made only at the version that If-Match names', async () => {
    const body = { milestone: 'hub.launched', occurredAt: '2011' };
    const { headers } = await client.get('/units/support');
    const etag = headers.get('etag') as string;
    expect((await post('milestones', body, { 'if-match': etag })).status).toBe(201);
    const stale = await post('milestones', body, { 'if-match': etag });
    expect(stale).toMatchObject({ status: 412, body: { version: 2 } });
    expect(stale.headers.get('etag')).toBe('"2"');
    expect((await post('milestones', body, { 'if-match': `${etag}, "2"` })).status).toBe(201);
    expect((await post('milestones', body, { 'if-match': '*' })).status).toBe(201);
    expect((await post('milestones', body, { 'if-match': 'W/"4"' })).status).toBe(412);
    expect((await post('milestones', body, { 'if-match': '4' })).status).toBe(400);
    expect(
      (await client.put('/units/new', { name: 'x', kind: 'y' }, { 'if-match': '*' })).status,
    ).toBe(412);
    const renamed = await client.put('/units/support', { name: 'S' }, { 'if-match': '"1"' });
    expect(renamed.status).toBe(412);
  });

  test('of many writes at one version exactly one is made', async () => {
    const writes = Array.from({ length: 20 }, (_, n) =>
      client.put('/units/support', { name: `Name ${n}` }, { 'if-match': '"1"' }),
    );
    const answers = await Promise.all(writes);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of answers.filter((one) => one.status !== 200)) {
      expect([status, body.version]).toEqual([412, 2]);
    }
  });

  test('a repeat under an Idempotency-Key gets the first answer; another body is refused', async () => {
    const body = { milestone: 'hub.launched', occurredAt: '2011', note: 'One.' };
    const key = { 'idempotency-key': 'retry-1' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post('milestones', body, key)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    const [first] = answers;
    expect(first?.status).toBe(201);
    await post('milestones', { milestone: 'coe.formed', occurredAt: '2012' });
    const reordered = { note: 'One.', occurredAt: '2011', milestone: 'hub.launched' };
    expect((await post('milestones', reordered, key)).body).toEqual(first?.body);
    expect((await post('milestones', { ...body, note: 'Two.' }, key)).status).toBe(409);
    // the key is scoped to method and path
    expect(
      (await post('lapses', { milestone: 'hub.launched', occurredAt: '2013' }, key)).status,
    ).toBe(201);
    expect((await post('milestones', body, { 'idempotency-key': 'ü' })).status).toBe(400);
  });

  test('an Idempotency-Key keeps registrations and their status, too', async () => {
    const key = { 'idempotency-key': 'put-1' };
    const first = await client.put('/units/fresh', { name: 'Fresh', kind: 'team' }, key);
    const again = await client.put('/units/fresh', { name: 'Fresh', kind: 'team' }, key);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
  });
});
