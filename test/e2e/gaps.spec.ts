import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
beforeAll(async () => {
  api = await startTestApi();
  client = await api.newProgram('gaps');
  const units = [
    { unit: 'contoso', name: 'Contoso', kind: 'enterprise', occurredAt: '2010-01-01' },
    { unit: 'emea', name: 'EMEA', kind: 'region', parent: 'contoso', occurredAt: '2010-01-01' },
    ...['a', 'b', 'c'].map((unit) => ({
      ...{ unit, name: unit, kind: 'function', parent: 'emea', occurredAt: '2010-01-01' },
      tags: unit === 'a' ? ['support'] : [],
    })),
  ];
  await client.post('/units', { units });
  await client.post('/units/a/milestones', {
    milestone: 'sponsor.approved',
    occurredAt: '2012-01-01',
  });
  await api.advised('gaps');
});
afterAll(() => api.stop());

const keyMoveOf = (body: { items: { keyMove: boolean }[] }) =>
  body.items.find(({ keyMove }) => keyMove);

describe('the blockers of a subtree', () => {
  test('are those that hold most units back, over the subtree, a kind or a tag', async () => {
    const { body } = await client.get('/rollups/contoso/blockers?model=lithium');
    expect(body).toMatchObject({ unit: 'contoso', below: 5, units: 5, heldBack: 5 });
    expect(keyMoveOf(body)).toMatchObject({ milestone: 'sponsor.approved', units: 4, alone: 4 });
    const functions = await client.get('/rollups/contoso/blockers?model=lithium&kind=function');
    expect(keyMoveOf(functions.body)).toMatchObject({ units: 2, examples: ['b', 'c'] });
    const support = await client.get('/rollups/contoso/blockers?model=lithium&tag=support');
    expect(support.body).toMatchObject({ below: 1, units: 1 });
    const all = await client.get('/rollups/contoso/blockers');
    expect(all.body.models.length).toBeGreaterThan(1);
    expect((await client.get('/rollups/contoso/blockers?limit=1')).body.items).toHaveLength(1);
  });

  test('follow a fact within moments', async () => {
    await client.post('/units/b/milestones', {
      milestone: 'sponsor.approved',
      occurredAt: '2012-01-01',
    });
    const answer = await eventually(async () => {
      const { body } = await client.get('/rollups/emea/blockers?model=lithium&kind=function');
      const [sponsor] = body.items.filter(
        ({ milestone }: { milestone: string }) => milestone === 'sponsor.approved',
      );
      return sponsor.units === 1 ? sponsor : undefined;
    });
    expect(answer).toMatchObject({ alone: 1, examples: ['c'] });
  });

  test('can be asked for another time, by the tree and the facts of that time', async () => {
    const { body } = await client.get('/rollups/contoso/blockers?model=lithium&asOf=2011-01-01');
    expect(body.asOf).toBe('2011-01-01T00:00:00Z');
    expect(keyMoveOf(body)).toMatchObject({ milestone: 'sponsor.approved', units: 5 });
  });

  test('carry a tag by which they are not sent twice', async () => {
    const url = '/rollups/contoso/blockers?asOf=2011-01-01';
    const { headers } = await client.get(url);
    const tag = headers.get('etag') as string;
    expect(tag).toMatch(/^"/);
    expect((await client.get(url, { 'if-none-match': tag })).status).toBe(304);
  });

  test('of a unit or model that there is not are refused', async () => {
    expect((await client.get('/rollups/nobody/blockers')).status).toBe(404);
    expect((await client.get('/rollups/contoso/blockers?model=nothing')).status).toBe(422);
    expect((await client.get('/rollups/contoso/best-moves?asOf=2011-02-30')).status).toBe(422);
  });
});

test('the best move of a subtree is the act that wins most stages for its effort', async () => {
  const { body } = await client.get('/rollups/contoso/best-moves');
  const [first] = body.items;
  expect(first).toMatchObject({ milestone: 'sponsor.approved', at: 'contoso', acts: 1 });
  expect(first.branches).toMatchObject([{ unit: 'emea' }]);
  const acting = { milestone: first.milestone, occurredAt: '2013-01-01' };
  const before = await stagesBelow();
  await client.post('/units/contoso/milestones', acting);
  const after = await stagesBelow();
  expect(after - before).toBe(first.advances);
});

/** The sum of all ordinals: every act of this story wins one stage at a time. */
async function stagesBelow(): Promise<number> {
  let sum = 0;
  for (const unit of ['contoso', 'emea', 'a', 'b', 'c']) {
    const { body } = await client.get(`/units/${unit}/standings`);
    for (const { stage } of body.items) sum += stage?.ordinal ?? 0;
  }
  return sum;
}
