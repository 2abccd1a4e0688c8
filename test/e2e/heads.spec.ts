import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyExport } from '#lib/event-log';
import { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());

/** A program with some facts, its administrator and an auditor of it. */
async function office(id: string) {
  const administrator = await api.newProgram(id);
  await administrator.post('/units', {
    units: [{ unit: 'acme', name: 'Acme', kind: 'enterprise' }],
  });
  for (const milestone of ['sponsor.approved', 'hub.launched']) {
    const body = { milestone, occurredAt: '2012', note: 'Told in confidence' };
    expect((await administrator.post('/units/acme/milestones', body)).status).toBe(201);
  }
  const keyOf = async (role: string, more: object = {}) => {
    const { body } = await administrator.post('/keys', { name: role, role, ...more });
    return new Client(api.url, body.key);
  };
  return { administrator, auditor: await keyOf('auditor'), keyOf };
}

async function* from(text: string): AsyncGenerator<string> {
  yield* text.split('\n').filter(Boolean);
}

describe('signed heads', () => {
  test('are signed on demand, listed newest first, and prove what was recorded before', async () => {
    const { administrator, auditor } = await office('signed');
    const first = await auditor.post('/log/heads');
    expect(first).toMatchObject({
      status: 201,
      body: { program: 'signed', number: 1, position: 3 },
    });
    expect(await auditor.post('/log/heads')).toMatchObject({ status: 200, body: first.body });
    await administrator.post('/units/acme/milestones', {
      milestone: 'coe.formed',
      occurredAt: '2013',
    });
    const second = await auditor.post('/log/heads');
    expect(second.body).toMatchObject({ number: 2, position: 4 });
    const page = await auditor.get('/log/heads?limit=1');
    expect(page.body.items).toEqual([second.body]);
    const rest = await auditor.get(`/log/heads?cursor=${page.body.next}`);
    expect(rest.body).toEqual({ items: [first.body], next: null });
    expect((await auditor.get('/log/verification')).body).toMatchObject({
      ok: true,
      length: 4,
      head: second.body.hash,
      findings: [],
      signed: { heads: 2, upTo: 4, newest: second.body },
    });
    expect((await auditor.get('/log/heads?cursor=Zm9v')).status).toBe(400);
  });

  test('of an empty log there are none', async () => {
    const empty = await api.newProgram('nothing-yet');
    expect(await empty.get('/log/heads')).toMatchObject({ status: 200, body: { items: [] } });
    expect((await empty.post('/log/heads')).status).toBe(409);
    expect((await empty.get('/log/export?keys=none')).status).toBe(200);
  });

  test('are checked with keys that need no key to read', async () => {
    const { body } = await new Client(api.url).get('/log/signing-keys');
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      current: true,
      pem: expect.stringContaining('BEGIN PUBLIC KEY'),
    });
    expect(body.items[0].publicKey).toHaveLength(44);
  });
});

describe('an export without the keys of its texts', () => {
  test('is for auditors: it verifies, and nobody can read it', async () => {
    const { administrator, auditor } = await office('for-auditors');
    const exported = await auditor.get('/log/export?keys=none');
    expect(exported.status).toBe(200);
    expect(exported.headers.get('content-disposition')).toContain('for-auditors.without-keys');
    expect(exported.body).not.toContain('"line":"key"');
    const { items } = (await auditor.get('/log/signing-keys')).body;
    const given = { heads: [], publicKeys: [items[0].publicKey] };
    const report = await verifyExport(from(exported.body), given);
    expect(report).toMatchObject({ ok: true, length: 3, provedUpTo: 3 });
    const type = { 'content-type': 'application/jsonl' };
    const other = await api.newProgram('taker');
    expect((await other.post('/log/import', exported.body, type)).status).toBe(422);
    expect((await administrator.get('/log/export')).body).toContain('"line":"key"');
  });

  test('is all that somebody gets who may verify and not transfer', async () => {
    const { administrator, auditor, keyOf } = await office('limited');
    for (const path of ['/log/export', '/log/export?keys=all']) {
      expect((await auditor.get(path)).status, path).toBe(403);
      expect((await administrator.get(path)).status, path).toBe(200);
    }
    for (const role of ['program-office', 'executive', 'integration']) {
      const caller = await keyOf(role);
      for (const path of [
        '/log/export?keys=none',
        '/log/export',
        '/log/heads',
        '/log/verification',
      ]) {
        expect((await caller.get(path)).status, `${role} ${path}`).toBe(403);
      }
      expect((await caller.post('/log/heads')).status, role).toBe(403);
    }
    const below = await keyOf('auditor', { under: 'acme' });
    expect((await below.get('/log/export?keys=none')).status).toBe(403);
    expect((await below.get('/log/heads')).status).toBe(403);
    const partial = await keyOf('administrator', { under: 'acme' });
    expect((await partial.get('/log/export')).status).toBe(403);
    expect((await administrator.get('/log/export?keys=some')).status).toBe(422);
  });
});

test('a database that was put back to an older state is told by the verification', async () => {
  const { administrator, auditor } = await office('put-back');
  await auditor.post('/log/heads');
  const sql = [
    'DELETE FROM event WHERE position = 3 AND program_id = $1',
    'DELETE FROM signed_head WHERE program_id = $1',
    `UPDATE feed_head SET position = 2, hash = (SELECT hash FROM event WHERE program_id = $1
      AND position = 2) WHERE program_id = $1`,
  ];
  for (const one of sql) await api.testDatabase.admin(one, ['put-back']);
  const { status, body } = await auditor.get('/log/verification');
  expect(status).toBe(200);
  expect(body).toMatchObject({ ok: false, firstBroken: 3, length: 2 });
  expect(body.findings[0]).toMatchObject({ kind: 'cut', position: 3 });
  expect(await auditor.post('/log/heads')).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('Nothing is signed until') },
  });
  // it can still be taken out, and says by its missing signature that it is not the one
  const exported = (await administrator.get('/log/export')).body as string;
  expect(exported).not.toContain('signed-head');
});
