import { readFile, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import { rebuild } from '#lib/projections';
import type { Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  done,
  dump,
  linesWith,
  MAIL,
  readEverything,
  RECORDED,
  tellCanaries,
  type Told,
  failOverHer,
  WITH_MAIL,
} from './canaries.js';

const PROGRAM = 'erasing' as ProgramId;

let api: TestApi;
let office: Client;
let told: Told;
const log: string[] = [];
let before: string;
let deadLetter: string;
beforeAll(async () => {
  api = await startTestApi({ log, variables: { ...WITH_MAIL, WAYMARK_LOG_LEVEL: 'trace' } });
  office = await api.newProgram(PROGRAM);
  told = await tellCanaries(api, office);
  deadLetter = await failOverHer(api, office);
  before = await readEverything(api, office);
}, 60_000);
afterAll(() => api.stop());

describe('somebody who asked to be erased', () => {
  it('was there in clear for readers, and nowhere in the database', async () => {
    expect(linesWith(before).length).toBeGreaterThan(10);
    expect([...RECORDED].filter((text) => !before.includes(text))).toEqual([]);
    expect(RECORDED.size).toBeGreaterThan(14);
    expect((await office.get('/channels/hers')).body.to).toBe(MAIL);
    expect(linesWith(await dump(api.testDatabase))).toEqual([]);
    expect(deadLetter).toContain('cannot take …');
  });

  it('is shown what an erasure would touch, and nothing is changed by that', async () => {
    const { status, body } = await office.post('/erasures?preview=true', { email: MAIL });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      touched: { units: 1, targets: 2, people: 1, sessions: 1, keys: 0 },
      mentions: { count: 0, items: [] },
      namesakes: [],
    });
    expect(body.touched.events).toBeGreaterThan(15);
    expect(body.touched.texts).toBeGreaterThan(body.touched.events);
    expect(linesWith(await readEverything(api, office)).length).toBe(linesWith(before).length);
    const byPerson = await office.post('/erasures?preview=true', { person: told.person });
    expect(byPerson.body).toEqual(body);
  });

  it('is gone everywhere afterwards, and the log still verifies', async () => {
    const asked = { email: MAIL.toUpperCase(), reason: 'Left, and asked for it.' };
    const { status, body } = await office.post('/erasures', asked);
    expect(status, JSON.stringify(body)).toBe(201);
    expect(body.mentions.count).toBe(0);
    expect(linesWith(await readEverything(api, office))).toEqual([]);
    expect(linesWith(await dump(api.testDatabase))).toEqual([]);
    expect((await office.get('/log/verification')).body).toMatchObject({ ok: true });
    const { foundation, records } = api;
    await rebuild({ ...records, database: foundation.database }, PROGRAM);
    expect(linesWith(await readEverything(api, office))).toEqual([]);
    expect(linesWith(await dump(api.testDatabase))).toEqual([]);
    expect(linesWith((await office.get('/log/export')).body)).toEqual([]);
    expect(log.length).toBeGreaterThan(50);
    expect(linesWith(log.join('\n'))).toEqual([]);
    expect((await office.get('/channels/hers')).body).toMatchObject({ kind: 'email', to: null });
    const desk = (await office.get('/units/desk')).body;
    expect(desk).toMatchObject({ name: 'Desk', owner: { name: '[erased]', email: '[erased]' } });
  });

  it('is signed out, and cannot come in again', async () => {
    const url = `${api.url}/api/v1/session`;
    expect((await told.browser.call('GET', url)).status).toBe(401);
    const { body } = await office.get('/people');
    expect(body.items).toEqual([]);
  });

  it('is registered outside the database without a name, for the owner of the file alone', async () => {
    const file = api.testDatabase.erasuresFile;
    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines).toHaveLength(1);
    expect(linesWith(lines.join('\n'))).toEqual([]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it('stays listed as an erasure, with who asked and why', async () => {
    const { body } = await office.get('/erasures');
    expect(body.items).toMatchObject([
      { reason: 'Left, and asked for it.', touched: { people: 1, units: 1, targets: 2 } },
    ]);
    const [{ id }] = body.items;
    const noted = await api.testDatabase.admin<{ about: object }>(
      `SELECT about FROM audit_entry WHERE program_id = $1 AND action = 'erasure.done'`,
      [PROGRAM],
    );
    expect(noted).toMatchObject([{ about: { erasure: id, people: 1 } }]);
  });

  it('is not taken again by name', async () => {
    const owner = { name: 'Somebody', email: MAIL };
    const { status, body } = await office.put('/units/desk', { owner });
    expect({ status, type: body.type }).toEqual({
      status: 422,
      type: 'urn:waymark:problem:subject-erased',
    });
    expect((await office.post('/erasures', { email: MAIL })).status).toBe(404);
  });

  it('does not come back with an old export', async () => {
    const other = await api.newProgram('moved');
    await done(other.post('/units', { units: [{ unit: 'one', name: 'One', kind: 'team' }] }));
    await done(
      other.put('/units/one', { owner: { name: 'Zanari Moved', email: 'moved@contoso.example' } }),
    );
    const lines = (await other.get('/log/export')).body as string;
    await done(other.post('/erasures', { email: 'moved@contoso.example' }));
    await api.testDatabase.admin(`DELETE FROM event WHERE program_id = 'moved'`);
    await api.testDatabase.admin(
      `UPDATE feed_head SET position = 0, hash = decode(repeat('00', 32), 'hex'),
              recorded_at = '-infinity' WHERE program_id = 'moved'`,
    );
    await api.testDatabase.admin(`DELETE FROM signed_head WHERE program_id = 'moved'`);
    const type = { 'content-type': 'application/jsonl' };
    await done(other.post('/log/import', lines, type));
    const { body } = await other.get('/units/one');
    expect(body.owner).toEqual({ name: '[erased]', email: '[erased]' });
    expect(linesWith(JSON.stringify((await other.get('/log')).body))).toEqual([]);
  });
});
