import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client, Json } from './support/client.js';
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

  test('what is retracted is retracted or corrected no second time, until that is taken back', async () => {
    const { body } = await sponsored();
    const asked = { event: body.event.id, reason: 'The minutes say otherwise.' };
    expect((await post('corrections', { ...asked, occurredAt: '2010' })).status).toBe(201);
    const { body: log } = await client.get(`/log?after=${body.event.position}`);
    const retraction = log.items.find((one: Json) => one.data.event === body.event.id);
    const refused = {
      status: 422,
      body: {
        type: 'urn:waymark:problem:already-retracted',
        detail: expect.stringContaining(retraction.id),
        errors: [{ pointer: '/event' }],
      },
    };
    const before = (await client.get('/log/verification')).body.length;
    for (const preview of ['', '?preview=true']) {
      const again = await post(`corrections${preview}`, { ...asked, occurredAt: '2009' });
      expect(again).toMatchObject(refused);
      expect(await post(`retractions${preview}`, asked)).toMatchObject(refused);
    }
    expect((await client.get('/log/verification')).body.length).toBe(before);
    const back = { event: retraction.id, reason: 'It was right.' };
    expect((await post('retractions', back)).status).toBe(201);
    expect((await post('retractions', back)).status).toBe(422);
    expect((await post('retractions', asked)).status).toBe(201);
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
