import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { TreeProjector } from '#lib/projections';
import { Adoptions } from '#lib/recording';
import { Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done } from './canaries.js';

const GRACE = { name: 'Grace Hopper', email: 'grace@contoso.example' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

const unit = (client: Client, more: object = {}) =>
  done(client.put('/units/one', { name: 'One', kind: 'team', ...more }));

describe('an erasure', () => {
  it('tells where others name them, since that stays', async () => {
    const office = await api.newProgram('mentions');
    await unit(office, { owner: GRACE });
    const note = (text: string) => ({
      ...{ milestone: 'hub.launched', occurredAt: '2012-01-01', note: text },
    });
    await done(office.post('/units/one/milestones', note('Opened by  grace HOPPER herself.')));
    await done(office.post('/units/one/milestones', note('Ask GRACE@contoso.example for more.')));
    await done(office.post('/units/one/milestones', note('Opened by the grace of many.')));
    await done(office.put('/units/two', { name: 'Team of Grace Hopper', kind: 'team' }));
    const group = (await done(office.post('/groups', { name: 'Grace Hopper’s' }))).body.id;
    const { body } = await done(office.post('/erasures', { email: GRACE.email }));
    expect(body.mentions).toMatchObject({
      count: 3,
      items: [
        { position: 2, unit: 'one', pointer: '/data/note' },
        { position: 3, unit: 'one', pointer: '/data/note' },
        { position: 5, unit: 'two', pointer: '/data/name' },
      ],
    });
    expect(body.namesakes).toEqual([{ kind: 'group', id: group }]);
    expect(body.touched).toMatchObject({ events: 1, texts: 2, units: 1, people: 0 });
  });

  it('can be preceded by a report of what there is, for whoever asks for it', async () => {
    const office = await api.newProgram('reported');
    await unit(office, { owner: GRACE });
    const { body } = await done(office.post('/erasures/report', { email: GRACE.email }));
    expect(body).toMatchObject({
      names: expect.arrayContaining([GRACE.name, GRACE.email]),
      items: [
        { position: 1, unit: 'one', pointer: '/data/owner/name', text: GRACE.name },
        { position: 1, unit: 'one', pointer: '/data/owner/email', text: GRACE.email },
      ],
      next: null,
    });
    const later = await office.post('/erasures/report', { email: GRACE.email, after: 1 });
    expect(later.body.items).toEqual([]);
    await done(office.post('/erasures', { email: GRACE.email }));
    const gone = await office.post('/erasures/report', { email: GRACE.email });
    expect(gone.body).toMatchObject({ names: [GRACE.email], items: [] });
  });

  it('of a key ends it, and what it wrote and its name go', async () => {
    const office = await api.newProgram('keys');
    await unit(office);
    const made = { name: 'Grace’s key', role: 'program-office' };
    const { id, key } = (await done(office.post('/keys', made))).body;
    const grace = new Client(api.url, key);
    const fact = { milestone: 'hub.launched', occurredAt: '2012-01-01', note: 'Hers.' };
    await done(grace.post('/units/one/milestones', fact));
    const { body } = await done(office.post('/erasures', { key: id }));
    expect(body.touched).toMatchObject({ events: 1, texts: 2, keys: 1 });
    await expect.poll(async () => (await grace.get('/units')).status).toBe(401);
    const { items } = (await office.get('/keys')).body;
    expect(items.find((one: { id: string }) => one.id === id)).toMatchObject({ name: '[erased]' });
    const log = (await office.get('/log')).body.items;
    expect(log[1]).toMatchObject({ actor: '[erased]', data: { note: '[erased]' } });
  });

  it.each<[string, object, number, string]>([
    ['nobody', {}, 422, 'invalid'],
    [
      'two at once',
      { email: GRACE.email, key: '0198c0de-0000-7000-8000-00000000ffff' },
      422,
      'invalid',
    ],
    ['somebody unknown', { email: 'unknown@contoso.example' }, 404, 'nobody-to-erase'],
    [
      'a person unknown',
      { person: '0198c0de-0000-7000-8000-00000000ffff' },
      404,
      'nobody-to-erase',
    ],
  ])('of %s is refused', async (_, body, status, code) => {
    const office = await api.newProgram(`refused-${code}-${Object.keys(body).join('-') || 'none'}`);
    const answer = await office.post('/erasures', body);
    expect(answer.status).toBe(status);
    expect(answer.body.type).toBe(`urn:waymark:problem:${code}`);
  });

  it('of the program itself, or of the key of the server, cannot be asked for', async () => {
    const nobody = { person: '00000000-0000-0000-0000-000000000000' };
    const office = await api.newProgram('nobody');
    await unit(office, { owner: GRACE });
    expect((await office.post('/erasures', nobody)).status).toBe(404);
    expect((await office.get('/units/one')).body.owner).toEqual(GRACE);
    const administrator = { name: 'Not of the server', role: 'administrator' };
    const { key } = (await done(api.admin.post('/keys', administrator))).body;
    const [server] = await api.testDatabase.admin<{ id: string }>(
      'SELECT id FROM access_key WHERE server_administrator',
    );
    const ended = await new Client(api.url, key).post('/erasures', { key: server?.id });
    expect([ended.status, ended.body.type]).toEqual([404, 'urn:waymark:problem:unknown-key']);
    expect((await api.admin.get('/erasures')).body.items).toEqual([]);
  });

  it('of oneself, or of the last administrator, is refused and not registered', async () => {
    const office = await api.newProgram('last');
    const { items } = (await office.get('/keys')).body;
    const own = await office.post('/erasures', { key: items[0].id });
    expect([own.status, own.body.type]).toEqual([422, 'urn:waymark:problem:own-erasure']);
    const scoped = { name: 'Eraser', role: 'administrator', scopes: ['erase'] };
    const { key } = (await done(office.post('/keys', scoped))).body;
    const last = await new Client(api.url, key).post('/erasures', { key: items[0].id });
    expect(last.body.type).toBe('urn:waymark:problem:last-administrator');
    expect((await office.get('/erasures')).body.items).toEqual([]);
    expect((await office.get('/keys')).status).toBe(200);
  });
});

describe('an adoption', () => {
  it('whose asker was erased before it was brought about fails for good, and says so', async () => {
    const office = await api.newProgram('adopting');
    await done(office.put('/program', { name: 'Adopting', models: ['lithium'] }));
    const made = { name: 'Asker', role: 'administrator' };
    const { id, key } = (await done(office.post('/keys', made))).body;
    const yaml = (version: number) => `id: own-model
version: ${version}
title: Our own
policy: gates
stages:
  - { id: start, name: Start }
  - id: there
    name: There
    criteria:
      - { id: hub, says: We have a hub., when: { milestone: hub.launched }, keyMove: true }
`;
    for (const version of [1, 2]) {
      await done(office.post('/models', yaml(version), { 'content-type': 'application/yaml' }));
    }
    const asked = await new Client(api.url, key).put('/models/own-model/adoption', { version: 2 });
    expect(asked.status).toBe(202);
    await done(office.post('/erasures', { key: id }));
    const { records } = api;
    const tree = new TreeProjector(api.database, records.log, records.catalogue);
    await tree.run('adopting' as ProgramId);
    await new Adoptions(records).run('adopting' as ProgramId);
    const [row] = await api.testDatabase.admin<{ state: string; reason: string }>(
      `SELECT state, reason FROM model_build WHERE program_id = 'adopting'`,
    );
    expect(row).toMatchObject({ state: 'failed', reason: expect.stringContaining('erased') });
  });
});

describe('an imported log', () => {
  it('leaves the people of the program findable, and its owners can be erased by address', async () => {
    const from = await api.newProgram('from');
    await unit(from, { owner: GRACE });
    const lines = (await from.get('/log/export')).body as string;
    const into = await api.newProgram('into');
    const ada = { name: 'Ada Lovelace', email: 'ada@contoso.example' };
    const { id } = (await done(into.post('/people', ada))).body;
    await done(into.post('/people', GRACE));
    await done(into.post('/log/import', lines, { 'content-type': 'application/jsonl' }));
    const found = await into.get(`/people?email=${encodeURIComponent('ADA@contoso.example')}`);
    expect(found.body.items).toMatchObject([{ id, ...ada }]);
    expect((await into.post('/people', ada)).status).toBe(409);
    expect((await into.get('/units/one')).body.owner).toEqual(GRACE);
    const { body } = await done(into.post('/erasures', { email: GRACE.email }));
    expect(body.touched).toMatchObject({ units: 1, people: 1 });
    expect((await into.get('/units/one')).body.owner.name).toBe('[erased]');
    expect((await from.get('/units/one')).body.owner).toEqual(GRACE);
  });
});
