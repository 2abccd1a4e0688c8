import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client, Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done, tellEnterprise } from './enterprise.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

/** A program of its own, told, and its first pack. */
async function printed(program: string, asOf?: string): Promise<{ office: Client; first: Json }> {
  const office = await api.newProgram(program);
  await tellEnterprise(office);
  const first = await done(office.post('/board-packs', { unit: 'corp', asOf }));
  return { office, first };
}

const next = async (office: Client): Promise<Json> =>
  (await done(office.post('/board-packs', { unit: 'corp' }))).restated;

/** The figures of a pack as plain lines, as somebody would read them from paper. */
function lines({ models, heatmap }: Json): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const see = (name: string, value: unknown) => found.set(name, JSON.stringify(value));
  const stage = (ref: Json) => ref && [ref.ordinal, ref.id];
  for (const one of models) {
    see(`units corp ${one.model}`, one.units);
    see(`median corp ${one.model}`, one.median);
    see(`own corp ${one.model}`, stage(one.own));
    see(`rose corp ${one.model}`, one.changes?.rose);
    see(`fell corp ${one.model}`, one.changes?.fell);
    for (const step of one.distribution) {
      see(`stage corp ${one.model} ${step.stage.ordinal}`, step.units);
    }
  }
  for (const row of heatmap.rows) {
    row.cells.forEach((cell: Json, at: number) => {
      const { model } = heatmap.columns[at];
      see(`units ${row.unit} ${model}`, cell.units);
      see(`median ${row.unit} ${model}`, cell.median?.ordinal);
      see(`own ${row.unit} ${model}`, stage(cell.own));
    });
  }
  return found;
}

/** The lines of a pack that read differently when its date is asked about again. */
async function different(office: Client, first: Json): Promise<readonly string[]> {
  const again = {
    unit: 'corp',
    asOf: first.asOf,
    models: first.modelVersions.map((one: Json) => one.model),
  };
  const { figures } = await done(office.post('/board-packs', again));
  const { from } = first.figures.changes;
  for (const one of figures.models) {
    const query = new URLSearchParams({ from, to: first.asOf, model: one.model });
    const { counts } = await done(office.get(`/rollups/corp/changes?${query.toString()}`));
    one.changes = counts[0] ?? one.changes;
  }
  const [was, is] = [lines(first.figures), lines(figures)];
  return [...new Set([...was.keys(), ...is.keys()])].filter((one) => was.get(one) !== is.get(one));
}

/** The same lines, by what a pack says was restated. */
const told = (restated: Json): readonly string[] =>
  restated.figures
    .filter(({ figure }: Json) => !['below', 'target', 'from-children'].includes(figure))
    .map(({ figure, unit, model, stage }: Json) =>
      [figure, unit, model, ...(stage ? [stage.ordinal] : [])].join(' '),
    );

