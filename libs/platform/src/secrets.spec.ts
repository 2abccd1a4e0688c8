import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { knownSecrets, loadSecrets } from './secrets.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the secrets', () => {
  test('are made once, for their owner’s eyes only, and read again', async () => {
    const file = join(folder, 'deep', 'secrets.json');
    const made = await loadSecrets(file);
    expect(made.masterKey).toHaveLength(32);
    expect(made.signingKey).not.toEqual(made.masterKey);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await loadSecrets(file)).toEqual(made);
  });

  test('are not made for a command that was run in the wrong place', async () => {
    const file = join(folder, 'secrets.json');
    await expect(knownSecrets(file)).rejects.toThrow(/There is no .*Set WAYMARK_SECRETS_FILE/);
    expect(await readdir(folder)).toEqual([]);
    const made = await loadSecrets(file);
    expect(await knownSecrets(file)).toEqual(made);
  });

  test('are not read from a file that other users may read', async () => {
    const file = join(folder, 'secrets.json');
    await loadSecrets(file);
    await chmod(file, 0o644);
    await expect(loadSecrets(file)).rejects.toThrow(/open to other users.*chmod 600/);
  });

  test('are the same for all who ask together', async () => {
    const file = join(folder, 'secrets.json');
    const asked = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(file)));
    for (const secrets of asked) expect(secrets).toEqual(asked[0]);
  });

  test.each([
    ['not JSON', 'master'],
    ['a key too short', '{"masterKey":"AAAA","signingKey":"AAAA"}'],
    ['another file', '{"port":1}'],
  ])('are refused when the file holds %s', async (_, content) => {
    const file = join(folder, 'secrets.json');
    await writeFile(file, content, { mode: 0o600 });
    await expect(loadSecrets(file)).rejects.toThrow(file);
  });
});
