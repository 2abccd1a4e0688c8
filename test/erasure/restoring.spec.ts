import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ErasureRegister, type Foundation, loadEnvironment, openFoundation } from '#lib/platform';
import { type Api, createApi } from '../../apps/api/src/create-api.js';
import { Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  done,
  dump,
  linesWith,
  MAIL,
  readEverything,
  tellCanaries,
  WITH_MAIL,
} from './canaries.js';
import { type Copy, copyOf, putBack } from './put-back.js';

let folder: string;
let api: TestApi;
let office: Client;
let copy: Copy;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-restoring-'));
  api = await startTestApi({ variables: WITH_MAIL });
  office = await api.newProgram('erasing');
  await tellCanaries(api, office);
  copy = await copyOf(api.testDatabase);
  await done(office.post('/erasures', { email: MAIL }));
}, 60_000);
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As a process begins: with the secrets of the test's api, and a register. */
async function foundationWith(erasuresFile: string): Promise<Foundation> {
  const { masterKey, signingKey } = api.foundation.secrets;
  const secrets = {
    masterKey: masterKey.toString('base64'),
    signingKey: signingKey.toString('base64'),
  };
  const secretsFile = join(folder, `${randomUUID()}.json`);
  await writeFile(secretsFile, JSON.stringify(secrets), { mode: 0o600 });
  const environment = loadEnvironment({
    WAYMARK_SECRETS_FILE: secretsFile,
    WAYMARK_ERASURES_FILE: erasuresFile,
    WAYMARK_HEADS_FILE: join(folder, 'heads.jsonl'),
    WAYMARK_LOG_LEVEL: 'silent',
    PORT: '0',
  });
  return openFoundation('api', environment, api.testDatabase.url);
}

async function readBy(foundation: Foundation): Promise<string> {
  const other: Api = await createApi(foundation);
  await other.app.listen(0, '127.0.0.1');
  const { port } = other.app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  try {
    return await readEverything({ ...api, url }, new Client(url, office.key));
  } finally {
    await other.stop();
  }
}

async function close(foundation: Foundation): Promise<void> {
  foundation.queue.close();
  await foundation.database.close();
}

async function keysOfErased(): Promise<number> {
  const lines = await new ErasureRegister(
    api.testDatabase.erasuresFile,
    api.foundation.secrets.signingKey,
  ).read();
  const rows = await api.testDatabase.admin(
    'SELECT 1 FROM subject_key WHERE wrapped IS NOT NULL AND subject = ANY($1::uuid[])',
    [lines.flatMap(({ subjects }) => subjects)],
  );
  return rows.length;
}

describe('a copy of the database from before an erasure', () => {
  it('brings everything back where there is no register', async () => {
    await putBack(api.testDatabase, copy);
    expect(await keysOfErased()).toBeGreaterThan(1);
    const without = await foundationWith(join(folder, 'none.jsonl'));
    expect(linesWith(await readBy(without)).length).toBeGreaterThan(10);
    await close(without);
  });

  it('brings nothing back where the register is: it is erased again before anything is served', async () => {
    await putBack(api.testDatabase, copy);
    const foundation = await foundationWith(api.testDatabase.erasuresFile);
    expect(await keysOfErased()).toBe(0);
    const people = await api.testDatabase.admin('SELECT 1 FROM person');
    expect(people).toEqual([]);
    expect(linesWith(await readBy(foundation))).toEqual([]);
    expect(linesWith(await dump(api.testDatabase))).toEqual([]);
    expect((await office.get('/log/verification')).body).toMatchObject({ ok: true });
    expect((await office.get('/erasures')).body.items).toHaveLength(1);
    await close(foundation);
  });

  it('brings nothing back when the keys alone are put back', async () => {
    const rows = copy.get('public.subject_key')?.replaceAll("'", "''");
    await api.testDatabase.admin('DELETE FROM subject_key');
    await api.testDatabase.admin(
      `INSERT INTO subject_key SELECT * FROM json_populate_recordset(NULL::subject_key, '${rows}')`,
    );
    expect(await keysOfErased()).toBeGreaterThan(1);
    await close(await foundationWith(api.testDatabase.erasuresFile));
    expect(await keysOfErased()).toBe(0);
  });

  it('is no way around the register by changing a line of it', async () => {
    const forged = join(folder, 'forged.jsonl');
    const text = await readFile(api.testDatabase.erasuresFile, 'utf8');
    await writeFile(forged, text.replace(/"program":"[^"]*"/, '"program":"other"'));
    await expect(foundationWith(forged)).rejects.toThrow('Line 1 of the register');
  });
});

describe('an erasure', () => {
  it('that was cut off once it was registered is completed at the next start', async () => {
    await putBack(api.testDatabase, copy);
    const lines = await readFile(api.testDatabase.erasuresFile, 'utf8');
    const cutOff = join(folder, 'cut-off.jsonl');
    await writeFile(cutOff, lines);
    expect((await office.get('/erasures')).body.items).toEqual([]);
    await close(await foundationWith(cutOff));
    expect(await keysOfErased()).toBe(0);
    expect((await office.get('/erasures')).body.items).toMatchObject([
      { askedBy: null, reason: null, touched: {} },
    ]);
  });

  it('is added to the register of another machine when that starts', async () => {
    const elsewhere = join(folder, 'elsewhere.jsonl');
    await close(await foundationWith(elsewhere));
    const { signingKey } = api.foundation.secrets;
    const [here, there] = [api.testDatabase.erasuresFile, elsewhere].map((file) =>
      new ErasureRegister(file, signingKey).read(),
    );
    expect(await there).toEqual(await here);
  });

  it('is known to other processes at once, and in their registers', async () => {
    const elsewhere = join(folder, 'running.jsonl');
    const foundation = await foundationWith(elsewhere);
    const other = await createApi(foundation);
    await other.app.listen(0, '127.0.0.1');
    const { port } = other.app.getHttpServer().address() as { port: number };
    const reader = new Client(`http://127.0.0.1:${port}`, office.key);
    const { body: key } = await office.post('/keys', {
      name: 'Zanari key',
      role: 'program-office',
    });
    const writer = new Client(api.url, key.key);
    const note = { milestone: 'hub.launched', occurredAt: '2012-02-02', note: 'zanari again' };
    await done(writer.post('/units/desk/milestones', note));
    const read = async () => linesWith(JSON.stringify((await reader.get('/log?limit=500')).body));
    expect(await read()).not.toEqual([]);
    await done(office.post('/erasures', { key: key.id }));
    const began = performance.now();
    await expect.poll(read, { timeout: 4_000, interval: 20 }).toEqual([]);
    // sooner than keys at hand run out
    expect(performance.now() - began).toBeLessThan(4_000);
    await expect
      .poll(async () => (await writer.get('/units')).status, { timeout: 4_000 })
      .toBe(401);
    await expect
      .poll(() => new ErasureRegister(elsewhere, foundation.secrets.signingKey).read())
      .toHaveLength(2);
    await other.stop();
    await close(foundation);
  });
});
