import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DataDirInUse, DataDirLock } from './data-dir-lock.js';
import { identify, isAlive } from './identity.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = () => join(folder, 'lock.json');

describe('the lock of a data dir', () => {
  test('is held by one, of many who try, and free again after', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => DataDirLock.take(folder)),
    );
    const taken = tries.filter((one) => one.status === 'fulfilled');
    expect(taken).toHaveLength(1);
    const refusals = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refusals).toEqual(refusals.map(() => expect.any(DataDirInUse)));
    await taken[0]?.value.release();
    await (await DataDirLock.take(folder)).release();
  });

  test('of a process that was killed is void, also when another has its number now', async () => {
    const holder = { pid: process.pid, started: 'in another life' };
    await writeFile(file(), JSON.stringify({ holder, children: [] }));
    const lock = await DataDirLock.take(folder);
    expect(JSON.parse(await readFile(file(), 'utf8'))).toMatchObject({
      holder: await identify(process.pid),
    });
    await lock.release();
  });

  test('half written by a system that crashed is void', async () => {
    await writeFile(file(), '{"holder":{"pi');
    await (await DataDirLock.take(folder)).release();
  });

  test('ends what its killed holder left behind, and nothing else', async () => {
    const sleep = () => spawn('sleep', ['300'], { stdio: 'ignore' });
    const [left, stranger] = [sleep(), sleep()];
    const leftIdentity = await identify(left.pid ?? 0);
    const strangerIdentity = await identify(stranger.pid ?? 0);
    const children = [
      { name: 'worker', ...leftIdentity },
      { name: 'api', ...strangerIdentity, started: 'in another life' },
    ];
    const holder = { pid: 1, started: 'in another life' };
    await writeFile(file(), JSON.stringify({ holder, children }));
    const said: string[] = [];
    const lock = await DataDirLock.take(folder, (line) => said.push(line));
    expect(said).toEqual([expect.stringContaining(`The worker (process ${left.pid})`)]);
    expect(leftIdentity && (await isAlive(leftIdentity))).toBe(false);
    expect(strangerIdentity && (await isAlive(strangerIdentity))).toBe(true);
    stranger.kill('SIGKILL');
    await lock.release();
  });
});
