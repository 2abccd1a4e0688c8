import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Answer, Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`mergers-${++count}`);
  for (const key of ['group', 'old', 'heir', 'team', 'crew'] as const) {
    const parent = { group: null, old: 'group', heir: 'group', team: 'old', crew: 'team' }[key];
    await put(key, { parent, occurredAt: '2005-01-01' });
  }
});

const put = (key: string, more: object = {}) =>
  client.put(`/units/${key}`, { name: key, kind: 'team', ...more });
const achieve = (unit: string, milestone: string, occurredAt: string, degree?: number) =>
  client.post(`/units/${unit}/milestones`, { milestone, occurredAt, degree });
const merge = (unit: string, body: object, headers: Record<string, string> = {}) =>
  client.post(`/units/${unit}/merger`, body, headers);
const codeOf = ({ body }: Answer) => body.type?.split(':').at(-1);
const held = async (unit: string, asOf: string) => {
  const { body } = await client.get(`/units/${unit}/standings?asOf=${asOf}`);
  const met = body.items.flatMap((item: { met: { by: string[] }[] }) => item.met);
  return new Set<string>(met.flatMap(({ by }: { by: string[] }) => by));
};

describe('a merger', () => {
  test('retires the one, moves what lay below it, and carries milestones over as facts that name their origin', async () => {
    const origin = (await achieve('old', 'hub.launched', '2010-03-01', 0.5)).body.event;
    const sponsor = (await achieve('old', 'sponsor.approved', '2009-01-01')).body.event;
    const answer = await merge('old', {
      into: 'heir',
      carry: ['hub.launched', 'sponsor.approved'],
      occurredAt: '2012-06-30',
    });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        unit: 'old',
        into: 'heir',
        event: { type: 'unit.merged', unit: 'old', occurredAt: '2012-06-30' },
        moved: ['team'],
        carried: [
          {
            type: 'milestone.achieved',
            unit: 'heir',
            occurredAt: '2012-06-30',
            data: {
              milestone: 'hub.launched',
              degree: 0.5,
              carriedFrom: { unit: 'old', event: origin.id },
            },
          },
          { data: { carriedFrom: { unit: 'old', event: sponsor.id } } },
        ],
        alreadyHeld: [],
      },
    });
    expect(answer.headers.get('etag')).toBe('"4"');
    expect((await client.get('/units/old')).body).toMatchObject({ retired: true, version: 4 });
    expect((await client.get('/units/team')).body.parent).toBe('heir');
    expect((await client.get('/units/crew')).body.parent).toBe('team');
    expect((await client.get('/units/heir/standings')).body.items).toEqual(answer.body.standings);
    const [, carried] = answer.body.carried;
    expect(await held('heir', '2012-06-29')).toEqual(new Set());
    expect(await held('heir', '2012-06-30')).toEqual(new Set([carried.id]));
    expect((await client.get('/units/old/standings?asOf=2012-06-30')).body.items).toEqual([]);
    const { items } = (await client.get('/units/heir/history')).body;
    expect(JSON.stringify(items)).toContain(`"carriedFrom":{"unit":"old","event":"${sponsor.id}"}`);
    const last = await client.get(`/rollups/heir?model=lithium&asOf=2012-06-29`);
    const now = await client.get(`/rollups/heir?model=lithium&asOf=2012-06-30`);
    expect([last.body.units, now.body.units]).toEqual([1, 3]);
  });

  test('needs no fact for what the heir holds as far and as long', async () => {
    await achieve('old', 'sponsor.approved', '2009-01-01');
    await achieve('heir', 'sponsor.approved', '2010-01-01');
    const answer = await merge('old', { into: 'heir', carry: ['sponsor.approved'] });
    expect(answer.body).toMatchObject({ carried: [], alreadyHeld: ['sponsor.approved'] });
    expect(answer.body.standings.length).toBeGreaterThan(0);
  });

  test('gives a milestone no longer life than it had where it comes from', async () => {
    await client.put('/milestones/audit.passed', {
      title: 'Audit passed',
      means: 'An auditor from outside found nothing.',
      category: 'governance',
      validity: 'P1Y',
    });
    const model = `id: audits
version: 1
title: Audits
policy: gates
stages:
  - id: audited
    name: Audited
    criteria:
      - { id: audit, says: Audited., when: { milestone: audit.passed } }
`;
    await client.post('/models', model, { 'content-type': 'application/yaml' });
    await put('heir', { models: ['audits'] });
    await achieve('old', 'audit.passed', '2010-01-01');
    const answer = await merge('old', {
      into: 'heir',
      carry: ['audit.passed'],
      occurredAt: '2010-07-01',
    });
    expect(answer.status).toBe(201);
    const stage = async (asOf: string) =>
      (await client.get(`/units/heir/standings?asOf=${asOf}`)).body.items[0].stage.ordinal;
    expect(await stage('2010-06-30')).toBe(0);
    expect(await stage('2010-07-01')).toBe(1);
    expect(await stage('2010-12-31')).toBe(1);
    expect(await stage('2011-01-01')).toBe(0);
    const late = await merge('heir', { into: 'group', carry: ['audit.passed'] });
    expect(codeOf(late)).toBe('milestone-not-held');
  });

  test('is refused where it makes no sense, and nothing is recorded', async () => {
    await put('gone', { parent: 'group', occurredAt: '2005-01-01' });
    await client.delete('/units/gone?occurredAt=2008-01-01');
    await achieve('heir', 'hub.launched', '2010-01-01');
    await achieve('old', 'hub.launched', '2009-01-01', 0.5);
    const { length } = (await client.get('/log?limit=500')).body.items;
    const cases: readonly [string, object, string, string][] = [
      ['old', { into: 'old' }, 'heir-same', '/into'],
      ['old', { into: 'nobody' }, 'heir-unknown', '/into'],
      ['old', { into: 'gone' }, 'heir-retired', '/into'],
      ['old', { into: 'team' }, 'heir-below', '/into'],
      ['old', { into: 'crew' }, 'heir-below', '/into'],
      ['gone', { into: 'heir' }, 'unit-retired', '/occurredAt'],
      ['old', { into: 'heir', occurredAt: '2999-01-01' }, 'date-in-future', '/occurredAt'],
      ['old', { into: 'heir', carry: ['no.such'] }, 'milestone-unknown', '/carry/0'],
      ['old', { into: 'heir', carry: ['crm.integrated'] }, 'milestone-not-held', '/carry/0'],
      [
        'old',
        { into: 'group', carry: ['hub.launched'], occurredAt: '2008-01-01' },
        'milestone-not-held',
        '/carry/0',
      ],
    ];
    for (const [unit, body, code, pointer] of cases) {
      const answer = await merge(unit, body);
      expect(answer, code).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
      expect(codeOf(answer)).toBe(code);
    }
    expect((await merge('nobody', { into: 'heir' })).status).toBe(404);
    expect((await merge('old', {})).status).toBe(400);
    expect((await client.get('/log?limit=500')).body.items).toHaveLength(length);
    expect((await merge('group', { into: 'heir' })).status).toBe(422);
  });

  test('is refused where later facts are known that it would contradict', async () => {
    // the team leaves the heir's line for below it, after the merger
    await client.put('/units/heir', { parent: 'crew', occurredAt: '2015-01-01' });
    const circle = await merge('old', { into: 'heir', occurredAt: '2012-01-01' });
    expect(codeOf(circle)).toBe('parent-circle');
    await client.put('/units/late', {
      name: 'late',
      kind: 'team',
      parent: 'group',
      occurredAt: '2005-01-01',
    });
    await client.put('/units/late', { parent: 'old', occurredAt: '2014-01-01' });
    const below = await merge('old', { into: 'group', occurredAt: '2012-01-01' });
    expect(codeOf(below)).toBe('unit-has-units-below');
    expect(below.body.detail).toContain('2014-01-01');
    await put('shortlived', { parent: 'group', occurredAt: '2005-01-01' });
    await client.delete('/units/shortlived?occurredAt=2018-01-01');
    const retired = await merge('old', { into: 'shortlived', occurredAt: '2016-01-01' });
    expect(codeOf(retired)).toBe('heir-retired');
    expect(retired.body.detail).toContain('2018-01-01');
  });

  test('takes units along that were registered only after its date', async () => {
    await put('new', { parent: 'old' });
    const answer = await merge('old', { into: 'heir', occurredAt: '2012-01-01' });
    expect(answer.body.moved).toEqual(['new', 'team']);
    expect((await client.get('/units/new')).body.parent).toBe('heir');
  });

  test('happens once for its key, and only at the version that was looked at', async () => {
    await achieve('old', 'hub.launched', '2010-03-01');
    expect((await merge('old', { into: 'heir' }, { 'if-match': '"1"' })).status).toBe(412);
    const headers = { 'if-match': '"2"', 'idempotency-key': 'merge-1' };
    const body = { into: 'heir', carry: ['hub.launched'] };
    const first = await merge('old', body, headers);
    const again = await merge('old', body, headers);
    expect(first.status).toBe(201);
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect((await merge('old', { into: 'group' }, headers)).status).toBe(409);
  });

  test('is undone by retracting its events', async () => {
    await achieve('old', 'hub.launched', '2010-03-01');
    const before = (await client.get('/units/heir/standings?asOf=2020-01-01')).body.items;
    const { body } = await merge('old', {
      into: 'heir',
      carry: ['hub.launched'],
      occurredAt: '2012-01-01',
    });
    const reason = 'The merger was called off.';
    const retract = (unit: string, event: string) =>
      client.post(`/units/${unit}/retractions`, { event, reason });
    expect((await retract('old', body.event.id)).status).toBe(201);
    expect((await retract('heir', body.carried[0].id)).status).toBe(201);
    const log = (await client.get('/log?limit=500')).body.items;
    const move = log.findLast(({ type }: { type: string }) => type === 'unit.moved');
    expect((await retract('team', move.id)).status).toBe(201);
    expect((await client.get('/units/old')).body.retired).toBe(false);
    expect((await client.get('/units/team')).body.parent).toBe('old');
    expect((await client.get('/units/heir/standings?asOf=2020-01-01')).body.items).toEqual(before);
  });
});
