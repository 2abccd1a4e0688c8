import { Buffer } from 'node:buffer';
import readWorkbook from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CANARY, ROOT, tellOfHereAndElsewhere } from '../access/reads.js';
import { keyOf } from '../access/two-subtrees.js';
import { Client, type Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { done } from './enterprise.js';

/** When a unit lay below "here" that lies elsewhere by now. */
const BEFORE = '2014-12-01';

let api: TestApi;
let office: Client;
let local: Client;
let executive: Client;
/** Packs by what they are of: made by one who sees everything, but for `own`. */
let packs: Record<'all' | 'here' | 'before' | 'after' | 'own', Json>;

beforeAll(async () => {
  api = await startTestApi();
  office = await api.newProgram('seen');
  await tellOfHereAndElsewhere(office);
  local = new Client(api.url, await keyOf(office, 'program-office', 'here'));
  executive = new Client(api.url, await keyOf(office, 'executive', 'here'));
  await api.advised('seen');
  const make = (client: Client, body: object) => done(client.post('/board-packs', body));
  packs = {
    all: await make(office, { unit: ROOT }),
    here: await make(office, { unit: 'here', text: 'Ours.' }),
    before: await make(office, { unit: 'here', asOf: BEFORE }),
    after: await make(office, { unit: 'here' }),
    own: await make(local, { unit: 'here', asOf: BEFORE }),
  };
});
afterAll(() => api.stop());

const idsOf = async (client: Client, query = ''): Promise<readonly string[]> =>
  (await done(client.get(`/board-packs${query}`))).items.map(({ id }: Json) => id);

async function bytesOf(client: Client, path: string): Promise<{ status: number; bytes: Buffer }> {
  const headers = { authorization: `Bearer ${client.key ?? ''}` };
  const answer = await fetch(`${api.url}/api/v1/board-packs/${path}`, { headers });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

describe('a board pack', () => {
  test('is seen by those who see every unit it counts, and by nobody else', async () => {
    const { bytes: all } = await bytesOf(office, `${packs.before.id}/pack.xlsx`);
    expect(JSON.stringify(await readWorkbook(all))).toContain(`${CANARY}-ex`);
    const everything = Object.values(packs).map(({ id }) => String(id));
    expect([...(await idsOf(office))].toSorted()).toEqual(everything.toSorted());
    for (const client of [local, executive]) {
      expect(await idsOf(client)).toEqual([packs.own.id, packs.here.id]);
      expect(await idsOf(client, '?unit=here&limit=1')).toEqual([packs.own.id]);
      for (const [name, { id }] of Object.entries(packs)) {
        const seen = name === 'here' || name === 'own';
        for (const path of [id, `${id}/pack.pdf`, `${id}/pack.xlsx`]) {
          const { status, bytes } = await bytesOf(client, path);
          expect(status, `${name} ${path}`).toBe(seen ? 200 : 404);
          expect(bytes.toString(), path).not.toContain(CANARY);
        }
      }
    }
    const desk = new Client(api.url, await keyOf(office, 'executive', 'here-desk'));
    expect(await idsOf(desk)).toEqual([]);
    expect((await desk.get(`/board-packs/${packs.own.id}`)).status).toBe(404);
  });

  test('does not tell those who are limited of units above, on whose facts theirs rest', async () => {
    const told = JSON.stringify((await office.get(`/board-packs/${packs.own.id}`)).body);
    expect(JSON.stringify(packs.own)).not.toContain(CANARY);
    expect(told).not.toContain(CANARY);
    expect(packs.own.figures.below).toBeLessThan(packs.before.figures.below);
    const sheets = await readWorkbook((await bytesOf(office, `${packs.own.id}/pack.xlsx`)).bytes);
    expect(JSON.stringify(sheets)).not.toContain(CANARY);
    const units = sheets.find(({ sheet }) => sheet === 'Units')?.data ?? [];
    expect(units).toHaveLength(1 + packs.own.figures.below);
  });

  test('goes on in pages, also past those that are out of sight', async () => {
    const first = await done(local.get('/board-packs?limit=1'));
    const second = await done(local.get(`/board-packs?limit=1&cursor=${first.next}`));
    expect([...first.items, ...second.items].map(({ id }: Json) => id)).toEqual([
      packs.own.id,
      packs.here.id,
    ]);
    expect(second.next).toBeNull();
  });

  test('is made by those who plan and read, of units in sight', async () => {
    expect((await executive.post('/board-packs', { unit: 'here' })).status).toBe(403);
    const elsewhere = await local.post('/board-packs', { unit: `${CANARY}-east` });
    expect(elsewhere.status).toBe(404);
    expect(elsewhere.body.errors).toMatchObject([{ pointer: '/unit' }]);
    const planner = { name: 'Planner', role: 'program-office', scopes: ['plan'] };
    const { key } = await done(office.post('/keys', planner));
    const answer = await new Client(api.url, key).post('/board-packs', { unit: 'here' });
    expect(answer.status).toBe(403);
    expect(answer.body.detail).toContain('"read"');
    expect((await local.get(`/board-packs?unit=${CANARY}-east`)).status).toBe(404);
    expect((await local.get('/board-packs?cursor=bm8')).status).toBe(400);
  });

  test('is made once for its idempotency key', async () => {
    const once = { 'idempotency-key': 'board-pack-1' };
    const body = { unit: 'here-desk', text: 'Once.' };
    const first = await done(local.post('/board-packs', body, once));
    expect(await done(local.post('/board-packs', body, once))).toEqual(first);
    expect(await idsOf(local, '?unit=here-desk')).toEqual([first.id]);
    const other = await local.post('/board-packs', { unit: 'here-desk', text: 'Other.' }, once);
    expect(other.status).toBe(409);
  });

  test('stays when its author is erased, without what the author wrote', async () => {
    const grace = { name: 'Grace Hopper', role: 'program-office', under: 'here' };
    const { id: key, key: secret } = await done(office.post('/keys', grace));
    const made = await done(
      new Client(api.url, secret).post('/board-packs', {
        ...{ unit: 'here', title: 'Of Grace', text: 'Said by Grace.' },
      }),
    );
    await done(office.post('/erasures', { key }));
    const left = await done(office.get(`/board-packs/${made.id}`));
    expect(left).toMatchObject({ title: null, text: null, erased: true });
    expect(left.figures).toEqual(made.figures);
    expect(JSON.stringify(left)).not.toContain('Grace');
    const rows = await api.testDatabase.admin<{ row: string }>(
      'SELECT board_pack::text AS row FROM board_pack',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain('Grace');
    expect((await bytesOf(office, `${made.id}/pack.pdf`)).status).toBe(200);
  });

  test('of others is told to those who erase somebody whom it names', async () => {
    const { id: key } = await done(office.post('/keys', { name: 'Ada Byron', role: 'executive' }));
    const text = 'Thanks to Ada  BYRON.';
    const made = await done(office.post('/board-packs', { unit: 'here-lab', text }));
    const { namesakes } = await done(office.post('/erasures', { key }));
    expect(namesakes).toContainEqual({ kind: 'board-pack', id: made.id });
  });
});
