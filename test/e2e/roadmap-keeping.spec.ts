import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '../../apps/api/src/create-api.js';
import { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let now = Date.parse('2012-01-10T09:00:00Z');
beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => now } });
});
afterAll(() => api.stop());

const later = (day: string) => {
  now = Date.parse(`${day}T09:00:00Z`);
};

describe('a roadmap', () => {
  test('goes with its log into another program, moves of dates and owners included', async () => {
    const from = await api.newProgram('plans');
    await from.put('/units/group', { name: 'G', kind: 'enterprise', occurredAt: '2010-01-01' });
    await from.put('/units/desk', {
      ...{ name: 'D', kind: 'team', parent: 'group', occurredAt: '2010-01-01' },
    });
    const owner = { name: 'Ada', email: 'ada@example.org' };
    const hub = { milestone: 'hub.launched', due: '2012-02', owner };
    await from.put('/units/desk/targets/hub', hub);
    await from.put('/rollups/group/targets/most', {
      ...{ model: 'lithium', stage: 2, share: 0.5, due: '2012-Q3' },
    });
    later('2012-02-20');
    await from.put('/units/desk/targets/hub', { due: '2012-06', reason: 'The vendor is late.' });
    await from.put('/units/desk/targets/coe', { milestone: 'coe.formed' });
    later('2012-03-20');
    await from.delete('/units/desk/targets/coe?reason=Not%20now');
    const { body: lines } = await from.get('/log/export');
    const to = await api.newProgram('moved-plans');
    const type = { 'content-type': 'application/jsonl' };
    expect((await to.post('/log/import', lines, type)).status).toBe(200);
    for (const pair of ['asOf=2012-03-01', 'asOf=2012-03-01&knownAt=2012-02-01T00:00:00Z']) {
      for (const path of ['/units/desk/roadmap', '/rollups/group/roadmap']) {
        const [there, here] = [await to.get(`${path}?${pair}`), await from.get(`${path}?${pair}`)];
        expect(here.status).toBe(200);
        const { knownAt: _, ...answer } = here.body;
        expect(there.body).toMatchObject(answer);
      }
    }
    const [target] = (await to.get('/units/desk/roadmap')).body.targets;
    expect(target).toMatchObject({ target: 'hub', owner, due: '2012-06', firstDue: '2012-02' });
    expect(target.moves).toHaveLength(1);
  });

  test('shows an owner whose texts were erased as erased, and can be handed over', async () => {
    const client = await api.newProgram('erased');
    await client.put('/units/desk', { name: 'D', kind: 'team', occurredAt: '2010-01-01' });
    const owner = { name: 'Ada', email: 'ada@example.org' };
    await client.put('/units/desk/targets/hub', { milestone: 'hub.launched', owner });
    const { body: logged } = await client.get('/log');
    const [row] = await api.testDatabase.admin<{ subject: string; text: string }>(
      `SELECT data->'owner'->>'subject' AS subject, data::text AS text FROM event
        WHERE program_id = 'erased' AND position = ${logged.items.length}`,
    );
    expect(row?.text).not.toContain('Ada');
    const kept = await api.testDatabase.admin<{ text: string }>(
      `SELECT target::text AS text FROM target WHERE program_id = 'erased'`,
    );
    expect(JSON.stringify(kept)).not.toContain('Ada');
    await api.testDatabase.admin(
      `DELETE FROM subject_key WHERE program_id = 'erased' AND subject = '${row?.subject}'`,
    );
    // keys are kept for some seconds; another process asks the database at once
    const second = await createApi(api.foundation);
    await second.app.listen(0, '127.0.0.1');
    const { port } = second.app.getHttpServer().address() as AddressInfo;
    const other = new Client(`http://127.0.0.1:${port}`, client.key);
    const shown = async () => (await other.get('/units/desk/roadmap')).body.targets[0].owner;
    const erased = await shown();
    expect(JSON.stringify(erased)).not.toContain('Ada');
    expect(erased).toMatchObject({ name: expect.any(String), email: expect.any(String) });
    const bo = { name: 'Bo', email: 'bo@example.org' };
    expect((await other.put('/units/desk/targets/hub', { owner: bo })).status).toBe(200);
    expect(await shown()).toEqual(bo);
    await other.put('/units/desk/targets/hub', { owner: null });
    expect(await shown()).toBeNull();
    await second.stop();
  });

  test('may be set late: a date that is over makes a target late at once', async () => {
    const client = await api.newProgram('old-plans');
    await client.put('/units/desk', { name: 'D', kind: 'team', occurredAt: '2010-01-01' });
    const made = await client.put('/units/desk/targets/hub', {
      milestone: 'hub.launched',
      due: '2011',
    });
    expect(made.status).toBe(201);
    const { body } = await client.get('/units/desk/roadmap');
    expect(body.targets).toMatchObject([{ status: 'late', because: [{ rule: 'due-passed' }] }]);
  });

  test('is offered as well to other systems that tell of the future', async () => {
    const client = await api.newProgram('foreign');
    await client.put('/units/desk', { name: 'D', kind: 'team', occurredAt: '2010-01-01' });
    const event = {
      ...{ specversion: '1.0', id: 'x-1', source: 'https://ci.example.org' },
      ...{ type: 'waymark.milestone.achieved.v1', subject: 'desk', time: '2030-01-01T00:00:00Z' },
      data: { milestone: 'hub.launched' },
    };
    const type = { 'content-type': 'application/cloudevents+json' };
    const refused = await client.post('/events', event, type);
    expect(refused).toMatchObject({
      status: 422,
      body: { offer: { body: { milestone: 'hub.launched', due: '2030-01-01' } } },
    });
  });
});
