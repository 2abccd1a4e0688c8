import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client, type Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
let office: Client;
let auditor: Client;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  office = await api.newProgram('audited');
  auditor = await withRole('auditor');
});
afterAll(() => api.stop());

async function withRole(role: string): Promise<Client> {
  const { body } = await office.post('/keys', { name: `The ${role}`, role });
  return new Client(api.url, body.key);
}

async function entries(query = ''): Promise<readonly Json[]> {
  const { status, body } = await auditor.get(`/audit?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items;
}

describe('the audit trail', () => {
  test('says who made which key, when and where from, and never the key', async () => {
    const { body: made } = await office.post('/keys', { name: 'Import', role: 'integration' });
    const [entry] = await entries('action=key.made&limit=1');
    expect(entry).toMatchObject({
      action: 'key.made',
      outcome: 'done',
      actor: { kind: 'key', name: 'Administrator' },
      from: '127.0.0.1',
      about: { key: made.id, role: 'integration' },
    });
    expect(Date.now() - Date.parse(entry.at)).toBeLessThan(60_000);
    const rows = await api.testDatabase.admin<{ row: string }>(
      'SELECT audit_entry::text AS row FROM audit_entry',
    );
    const text = JSON.stringify(rows);
    for (const word of [made.key, 'Import', 'Administrator', '127.0.0.1']) {
      expect(text).not.toContain(word);
    }
  });

  test('tells changes of what everybody’s standing rests on', async () => {
    const model =
      'id: small\nversion: 1\ntitle: Small\npolicy: gates\nsource: { author: A, published: "2013" }\nstages:\n  - { id: start, name: Start }\n';
    await office.post('/models', model, { 'content-type': 'application/yaml' });
    await office.put('/models/small/adoption', { version: 1 });
    await office.put('/milestones/a.b', {
      title: 'A',
      means: 'A.',
      category: 'culture',
      effort: 'S',
    });
    await office.put('/program', { name: 'Audited', models: ['lithium'] });
    const told = (await entries()).map(({ action, about }) => [action, about]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['model.added', { model: 'small', version: 1 }],
        ['model.adoption-asked', { model: 'small', version: 1 }],
        ['milestone.defined', { milestone: 'a.b' }],
        ['program.changed', {}],
      ]),
    );
  });

  test('says which actions there are to whoever asks for another', async () => {
    for (const action of ['key.mad', 'kez.*']) {
      const { status, body } = await api.admin.get(`/audit?action=${action}`);
      expect(status, action).toBe(422);
      expect(body.errors[0]).toMatchObject({ pointer: '?action' });
      expect(body.errors[0].message).toContain('calendar-link.made');
    }
  });

  test('tells who opened a calendar to whoever has its address, and never the address', async () => {
    const { body: link } = await office.post('/calendar-links', { name: 'Kept' });
    await office.delete(`/calendar-links/${link.id}`);
    const told = await entries('action=calendar-link.*');
    expect(told.map(({ action, about }) => [action, about])).toEqual([
      ['calendar-link.withdrawn', { link: link.id }],
      ['calendar-link.made', { link: link.id }],
    ]);
  });

  test('tells what was refused, a flood of it in two lines', async () => {
    const executive = await withRole('executive');
    const tries = Array.from({ length: 25 }, () => executive.get('/keys'));
    for (const { status } of await Promise.all(tries)) expect(status).toBe(403);
    const denied = await eventually(async () => {
      const found = await entries('outcome=denied&action=access.denied');
      return found.length > 0 ? found : undefined;
    });
    expect(denied).toHaveLength(1);
    expect(denied[0]).toMatchObject({
      actor: { kind: 'key', name: 'The executive' },
      about: { method: 'GET', route: '/api/v1/keys', times: 1 },
    });
  });

  test('is read by those who may, page by page and without repeats', async () => {
    for (const role of ['executive', 'program-office', 'integration']) {
      expect((await (await withRole(role)).get('/audit')).status).toBe(403);
    }
    const all = await entries('limit=500');
    expect(all.length).toBeGreaterThan(5);
    const seen: Json[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const { body }: { body: Json } = await auditor.get(
        `/audit?limit=2${next && `&cursor=${next}`}`,
      );
      seen.push(...body.items);
      next = body.next;
    }
    expect(seen).toEqual(await entries('limit=500'));
    expect((await auditor.get('/audit?cursor=AAAA')).status).toBe(400);
    const [newest] = all;
    expect(await entries(`to=${newest.at}&action=${newest.action}&limit=500`)).not.toContainEqual(
      newest,
    );
    expect(await entries(`from=${newest.at}`)).toContainEqual(newest);
    expect(await entries(`actor=${newest.actor.id}&limit=1`)).toHaveLength(1);
    expect(await entries('actor=0198c0de-0000-7000-8000-000000000001')).toEqual([]);
  });

  test('goes out as JSON Lines, the oldest first, and says so itself', async () => {
    const { status, headers, body } = await auditor.get('/exports/audit.jsonl');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/jsonl');
    const lines = String(body)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index + 1));
    expect(lines.at(-1)).toMatchObject({
      action: 'audit.exported',
      actor: { name: 'The auditor' },
    });
    expect(lines.toReversed()).toEqual(await entries('limit=500'));
  });

  test('of one program tells nothing of another', async () => {
    const other = await api.newProgram('apart');
    const { body } = await other.get('/audit');
    expect(JSON.stringify(body)).not.toContain('executive');
    expect((await api.admin.get('/audit?action=program.made')).body.items).toEqual(
      expect.arrayContaining([expect.objectContaining({ about: { program: 'apart' } })]),
    );
  });
});