describe('restated since the last pack', () => {
  test('there is none before the first, and nothing while nothing was', async () => {
    const { office, first } = await printed('quiet');
    expect(first.restated).toBeNull();
    const { id, madeAt, asOf, knownAt, position } = first;
    const nothing = { models: [], figures: [], unexplained: 0 };
    const since = { id, madeAt, asOf, knownAt, position };
    expect(await next(office)).toEqual({ since, ...nothing });
  });

  test('is empty when what was recorded since happened since, or plans were changed', async () => {
    const { office } = await printed('onward', '2020-01-01');
    const later = { milestone: 'hub.launched', occurredAt: '2021-05-01' };
    await done(office.post('/units/south/milestones', later));
    await done(office.put('/units/south/targets/south-hub', { due: '2027', reason: 'Later.' }));
    await done(
      office.put('/units/south-desk', { name: 'Desk of the south', occurredAt: '2022-01-01' }),
    );
    expect((await next(office)).figures).toEqual([]);
  });

  test('lists each figure that a fact told late has changed, and that fact', async () => {
    const { office, first } = await printed('late');
    const body = { milestone: 'sponsor.approved', occurredAt: '2012-01-01' };
    const { event } = await done(office.post('/units/corp/milestones', body));
    const restated = await next(office);
    const expected = await different(office, first);
    expect(expected.length).toBeGreaterThan(5);
    expect(told(restated).toSorted()).toEqual(expected.toSorted());
    for (const { facts } of restated.figures) {
      expect(facts.map((fact: Json) => fact.event)).toContain(event.id);
      expect(facts).toHaveLength(1);
    }
    const own = restated.figures.find(
      ({ figure, unit }: Json) => figure === 'own' && unit === 'corp',
    );
    expect(own).toMatchObject({ model: 'lithium', was: { ordinal: 1 }, is: { ordinal: 2 } });
  });

  test('lists what a retraction has changed, and when a target is known to have been reached', async () => {
    const { office, first } = await printed('taken-back');
    const { items } = await done(office.get('/log?limit=500'));
    const hub = items.find(
      ({ unit, data }: Json) => unit === 'north' && data.milestone === 'hub.launched',
    );
    const corrected = { event: hub.id, occurredAt: '2013-04-01', reason: 'Another year.' };
    await done(office.post('/units/north/corrections', corrected));
    const moved = await next(office);
    expect(told(moved).toSorted()).toEqual((await different(office, first)).toSorted());
    const target = moved.figures.find(({ figure }: Json) => figure === 'target');
    expect(target).toMatchObject({ target: 'north-hub', was: '2010-06-01', is: '2013-04-01' });
    expect(target.facts.map(({ type }: Json) => type)).toEqual([
      'event.retracted',
      'milestone.achieved',
    ]);
  });

  test('lists what a unit that lay elsewhere has changed', async () => {
    const { office, first } = await printed('moved');
    await done(office.put('/units/north-desk', { parent: 'south', occurredAt: '2011-01-01' }));
    const restated = await next(office);
    const expected = await different(office, first);
    expect(expected.some((line) => line.startsWith('units north '))).toBe(true);
    expect(told(restated).toSorted()).toEqual(expected.toSorted());
    for (const { facts, figure } of restated.figures) {
      expect(
        facts.map(({ type }: Json) => type),
        figure,
      ).toEqual(['unit.moved']);
    }
    await done(
      office.post('/units', {
        units: [{ unit: 'east', name: 'East', kind: 'region', parent: 'corp', occurredAt: '2012' }],
      }),
    );
    const more = (await next(office)).figures;
    expect(more).toContainEqual(expect.objectContaining({ figure: 'below', was: 5, is: 6 }));
  });

  test('says which models were adopted in another version, and names that', async () => {
    const office = await api.newProgram('anew');
    await tellEnterprise(office);
    const model = (version: number, milestone: string) => `id: small
version: ${version}
title: Small
policy: gates
source: { author: The office, published: "2013" }
stages:
  - { id: start, name: Start }
  - id: top
    name: Top
    criteria:
      - { id: one, says: One., when: { milestone: ${milestone} }, keyMove: true }
`;
    const yaml = { 'content-type': 'application/yaml' };
    const adopt = async (version: number) => {
      await done(office.put('/models/small/adoption', { version }));
      await eventually(async () => {
        const { body } = await office.get('/models/small');
        return (body.version === version && body.state !== 'replaying') || undefined;
      });
    };
    await done(office.post('/models', model(1, 'hub.launched'), yaml));
    await adopt(1);
    await done(office.put('/program', { name: 'Anew', models: ['small'] }));
    const first = await done(office.post('/board-packs', { unit: 'corp' }));
    await done(office.post('/models', model(2, 'sponsor.approved'), yaml));
    await adopt(2);
    const restated = await next(office);
    expect(restated.models).toEqual([{ model: 'small', title: 'Small', was: 1, is: 2 }]);
    expect(restated.figures.length).toBeGreaterThan(0);
    expect(told(restated).toSorted()).toEqual((await different(office, first)).toSorted());
    for (const { facts } of restated.figures) {
      expect(facts.map(({ type }: Json) => type)).toContain('model.adopted');
    }
  });
});
