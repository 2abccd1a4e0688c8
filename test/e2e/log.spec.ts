import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('the log', () => {
  test('is read in order without a gap, and goes whole into another program', async () => {
    const from = await api.newProgram('source');
    await from.put('/units/a', {
      name: 'A',
      kind: 'team',
      owner: { name: 'Ada', email: 'ada@x.org' },
    });
    for (const milestone of ['sponsor.approved', 'hub.launched', 'crm.integrated']) {
      await from.post('/units/a/milestones', {
        milestone,
        occurredAt: '2012',
        note: `About ${milestone}`,
      });
    }
    const first = await from.get('/log?limit=2');
    expect(first.body.next).toBe('2');
    const rest = await from.get(`/log?after=${first.body.next}`);
    const positions = [...first.body.items, ...rest.body.items].map((event) => event.position);
    expect(positions).toEqual([1, 2, 3, 4]);
    const exported = await from.get('/log/export');
    expect(exported.headers.get('content-type')).toContain('application/jsonl');
    const to = await api.newProgram('target');
    const lines = exported.body as string;
    const type = { 'content-type': 'application/jsonl' };
    const broken = lines.replace('"2012"', '"2013"');
    expect((await to.post('/log/import', broken, type)).status).toBe(422);
    expect((await to.get('/units')).body.items).toEqual([]);
    const imported = await to.post('/log/import', lines, type);
    expect(imported).toMatchObject({ status: 200, body: { position: 4 } });
    expect((await to.get('/log/verification')).body).toMatchObject({
      ok: true,
      length: 4,
      head: imported.body.head,
    });
    const asked = '/units/a/standings?asOf=2014-01-01';
    expect((await to.get(asked)).body.items).toEqual((await from.get(asked)).body.items);
    expect((await to.get('/units/a')).body.owner).toEqual({ name: 'Ada', email: 'ada@x.org' });
    expect((await to.get('/log')).body.items).toEqual((await from.get('/log')).body.items);
    expect((await to.post('/log/import', lines, type)).status).toBe(409);
    expect((await to.post('/log/import', 'not a log\n', type)).status).toBe(409);
  });

  test('of another making is refused line by line, and a huge one as it comes', async () => {
    const client = await api.newProgram('imports');
    const type = { 'content-type': 'application/x-ndjson' };
    for (const wrong of ['not a log\n', '{}\n', '[1,2]\n', '{"line":"waymark-log"}\n', '']) {
      const answer = await client.post('/log/import', wrong, type);
      expect(answer.status, wrong).toBe(422);
    }
    const huge = new Uint8Array(51 * 1024 * 1024).fill(0x61);
    expect((await client.post('/log/import', huge, type)).status).toBe(413);
    expect((await client.get('/log/verification')).body).toMatchObject({ ok: true, length: 0 });
  });
});
