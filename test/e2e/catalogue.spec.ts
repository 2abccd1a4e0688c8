import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`catalogue-${++count}`);
});

const YAML = { 'content-type': 'application/yaml' };
/** A model with one stage to reach; the later version asks for another milestone. */
const model = (version: number, milestone = 'own.reached') => `id: own-model
version: ${version}
title: Our own
policy: gates
milestones:
  - { key: own.reached, title: Reached, means: We reached it. }
stages:
  - { id: start, name: Start }
  - id: there
    name: There
    criteria:
      - { id: reached, says: We are there., when: { milestone: ${milestone} }, keyMove: true }
`;
/** Waits until a version decides. */
const inForce = (id: string, version: number) =>
  eventually(async () => {
    const { body } = await client.get(`/models/${id}`);
    return (body.version === version && body.state === 'in-force') || undefined;
  });
const add = (yaml: string, query = '') => client.post(`/models${query}`, yaml, YAML);

describe('models', () => {
  test('that ship with Waymark are listed with their stages and sources', async () => {
    const { body } = await client.get('/models');
    expect(body.items.map((one: { id: string }) => one.id)).toEqual(
      expect.arrayContaining(['altimeter', 'crawl-walk-run-fly', 'lithium', 'quintarelli']),
    );
    const lithium = (await client.get('/models/lithium')).body;
    expect(lithium).toMatchObject({
      version: 1,
      state: 'in-force',
      policy: 'gates',
      provenance: 'full',
    });
    expect(lithium.stages).toHaveLength(5);
    expect(lithium.stages[1].criteria[0]).toMatchObject({
      keyMove: true,
      milestones: ['sponsor.approved'],
    });
    expect((await client.get('/models/lithium?version=9')).status).toBe(404);
    expect((await client.get('/models/nothing')).status).toBe(404);
    expect((await client.get('/models/lithium?version=x')).status).toBe(400);
  });

  test('are added without anybody following them, and have the history of those who then do', async () => {
    await client.put('/units/u', { name: 'U', kind: 'team', occurredAt: '2010' });
    const added = await add(model(1));
    expect(added).toMatchObject({ status: 201, body: { model: 'own-model', version: 1 } });
    expect(await add(model(1))).toMatchObject({ status: 200 });
    const before = await client.post('/units/u/milestones', {
      milestone: 'own.reached',
      occurredAt: '2012',
    });
    expect(before.status).toBe(201);
    const models = before.body.standings.map((one: { model: string }) => one.model);
    expect(models).not.toContain('own-model');
    await client.put('/units/u', { models: ['own-model'] });
    const { body } = await client.get('/units/u/standings?asOf=2013-01-01');
    expect(body.items).toMatchObject([
      { model: 'own-model', stage: { ordinal: 2 }, since: '2012-12-31T00:00:00Z' },
    ]);
  });

  test('of a new version are in force once they are adopted', async () => {
    await client.put('/units/u', { name: 'U', kind: 'team', occurredAt: '2010' });
    await add(model(1));
    await client.put('/units/u', { models: ['own-model'] });
    await client.post('/units/u/milestones', { milestone: 'hub.launched', occurredAt: '2012' });
    const stage = async () => (await client.get('/units/u/standings')).body.items[0].stage.ordinal;
    expect((await add(model(2, 'hub.launched'))).status).toBe(201);
    expect(await stage()).toBe(1);
    const { body: second } = await client.get('/models/own-model?version=2');
    expect(second).toMatchObject({ version: 2, versions: [1, 2], state: 'available' });
    const upgrade = await client.get('/models/own-model/upgrade?to=2');
    expect(upgrade.body).toMatchObject({
      items: [{ unit: 'u', from: { ordinal: 1 }, to: { ordinal: 2 }, criteria: ['reached'] }],
      next: null,
    });
    expect((await client.get('/models/own-model/upgrade?to=1')).body.items).toEqual([]);
    expect((await client.get('/models/own-model/upgrade?to=7')).status).toBe(404);
    expect((await client.get('/models/own-model/upgrade')).status).toBe(400);
    const wish = { version: 2 };
    const key = { 'idempotency-key': 'adopt-2' };
    const adopted = await client.put('/models/own-model/adoption', wish, key);
    expect(adopted).toMatchObject({ status: 202, body: { version: 2, state: 'replaying' } });
    await inForce('own-model', 2);
    expect(await stage()).toBe(2);
    const { status, body: first } = adopted;
    const repeated = await client.put('/models/own-model/adoption', wish, key);
    expect(repeated).toMatchObject({ status, body: first });
    const again = await client.put('/models/own-model/adoption', wish);
    expect(again).toMatchObject({ status: 202, body: { state: 'in-force' } });
    const logged = (await client.get('/log?limit=500')).body.items.filter(
      (event: { type: string }) => event.type === 'model.adopted',
    );
    expect(logged).toMatchObject([{ data: { model: 'own-model', version: 2 } }]);
    expect(logged[0].actor).toBe((await client.get('/log?limit=1')).body.items[0].actor);
    expect((await client.get('/rollups/u?model=own-model')).body.distribution[2].units).toBe(1);
    expect((await client.put('/models/own-model/adoption', { version: 3 })).status).toBe(422);
    expect((await client.put('/models/nothing/adoption', { version: 1 })).status).toBe(404);
    // and back
    await client.put('/models/own-model/adoption', { version: 1 });
    await inForce('own-model', 1);
    expect(await stage()).toBe(1);
    expect((await client.get('/rollups/u?model=own-model')).body.distribution[1].units).toBe(1);
  });

  test('with faults are refused with line, column, pointer and message of each', async () => {
    const faulty = model(1, 'no.such').replace('policy: gates', 'policy: gates\ncolour: red');
    const answer = await add(faulty);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          line: 5,
          column: 1,
          pointer: '/colour',
          message: expect.any(String),
        }),
        expect.objectContaining({ line: 13, pointer: expect.stringContaining('/when/milestone') }),
      ]),
    );
    expect((await client.get('/log/verification')).body.length).toBe(0);
    expect(await add(model(1), '?dryRun=true')).toMatchObject({
      status: 200,
      body: { dryRun: true },
    });
    expect((await client.get('/models/own-model')).status).toBe(404);
  });

  test('of a version that is published never change', async () => {
    await add(model(1));
    expect((await add(model(1).replace('Our own', 'Ours'))).status).toBe(422);
    expect(
      (await add('id: lithium\nversion: 1\ntitle: Mine\npolicy: checklist\nitems: []\n')).status,
    ).toBe(422);
  });

  test.each([
    ['an alias bomb', () => `a: &a [x]\n${'b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n'.repeat(9)}`, 422],
    ['a text nested 1,000 deep', () => `${'['.repeat(1000)}${']'.repeat(1000)}`, 422],
    ['ten megabytes', () => `# ${'x'.repeat(10 * 1024 * 1024)}`, 413],
    ['no text at all', () => '', 422],
    ['a NUL', () => 'id: a\u0000b', 422],
  ])('that are hostile (%s) are refused within a second', async (_what, yaml, status) => {
    const began = performance.now();
    expect((await add(yaml())).status).toBe(status);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('the dictionary', () => {
  test('takes entries of the program’s own, which units may record at once', async () => {
    const entry = { title: 'Ambassadors', means: 'Named in each region.', validity: 'P1Y' };
    const unknown = { milestone: 'ambassadors.named', occurredAt: '2012-01-01' };
    await client.put('/units/u', { name: 'U', kind: 'team' });
    expect((await client.post('/units/u/milestones', unknown)).status).toBe(422);
    const defined = await client.put('/milestones/ambassadors.named', entry);
    expect(defined).toMatchObject({ status: 201, body: { key: 'ambassadors.named', ...entry } });
    expect((await client.put('/milestones/ambassadors.named', entry)).status).toBe(200);
    expect((await client.post('/units/u/milestones', unknown)).status).toBe(201);
    const { body } = await client.get('/milestones?limit=500');
    expect(body.items.map((one: { key: string }) => one.key)).toContain('ambassadors.named');
  });

  test.each([
    ['an unknown key in impliedBy', 'own.one', { impliedBy: ['no.such'] }, '/impliedBy/0'],
    ['a circle', 'own.one', { impliedBy: ['own.one'] }, '/impliedBy/0'],
    ['no duration', 'own.one', { validity: 'a year' }, '/validity'],
    ['a duration of nothing', 'own.one', { validity: 'P' }, '/validity'],
    ['another meaning of a shared entry', 'sponsor.approved', { validity: 'P1Y' }, undefined],
    ['a key of one word', 'sponsor', {}, '{milestone}'],
  ])('refuses %s', async (_what, key, more, pointer) => {
    const answer = await client.put(`/milestones/${key}`, { title: 'T', means: 'M', ...more });
    expect(answer.status).toBe(422);
    if (pointer) expect(answer.body.errors[0].pointer).toBe(pointer);
    expect((await client.get('/log/verification')).body.length).toBe(0);
  });

  test('is read page by page', async () => {
    const first = await client.get('/milestones?limit=3');
    const second = await client.get(`/milestones?limit=3&cursor=${first.body.next}`);
    const { body: whole } = await client.get('/milestones?limit=6');
    expect([...first.body.items, ...second.body.items]).toEqual(whole.items);
  });
});
