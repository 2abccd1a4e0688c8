import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Browser } from '../access/support/browser.js';
import { alive, allGone, build, Installation, type Run } from './installation.js';

let installation: Installation;
beforeAll(build);
beforeEach(async () => {
  installation = await Installation.create();
});
afterEach(() => installation.remove());

/** Who somebody is who opens a link and presses its button. */
async function visitor(link: string, { url }: Run) {
  const browser = new Browser();
  await browser.submit(await browser.open(link), {});
  return (await browser.call('GET', `${url}/api/v1/session`)).body;
}

describe('one command', () => {
  test('starts everything, shows the key once, and keeps what was recorded', async () => {
    const first = await installation.start();
    expect(first.adminKey).toMatch(/^.{32,}$/);
    first.as(first.adminKey);
    expect(await first.readiness()).toBe(200);
    expect(await first.putUnit('hq')).toBe(201);
    for (const file of ['secrets.json', 'postgres.json', 'lock.json']) {
      expect((await stat(join(installation.dataDir, file))).mode & 0o777).toBe(0o600);
    }
    expect(await first.stop()).toEqual({ code: 0, signal: null });

    const second = await installation.start();
    expect(second.adminKey).toBeUndefined();
    expect(await second.as(first.adminKey).getUnit('hq')).toBe(200);
  });

  test('installs the key of the configuration', async () => {
    const key = 'a-key-that-somebody-chose-with-care-0001';
    const run = await installation.start({ WAYMARK_ADMIN_KEY: key });
    expect(run.adminKey).toBeUndefined();
    expect(await run.as(key).putUnit('hq')).toBe(201);
    expect(await run.as(`${key}x`).getUnit('hq')).toBe(401);
  });

  test('makes a new key for one who lost theirs, while it runs and while it does not', async () => {
    const run = await installation.start();
    const renew = () =>
      installation.launch({}, [process.execPath, 'apps/launcher/start.mjs', 'admin-key']);
    const running = renew();
    expect(await running.exited).toEqual({ code: 0, signal: null });
    expect(await run.as(running.adminKey).putUnit('hq')).toBe(201);
    expect(await run.as(run.adminKey).getUnit('hq')).toBe(401);
    await run.stop();
    const stopped = renew();
    expect(await stopped.exited).toEqual({ code: 0, signal: null });
    expect(await installation.postgresPid()).toBeUndefined();
    const again = await installation.start();
    expect(await again.as(stopped.adminKey).getUnit('hq')).toBe(200);
  });

  test('a second start on the same data dir says so and leaves the first alone', async () => {
    const first = await installation.start();
    const second = installation.launch();
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.lines).toEqual([expect.stringMatching(/^Waymark already runs on .*process \d+/)]);
    expect(await first.readiness()).toBe(200);
  });

  test('lists every fault of the environment, one line each', async () => {
    const run = installation.launch({
      PORT: 'http',
      DATABASE_URL: 'mysql://localhost/waymark',
      WAYMARK_ADMIN_KEY: 'short',
      WAYMARK_DATADIR: '/tmp',
    });
    expect(await run.exited).toEqual({ code: 1, signal: null });
    expect(run.lines).toHaveLength(4);
    for (const name of ['PORT', 'DATABASE_URL', 'WAYMARK_ADMIN_KEY', 'WAYMARK_DATADIR']) {
      expect(run.lines).toContainEqual(expect.stringMatching(new RegExp(`^${name} `)));
    }
  });

  test('says which port is taken, and leaves nothing running', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    const run = installation.launch({ PORT: String(port) });
    expect(await run.exited).toEqual({ code: 1, signal: null });
    expect(run.lines).toEqual([expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`)]);
    expect(await installation.postgresPid()).toBeUndefined();
    expect(await readdir(installation.dataDir)).not.toContain('postgres');
    other.close();
  });

  test('shows a key that was made also when the start fails after it', async () => {
    const first = await installation.start();
    const client = new pg.Client({ connectionString: await installation.adminUrl() });
    await client.connect();
    await client.query('CREATE DATABASE beside');
    await client.end();
    const url = new URL(await installation.adminUrl());
    url.pathname = '/beside';
    const { port } = new URL(first.url as string);
    const run = installation.launch(
      { PORT: port, DATABASE_URL: url.href, WAYMARK_LOG_LEVEL: 'warn' },
      [process.execPath, 'apps/launcher/start.mjs', 'api'],
    );
    expect(await run.exited).toEqual({ code: 1, signal: null });
    expect(run.lines).toHaveLength(3);
    expect(run.adminKey).toMatch(/^wmk_/);
    expect(run.lines).toContainEqual(expect.stringContaining(`Port ${port} of 127.0.0.1 is taken`));
    expect(await first.as(run.adminKey).getUnit('hq')).toBe(401);
  });

  test('shows the key of the demo in a line to paste, and last a link that leads into it', async () => {
    const run = installation.launch({}, [process.execPath, 'apps/launcher/start.mjs', 'demo']);
    await run.listening();
    await expect.poll(() => run.lines.at(-1)).toMatch(/^To look around in the demo .*: http:/);
    const keys = run.lines.filter((line) => /wmk_/.test(line));
    expect(keys).toHaveLength(3);
    const before = run.lines[run.lines.indexOf(keys[0] as string) - 1];
    expect(before).toMatch(/^Of the program default, which is empty/);
    const paste = run.lines.at(-2)?.replace('Try it: curl', 'curl -sS --fail --max-time 30');
    const { status, stdout } = spawnSync('bash', ['-c', `${paste}`], { timeout: 40_000 });
    expect(status).toBe(0);
    expect(JSON.parse(stdout.toString())).toMatchObject({ unit: 'quillhaven' });
    const visit = run.lines.at(-1)?.split(': ').at(-1) as string;
    expect(await visitor(visit, run)).toMatchObject({ name: 'Demo visitor', program: 'demo' });

    const again = installation.launch({}, [
      process.execPath,
      'apps/launcher/start.mjs',
      'demo-key',
    ]);
    expect(await again.exited).toEqual({ code: 0, signal: null });
    const path = /\/sign-in\/link\/demo\.[\w-]{43}$/.exec(again.lines.at(-1) ?? '')?.[0];
    expect(await visitor(`${run.url}${path}`, run)).toMatchObject({ program: 'demo' });
  });

  test('refuses the data of another PostgreSQL major with one line', async () => {
    await mkdir(join(installation.dataDir, 'postgres'), { recursive: true });
    await writeFile(join(installation.dataDir, 'postgres', 'PG_VERSION'), '17\n');
    const run = installation.launch();
    expect(await run.exited).toEqual({ code: 1, signal: null });
    expect(run.lines).toEqual([expect.stringMatching(/holds data of PostgreSQL 17/)]);
  });
});

describe('stopping', () => {
  /** Holds the head of the log, so that a write waits for as long as we like. */
  async function holdHead(): Promise<() => Promise<void>> {
    const client = new pg.Client({ connectionString: await installation.adminUrl() });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT FROM feed_head FOR UPDATE');
    return async () => {
      await client.query('ROLLBACK');
      await client.end();
    };
  }

  async function waiting(): Promise<number> {
    const client = new pg.Client({ connectionString: await installation.adminUrl() });
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_locks WHERE NOT granted');
    await client.end();
    return rowCount ?? 0;
  }

  test('a request in flight is answered, and repeated signals change nothing', async () => {
    const run = await installation.start();
    run.as(run.adminKey);
    const pids = Object.values(await installation.parts());
    const release = await holdHead();
    const inFlight = run.putUnit('hq');
    await expect.poll(waiting).toBe(1);
    const exited = run.stop();
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGTERM'] as const) run.child.kill(signal);
    // it takes nothing new any more
    await expect.poll(() => run.readiness().catch(() => 'refused')).not.toBe(200);
    expect(alive(run.pid)).toBe(true);
    await release();
    expect(await inFlight).toBe(201);
    const answered = Date.now();
    expect(await exited).toEqual({ code: 0, signal: null });
    // far less than a process may take before it leaves what is in flight
    expect(Date.now() - answered).toBeLessThan(15_000);
    await allGone(pids);
    expect(await installation.postgresPid()).toBeUndefined();
  });

  test.each([
    ['Ctrl-C in the terminal of npm start', (pid: number) => process.kill(-pid, 'SIGINT')],
    ['SIGTERM to npm start', (pid: number) => process.kill(pid, 'SIGTERM')],
  ])('%s ends everything with 0', async (_, end) => {
    const run = await installation.start({}, ['npm', 'start', '--silent']);
    const pids = Object.values(await installation.parts());
    end(run.pid);
    expect(await run.exited).toEqual({ code: 0, signal: null });
    expect(pids.filter(alive)).toEqual([]);
    expect(await installation.postgresPid()).toBeUndefined();
  });

  test('a stop that comes while it starts leaves nothing running', async () => {
    const run = installation.launch();
    await expect.poll(() => installation.postgresPid()).toBeDefined();
    expect(await run.stop()).toEqual({ code: 0, signal: null });
    expect(await installation.postgresPid()).toBeUndefined();
    expect(await readFile(join(installation.dataDir, 'lock.json'), 'utf8').catch(() => '')).toBe(
      '',
    );
  });
});
