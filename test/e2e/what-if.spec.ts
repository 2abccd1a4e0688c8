import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

/** Counts units below, inherits from above, lets things run out, and scores. */
const LADDER = `id: care-ladder
version: 1
title: Care
policy: gates
stages:
  - { id: start, name: Start }
  - id: led
    name: Led
    criteria:
      - { id: led, says: Somebody leads., when: { milestone: lead.named, scope: up } }
  - id: spread
    name: Spread
    criteria:
      - id: some
        says: Two units below work with it, or the unit does itself.
        when:
          any:
            - { units: { of: descendants, atLeast: 2, meet: { milestone: tool.used } } }
            - { all: [ { milestone: tool.used }, { milestone: lead.named, scope: up } ] }
  - id: fresh
    name: Fresh
    criteria:
      - { id: fresh, says: Trained of late., when: { milestone: team.trained } }
milestones:
  - { key: lead.named, title: A lead is named, means: Somebody leads it. }
  - { key: tool.used, title: The tool is used, means: People work with it. }
  - { key: team.trained, title: The team is trained, means: All of them were trained., validity: P1Y }
`;
const SCORE = `id: care-score
version: 1
title: Care score
policy: scored
combine: mean
stages: [ { id: low, name: Low, from: 0 }, { id: half, name: Half, from: 0.5 }, { id: all, name: All, from: 1 } ]
groups:
  - id: all
    name: All
    weight: 1
    combine: mean
    items:
      - { id: lead, says: Led, weight: 1, milestone: lead.named }
      - { id: tool, says: Tool, weight: 1, milestone: tool.used }
`;

const UNITS = ['group', 'emea', 'apac', 'emea-a', 'emea-b', 'apac-a', 'apac-b'];
const clock = { at: Date.parse('2026-03-01'), now: () => clock.at };
let api: TestApi;
let count = 0;

beforeAll(async () => {
  api = await startTestApi({ clock, worker: true });
});
afterAll(() => api.stop());

async function office(): Promise<Client> {
  clock.at = Date.parse('2026-03-01');
  const client = await api.newProgram(`what-if-${++count}`);
  for (const model of [LADDER, SCORE]) {
    const added = await client.post('/models', model, { 'content-type': 'application/yaml' });
    expect(added.body).toMatchObject({ version: 1 });
  }
  const units = UNITS.map((unit) => ({
    unit,
    name: unit,
    kind: unit.includes('-') ? 'function' : 'region',
    tags: unit.endsWith('-a') ? ['pilot'] : [],
    ...(unit === 'group' ? { models: ['care-ladder', 'care-score'] } : {}),
    parent: unit === 'group' ? null : unit.includes('-') ? unit.slice(0, 4) : 'group',
    occurredAt: '2020-01-01',
  }));
  expect((await client.post('/units', { units })).status).toBe(201);
  await client.post('/units/emea-a/milestones', {
    milestone: 'team.trained',
    occurredAt: '2025-06-01',
  });
  return client;
}

/** The figures of a rollup, and where every unit stands. */
async function rolled(client: Client, unit: string, asOf?: string): Promise<Json> {
  const found: Record<string, Json> = {};
  for (const model of ['care-ladder', 'care-score']) {
    const at = asOf === undefined ? '' : `&asOf=${asOf}`;
    const { body } = await client.get(`/rollups/${unit}?model=${model}${at}`);
    const { units, distribution, median, mean, meanScore } = body;
    found[model] = {
      units,
      distribution,
      median,
      mean,
      ...(meanScore === undefined ? {} : { meanScore }),
    };
  }
  return found;
}

const figures = (answer: Json, which: 'before' | 'otherwise' | 'after') =>
  Object.fromEntries(answer.models.map((one: Json) => [one.model, one[which]]));

