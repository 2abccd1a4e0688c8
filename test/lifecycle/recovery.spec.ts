import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { EmbeddedPostgres } from '#lib/platform';
import { alive, allGone, build, Installation, type Run } from './installation.js';

const SOON = { interval: 50 } as const;

let installation: Installation;
beforeAll(build);
beforeEach(async () => {
  installation = await Installation.create();
});
afterEach(() => installation.remove());

async function startWithUnit(): Promise<Run> {
  const run = await installation.start();
  expect(await run.as(run.adminKey).putUnit('hq')).toBe(201);
  return run;
}

describe('after kill -9', () => {
  test.each(['api', 'worker'] as const)('of the %s, it is started again', async (part) => {
    const run = await startWithUnit();
    const killed = (await installation.parts())[part];
    process.kill(killed, 'SIGKILL');
    await expect
      .poll(async () => (await installation.parts())[part], SOON)
      .not.toBeOneOf([killed, 0]);
    await expect.poll(() => run.readiness().catch(() => 0), SOON).toBe(200);
    expect(await run.getUnit('hq')).toBe(200);
    expect(run.lines).toContainEqual(expect.stringContaining(`The ${part} ended unexpectedly`));
    expect(await run.stop()).toEqual({ code: 0, signal: null });
  });

  test('of PostgreSQL, it is started again and requests meanwhile get 503', async () => {
    const run = await startWithUnit();
    const killed = (await installation.postgresPid()) as number;
    process.kill(killed, 'SIGKILL');
    const statuses = new Set<number>();
    await expect
      .poll(async () => {
        statuses.add(await run.getUnit('hq'));
        return (await installation.postgresPid()) !== killed && run.readiness();
      }, SOON)
      .toBe(200);
    await expect.poll(() => run.getUnit('hq'), SOON).toBe(200);
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    expect(await run.putUnit('other')).toBe(201);
  });

  test('of the launcher, its parts end, and the next start takes PostgreSQL over', async () => {
    const first = await startWithUnit();
    const { launcher, api, worker } = await installation.parts();
    const postgres = (await installation.postgresPid()) as number;
    process.kill(launcher, 'SIGKILL');
    await first.exited;
    await allGone([api, worker]);
    expect(alive(postgres)).toBe(true);
    const second = await installation.start();
    expect(await installation.postgresPid()).toBe(postgres);
    expect(await second.as(first.adminKey).getUnit('hq')).toBe(200);
    await second.stop();
    expect(alive(postgres)).toBe(false);
  });

  test('of the launcher, a start right after it ends the parts that still drain', async () => {
    const first = await startWithUnit();
    const { launcher, api, worker } = await installation.parts();
    // a stopped process cannot notice that its launcher is gone
    process.kill(api, 'SIGSTOP');
    process.kill(launcher, 'SIGKILL');
    const second = await installation.start();
    expect([api, worker].filter(alive)).toEqual([]);
    expect(await second.as(first.adminKey).getUnit('hq')).toBe(200);
  });

  test('of everything at once, the next start recovers', async () => {
    const first = await startWithUnit();
    const pids = [...Object.values(await installation.parts()), await installation.postgresPid()];
    for (const pid of pids) process.kill(pid as number, 'SIGKILL');
    await first.exited;
    const second = await installation.start();
    expect(await second.as(first.adminKey).getUnit('hq')).toBe(200);
  });
});

describe('a database of one’s own', () => {
  test('that goes away gives 503 and unreadiness, and everything comes back with it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-away-'));
    let postgres = await EmbeddedPostgres.start(folder);
    onTestFinished(async () => {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    });
    const run = await installation.start({ DATABASE_URL: postgres.url });
    expect(await run.as(run.adminKey).putUnit('hq')).toBe(201);

    await postgres.stop();
    const refused = await run.call('/api/v1/units/hq');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ status: 503 });
    expect(await run.putUnit('other')).toBe(503);
    expect(await run.readiness()).toBe(503);
    expect((await fetch(`${run.url}/health/live`)).status).toBe(200);

    postgres = await EmbeddedPostgres.start(folder);
    await expect.poll(() => run.readiness(), SOON).toBe(200);
    expect(await run.getUnit('hq')).toBe(200);
    expect(await run.putUnit('other')).toBe(201);
    expect(await run.stop()).toEqual({ code: 0, signal: null });
  });
});

describe('a disk that is full', () => {
  test('gives 503 and unreadiness until there is room again', async ({ skip }) => {
    const disk = await mkdtemp(join(tmpdir(), 'waymark-disk-'));
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=300m', 'tmpfs', disk], {
      timeout: 20_000,
    });
    skip(mounted.status !== 0, 'a small disk can only be mounted as root, outside a container');
    const small = await Installation.create(join(disk, 'data'));
    try {
      const run = await small.start();
      run.as(run.adminKey);
      expect(await run.putUnit('before')).toBe(201);
      const ballast = join(disk, 'ballast');
      await fill(ballast);
      let unit = 0;
      await expect
        .poll(
          async () => {
            unit += 1;
            return run.putUnit(`filler-${unit}`);
          },
          { timeout: 50_000, interval: 0 },
        )
        .toBe(503);
      expect(await run.readiness()).toBe(503);
      await rm(ballast);
      await expect.poll(() => run.readiness(), SOON).toBe(200);
      await expect.poll(() => run.putUnit('after'), SOON).toBe(201);
      expect(await run.getUnit('before')).toBe(200);
      expect(await run.stop()).toEqual({ code: 0, signal: null });
    } finally {
      await small.remove();
      spawnSync('umount', [disk], { timeout: 20_000 });
      await rm(disk, { recursive: true, force: true });
    }
  });

  /** Writes until there is no room. */
  async function fill(file: string): Promise<void> {
    const block = Buffer.alloc(1 << 20);
    for (let size = block.length; size >= 4096; size /= 2) {
      for (let full = false; !full; ) {
        full = await writeFile(file, block.subarray(0, size), { flag: 'a' }).then(
          () => false,
          () => true,
        );
      }
    }
  }
});
