import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ROOT, type Terminal } from './terminal.js';

const run = promisify(execFile);

/** npm, without what a registry would have to answer. */
const npm = (cwd: string, ...words: readonly string[]) =>
  run('npm', [...words, '--offline', '--no-audit', '--no-fund', '--silent'], { cwd });

/** A folder whose packages come from a tarball alone. */
async function installed(home: string, name: string, tarball: string): Promise<string> {
  const folder = join(home, name);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  await npm(folder, 'install', tarball);
  return folder;
}

export function installing(terminal: () => Terminal): void {
  describe('installed from its tarball', () => {
    test('the command runs without any other package, and looks like the one of this repository', async () => {
      const { home, env, says } = terminal();
      await run(process.execPath, ['apps/cli/pack.mjs', 'cli', home], { cwd: ROOT });
      const tarball =
        (await readdir(home)).find((name) => /^waymark-cli-.*\.tgz$/.test(name)) ?? '';
      const folder = await installed(home, 'with-cli', join(home, tarball));
      expect(await readdir(join(folder, 'node_modules'))).toEqual(
        expect.arrayContaining(['@waymark']),
      );
      expect(
        (await readdir(join(folder, 'node_modules'))).filter((name) => !/^[.@]/.test(name)),
      ).toEqual([]);
      const command = join(folder, 'node_modules/.bin/waymark');
      expect((await run(command, ['--help'], { env })).stdout).toContain('where a unit stands');
      expect((await run(command, ['--version'], { env })).stdout.trim()).toBe(
        (JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string })
          .version,
      );
      const words = ['status', 'usa', '--as-of', '2026-11-01'];
      expect((await run(command, words, { env })).stdout).toBe(await says(...words));
    });

    test('the client does what its README shows, with its types', async () => {
      const { home, env } = terminal();
      await run(process.execPath, ['apps/cli/pack.mjs', 'client', home], { cwd: ROOT });
      const tarball = (await readdir(home)).find((name) => /^waymark-client-.*\.tgz$/.test(name));
      const folder = join(home, 'with-client');
      const packages = join(folder, 'node_modules');
      await mkdir(join(packages, '@waymark/client'), { recursive: true });
      const unpack = ['-xzf', join(home, tarball ?? ''), '--strip-components=1'];
      await run('tar', [...unpack, '-C', join(packages, '@waymark/client')]);
      // the one package it needs, as npm would put it there
      await symlink(join(ROOT, 'node_modules/openapi-fetch'), join(packages, 'openapi-fetch'));
      await symlink(join(ROOT, 'node_modules/@types'), join(packages, '@types'));
      const readme = await readFile(join(packages, '@waymark/client/README.md'), 'utf8');
      const example = /```js\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
      await writeFile(join(folder, 'example.mjs'), example);
      const { stdout } = await run(process.execPath, ['example.mjs'], { cwd: folder, env });
      expect(stdout).toMatch(/^altimeter: Formalized then Strategic: .*operations\.delegated/m);
      const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
      const check = async (text: string) => {
        await writeFile(join(folder, 'example.mts'), text);
        const words = [
          '--noEmit',
          '--strict',
          '--skipLibCheck',
          '--module',
          'nodenext',
          '--types',
          'node',
        ];
        return run(process.execPath, [tsc, ...words, 'example.mts'], { cwd: folder });
      };
      await check(example);
      await expect(
        check(example.replace('{unit}/standings', '{unit}/standing')),
      ).rejects.toMatchObject({
        stdout: expect.stringContaining('/standing"'),
      });
    });

    test('npx runs the one of this repository', async () => {
      const { stdout } = await run('npx', ['--no-install', 'waymark', 'status', 'usa', '--brief'], {
        cwd: ROOT,
        env: { ...process.env, ...terminal().env },
      });
      expect(stdout).toContain('6 of 6');
    });
  });
}
