import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, Installation, ROOT, type Run } from '../lifecycle/installation.js';

const KEY = 'the-administrator-key-out-of-a-file';

describe.skipIf(process.platform !== 'linux')('a running Waymark', () => {
  let installation: Installation;
  let run: Run;
  let pids: readonly number[];

  beforeAll(async () => {
    await build();
    installation = await Installation.create();
    const file = join(installation.dataDir, 'admin-key');
    await writeFile(file, `${KEY}\n`, { mode: 0o600 });
    run = await installation.start({ WAYMARK_ADMIN_KEY_FILE: file });
    pids = Object.values(await installation.parts());
  }, 240_000);
  afterAll(() => installation?.remove());

  const units = () =>
    fetch(`${run.url}/api/v1/units`, { headers: { authorization: `Bearer ${KEY}` } });

  test('takes a secret from a file', async () => {
    expect((await units()).status).toBe(200);
    expect(run.adminKey).toBeUndefined();
  });

  test('shows no secret to those who list processes', async () => {
    const { password, adminPassword } = JSON.parse(
      await readFile(join(installation.dataDir, 'postgres.json'), 'utf8'),
    ) as Record<string, string>;
    const secrets = [KEY, password, adminPassword];
    for (const secret of secrets) expect(secret?.length).toBeGreaterThan(20);
    for (const pid of pids) {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      for (const secret of secrets) expect(command).not.toContain(secret);
      expect(command).not.toMatch(/--inspect|postgres:\/\//);
    }
  });

  test('opens no door to a debugger, also when it is asked to by a signal', async () => {
    expect(pids).toHaveLength(3);
    for (const pid of pids) process.kill(pid, 'SIGUSR1');
    expect((await units()).status).toBe(200);
    await expect(fetch('http://127.0.0.1:9229/json/version')).rejects.toThrow('fetch failed');
    expect(run.lines.filter((line) => /debugger/i.test(line))).toEqual([]);
  });

  test('says of a fault that nobody caught what may be said, and ends', async () => {
    const program = `
      import { runProcess } from '${join(ROOT, 'dist/libs/platform/src/index.js')}';
      await runProcess('faulty', async () => {
        setTimeout(() => {
          const fault = new Error('no way to redis://me:hush-hush@cache:6379');
          throw Object.assign(fault, { command: { name: 'auth', args: ['hush-hush'] } });
        });
        return { says: [], stop: async () => undefined };
      });`;
    const child = installation.launch({ DATABASE_URL: await installation.adminUrl() }, [
      process.execPath,
      '--input-type=module',
      '--eval',
      program,
    ]);
    expect((await child.exited).code).toBe(1);
    const said = child.lines.join('\n');
    expect(said).toContain('redis://[redacted]@cache:6379');
    expect(said).not.toContain('hush-hush');
  });

  test('does not start on secrets that other users may read', async () => {
    await run.stop();
    await chmod(join(installation.dataDir, 'secrets.json'), 0o644);
    const again = installation.launch();
    expect((await again.exited).code).toBe(1);
    expect(again.lines.join('\n')).toMatch(/secrets\.json cannot be read: .*chmod 600/);
  }, 240_000);
});
