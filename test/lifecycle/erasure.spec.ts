import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { Client } from '../e2e/support/client.js';
import { build, Installation, type Run } from './installation.js';

const OWNER = { name: 'Zanari Quill', email: 'zanari@contoso.example' };
const ADMIN_KEY = 'the-administrator-key-of-an-installation';

let installation: Installation;
beforeAll(build);
beforeEach(async () => {
  installation = await Installation.create();
});
afterEach(() => installation.remove());

const start = async () => {
  const run = await installation.start({ WAYMARK_ADMIN_KEY: ADMIN_KEY });
  return { run, client: new Client(run.url ?? '', ADMIN_KEY) };
};
const ended = (run: Run) => expect(run.stop()).resolves.toEqual({ code: 0, signal: null });
const copy = (from: string, to: string) =>
  expect(spawnSync('cp', ['-a', from, to], { timeout: 60_000 }).status).toBe(0);

test('the files of the database from before an erasure bring nothing back', async () => {
  const cluster = join(installation.dataDir, 'postgres');
  const kept = join(installation.dataDir, 'kept');
  const first = await start();
  const unit = { name: 'Desk', kind: 'team', owner: OWNER };
  expect((await first.client.put('/units/desk', unit)).status).toBe(201);
  await ended(first.run);
  copy(cluster, kept);

  const second = await start();
  expect((await second.client.get('/units/desk')).body.owner).toEqual(OWNER);
  expect((await second.client.post('/erasures', { email: OWNER.email })).status).toBe(201);
  await ended(second.run);
  await rm(cluster, { recursive: true });
  copy(kept, cluster);

  const third = await start();
  const { body } = await third.client.get('/units/desk');
  expect(body.owner).toEqual({ name: '[erased]', email: '[erased]' });
  expect((await third.client.get('/log/verification')).body).toMatchObject({ ok: true });
  const told = [first, second, third].flatMap(({ run }) => run.lines).join('\n');
  expect(told.toLowerCase()).not.toContain('zanari');
  await ended(third.run);
}, 240_000);
