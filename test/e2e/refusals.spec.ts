import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ALERT_POLICIES } from '#lib/advice';
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
  client = await api.newProgram(`refusals-${++count}`);
  await client.put('/units/support', { name: 'Support', kind: 'function' });
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  client.post(`/units/support/${path}`, body, headers);
const sponsored = (occurredAt = '2011-03-01') =>
  post('milestones', { milestone: 'sponsor.approved', occurredAt });
const codeOf = (answer: { body: { type?: string } }) => answer.body.type?.split(':').at(-1);

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

  test('a filter for what lies under a unit that nobody registered', async () => {
    for (const list of ['units', 'alerts', 'recommendations']) {
      const answer = await client.get(`/${list}?under=nobody`);
      expect(answer).toMatchObject({ status: 404, body: { errors: [{ pointer: '?under' }] } });
      expect(answer.body.detail).not.toContain('Register');
    }
    const { body } = await client.get('/units/nobody/recommendations');
    expect(body.errors).toMatchObject([{ pointer: '{unit}' }]);
  });

  test('a filter for alerts of a rule that there is not, and names those there are', async () => {
    const answer = await client.get('/alerts?rule=bogus');
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '?rule' }] } });
    for (const { id } of ALERT_POLICIES) {
      expect(answer.body.errors[0].message).toContain(id);
      expect((await client.get(`/alerts?rule=${id}`)).status).toBe(200);
    }
  });

  test('anything about a unit that nobody registered', async () => {
    const body = { milestone: 'hub.launched', occurredAt: '2011' };
    expect((await client.post('/units/nobody/milestones', body)).status).toBe(404);
    expect((await client.post('/units/nobody/milestones?preview=true', body)).status).toBe(404);
    expect((await client.post('/units/nobody/what-if', {})).status).toBe(404);
  });
});