const QUESTIONS: readonly { says: string; body: Json; facts: readonly [string, Json][] }[] = [
  {
    says: 'a lead for a region, and the tool at each of its functions',
    body: {
      achieve: [
        { milestone: 'lead.named', unit: 'emea' },
        { milestone: 'tool.used', each: { under: 'emea', kind: 'function' }, on: '2026-06-01' },
      ],
    },
    facts: [
      ['emea', { milestone: 'lead.named', occurredAt: '2026-03-01T00:00:00Z' }],
      ['emea-a', { milestone: 'tool.used', occurredAt: '2026-06-01' }],
      ['emea-b', { milestone: 'tool.used', occurredAt: '2026-06-01' }],
    ],
  },
  {
    says: 'what runs out in the meantime is not there any more',
    body: {
      achieve: [
        { milestone: 'lead.named' },
        { milestone: 'tool.used', each: {}, on: '2026-05' },
        { milestone: 'team.trained', each: { tag: 'pilot' }, on: '2026-07-01', degree: 1 },
      ],
      asOf: '2026-09-01',
    },
    facts: [
      ['group', { milestone: 'lead.named', occurredAt: '2026-03-01T00:00:00Z' }],
      ...UNITS.map((unit): [string, Json] => [
        unit,
        { milestone: 'tool.used', occurredAt: '2026-05' },
      ]),
      ['emea-a', { milestone: 'team.trained', occurredAt: '2026-07-01' }],
      ['apac-a', { milestone: 'team.trained', occurredAt: '2026-07-01' }],
    ],
  },
  {
    says: 'halves count for scores, and what lapses is gone',
    body: {
      achieve: [{ milestone: 'tool.used', each: {}, degree: 0.5, on: '2021' }],
      lapse: [{ milestone: 'team.trained', unit: 'emea-a', on: '2026-02' }],
    },
    facts: [
      ...UNITS.map((unit): [string, Json] => [
        unit,
        { milestone: 'tool.used', degree: 0.5, occurredAt: '2021' },
      ]),
      ['emea-a', { lapse: true, milestone: 'team.trained', occurredAt: '2026-02' }],
    ],
  },
];

describe('what would become of a subtree', () => {
  for (const { says, body, facts } of QUESTIONS) {
    test(`is what becomes of it once it is recorded: ${says}`, async () => {
      const client = await office();
      const before = await rolled(client, 'group');
      const { status, body: answer } = await client.post('/rollups/group/what-if', body);
      expect(status).toBe(200);
      expect(figures(answer, 'before')).toEqual(before);
      expect(await rolled(client, 'group')).toEqual(before);
      const { body: log } = await client.get('/log?limit=500');
      expect(log.items).toHaveLength(answer.position);
      expect(figures(answer, 'otherwise')).toEqual(await rolled(client, 'group', answer.at));
      const { body: emea } = await client.post('/rollups/emea/what-if', {
        ...body,
        achieve: body.achieve.map((one: Json) => ({
          ...one,
          ...(one.unit || one.each?.under
            ? {}
            : one.each
              ? { each: { ...one.each, under: 'group' } }
              : { unit: 'group' }),
        })),
      });
      for (const { rise, fall, forecast } of answer.models) {
        if (rise + fall === 0) expect(forecast).toBeNull();
        if (!forecast) continue;
        expect(forecast.after.counted).toBe(forecast.before.counted);
        if (fall === 0) expect(forecast.after.needed).toBeLessThanOrEqual(forecast.before.needed);
      }
      clock.at = Date.parse('2026-12-01');
      for (const [unit, { lapse, ...fact }] of facts) {
        const what = lapse ? 'lapses' : 'milestones';
        expect((await client.post(`/units/${unit}/${what}`, fact)).status).toBe(201);
      }
      expect(figures(answer, 'after')).toEqual(await rolled(client, 'group', answer.at));
      expect(figures(emea, 'after')).toEqual(await rolled(client, 'emea', emea.at));
      const rises = answer.changes.filter((one: Json) => one.change === 'rises');
      const counted = answer.models.reduce((sum: number, one: Json) => sum + one.rise, 0);
      expect(rises).toHaveLength(counted);
      for (const { unit, model, to } of answer.changes) {
        const { body: standings } = await client.get(`/units/${unit}/standings?asOf=${answer.at}`);
        const [standing] = standings.items.filter((one: Json) => one.model === model);
        expect(standing.stage).toEqual(to);
      }
    });
  }

  test('is refused for units, milestones and dates that there are not', async () => {
    const client = await office();
    const ask = (body: Json) => client.post('/rollups/group/what-if', body);
    const at = (pointer: string) => ({ body: { errors: [{ pointer }] } });
    const milestone = 'tool.used';
    expect(await ask({ achieve: [{ milestone: 'no.such' }] })).toMatchObject({ status: 422 });
    expect(await ask({ achieve: [{ milestone, unit: 'nobody' }] })).toMatchObject({
      status: 404,
      ...at('/achieve/0/unit'),
    });
    expect(await ask({ lapse: [{ milestone, each: { under: 'nobody' } }] })).toMatchObject({
      status: 404,
      ...at('/lapse/0/each/under'),
    });
    expect(await ask({ achieve: [{ milestone, on: '2026-02-30' }] })).toMatchObject({
      status: 422,
      ...at('/achieve/0/on'),
    });
    expect(await ask({ achieve: [{ milestone, unit: 'emea', each: {} }] })).toMatchObject({
      status: 422,
    });
    expect((await client.post('/rollups/nobody/what-if', {})).status).toBe(404);
  });
});

