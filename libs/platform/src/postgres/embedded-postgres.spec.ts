import { chmod, cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EmbeddedPostgres } from './embedded-postgres.js';

let dataDir: string;
const started: EmbeddedPostgres[] = [];
beforeEach(async () => {
  // nobody but its owner may pass, as in the home of root
  dataDir = await mkdtemp(join(tmpdir(), 'waymark-embedded-'));
  await chmod(dataDir, 0o700);
});
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const server = await EmbeddedPostgres.start(dataDir);
  started.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<Record<string, unknown> | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows[0];
}

describe('the embedded PostgreSQL', () => {
  test('is version 18, on the loopback only, ours alone, and keeps what it was given', async () => {
    const first = await start();
    expect(await ask(first.url, 'SHOW server_version')).toEqual({
      server_version: expect.stringMatching(/^18\./),
    });
    expect(await ask(first.url, 'SHOW listen_addresses')).toEqual({
      listen_addresses: '127.0.0.1',
    });
    expect(
      await ask(first.url, 'SELECT rolsuper FROM pg_roles WHERE rolname = current_user'),
    ).toEqual({ rolsuper: false });
    await expect(ask(first.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    );
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    expect(await first.isRunning()).toBe(false);
    const second = await start();
    // whoever still holds the address finds the server again
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'SELECT * FROM kept')).toEqual({ one: 1 });
  });

  test('that was left running is taken over, not started twice', async () => {
    const first = await start();
    const said: string[] = [];
    const second = await EmbeddedPostgres.start(dataDir, { notice: (line) => said.push(line) });
    expect(second.pid).toBe(first.pid);
    expect(said).toHaveLength(1);
    expect((await EmbeddedPostgres.attach(dataDir)).url).toBe(first.url);
  });

  test('that was killed is started again at once', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    expect(second.pid).not.toBe(first.pid);
    expect(await ask(second.url, 'SELECT * FROM kept')).toEqual({ one: 1 });
  });

  test('comes back from a copy of its files, whoever made the copy', async () => {
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await first.stop();
    const copy = `${dataDir}-copy`;
    await cp(dataDir, copy, { recursive: true });
    const second = await EmbeddedPostgres.start(copy);
    expect(await ask(second.url, 'SELECT * FROM kept')).toEqual({ one: 1 });
    await second.stop();
    await rm(copy, { recursive: true, force: true });
  });

  test('hides its passwords from others, and says so when they are lost', async () => {
    const file = join(dataDir, 'postgres.json');
    const first = await start();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await first.stop();
    await rm(file);
    await expect(start()).rejects.toThrow(/put it back from a copy/);
  });

  test('refuses the data of another major version, and leaves it as it was', async () => {
    const first = await start();
    await first.stop();
    const version = join(dataDir, 'postgres', 'PG_VERSION');
    await writeFile(version, '17\n');
    await expect(start()).rejects.toThrow(/holds data of PostgreSQL 17/);
    expect(await readFile(version, 'utf8')).toBe('17\n');
  });

  test('is made whole although an earlier try was interrupted', async () => {
    await writeFile(join(dataDir, 'postgres.password'), 'left over');
    await cp(import.meta.dirname, join(dataDir, 'postgres.new'), { recursive: true });
    expect(await ask((await start()).url, 'SELECT 1 AS one')).toEqual({ one: 1 });
  });
});