const CLIMB = `id: climb
version: 1
title: Climb
policy: gates
stages:
  - { id: backed, name: Backed, criteria: [ { id: a, says: A sponsor, when: { milestone: sponsor.approved } } ] }
  - { id: open, name: Open, criteria: [ { id: b, says: A hub, when: { milestone: hub.launched } } ] }
`;

test('a plan brings nearer the day on which half of a subtree is a stage further', async () => {
  const [day, start] = [86_400_000, Date.parse('2021-01-01')];
  clock.at = Date.parse('2022-01-01');
  const client = await api.newProgram('climbers');
  await client.post('/models', CLIMB, { 'content-type': 'application/yaml' });
  await client.put('/program', { name: 'Climbers', models: ['climb'] });
  const teams = Array.from({ length: 30 }, (_, index) => `team-${index}`);
  const units = ['group', ...teams].map((unit) => ({
    ...{ unit, name: unit, kind: 'team', occurredAt: '2021-01-01' },
    parent: unit === 'group' ? null : 'group',
  }));
  await client.post('/units', { units });
  const record = async (unit: string, milestone: string, at: number) => {
    const occurredAt = new Date(at).toISOString();
    await client.post(`/units/${unit}/milestones`, { milestone, occurredAt });
  };
  for (const [index, unit] of teams.entries()) {
    // the first twelve took from 60 to 170 days, the others wait since the autumn
    const backed = start + (index < 12 ? 20 : 260 + index) * day;
    await record(unit, 'sponsor.approved', backed);
    if (index < 12) await record(unit, 'hub.launched', backed + (60 + 10 * index) * day);
  }
  await eventually(async () => {
    const { body } = await client.get('/units/team-20/forecast');
    const [item] = body.items;
    return item?.learntFrom.position === body.position || undefined;
  });
  const { body } = await client.post('/rollups/group/what-if', {
    achieve: ['team-20', 'team-21', 'team-22'].map((unit) => ({
      ...{ unit, milestone: 'hub.launched', on: '2022-01-10' },
    })),
  });
  const [{ forecast, rise }] = body.models;
  expect(rise).toBe(3);
  expect(forecast).toMatchObject({ stage: { id: 'open' }, share: 0.5 });
  expect(forecast.before).toMatchObject({ counted: 31, reached: 12, needed: 4 });
  expect(forecast.before.forecast.basis).toBe('history');
  expect(forecast.after.forecast.p50 < forecast.before.forecast.p50).toBe(true);
  expect(forecast.after.forecast.p85 < forecast.before.forecast.p85).toBe(true);
});
