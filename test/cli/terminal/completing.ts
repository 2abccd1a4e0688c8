import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Terminal } from './terminal.js';

const run = promisify(execFile);

export function completing(terminal: () => Terminal): void {
  describe('completion', () => {
    const words = async (...typed: readonly string[]) =>
      (await terminal().says('__complete', '--', ...typed))
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\t')[0]);

    test('knows commands, options, their values, and keys of the server', async () => {
      expect(await words('st')).toEqual(['status']);
      expect(await words('models', 'c')).toEqual(['check']);
      expect(await words('alerts', '--sev')).toEqual(['--severity']);
      expect(await words('alerts', '--severity', '')).toEqual(['critical', 'warning', 'info']);
      expect(await words('status', 'germany-')).toEqual([
        'germany-marketing',
        'germany-product',
        'germany-support',
      ]);
      expect(await words('log', 'germany', 'hub.launched', 'steering')).toEqual([
        'steering-committee.formed',
      ]);
      expect(await words('rollup', 'emea', '--model=lith')).toEqual(['--model=lithium']);
      expect(await words('units', '--under', 'iber')).toEqual(['iberia']);
    });

    test('works in bash as it is installed', async () => {
      const { home, program, env } = terminal();
      const bin = join(home, 'bin');
      await mkdir(bin);
      await writeFile(
        join(bin, 'waymark'),
        `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
      );
      await chmod(join(bin, 'waymark'), 0o755);
      const typing =
        'eval "$(waymark completion bash)"; COMP_WORDS=(waymark status united-); COMP_CWORD=2; _waymark; echo "${COMPREPLY[*]}"';
      const { stdout } = await run('bash', ['-c', typing], {
        env: { ...env, PATH: `${bin}:${env.PATH}` },
      });
      expect(stdout.trim()).toBe('united-kingdom');
    });

    test('zsh and fish get scripts of their own; another shell is refused', async () => {
      expect(await terminal().says('completion', 'zsh')).toMatch(/^#compdef waymark/);
      expect(await terminal().says('completion', 'fish')).toContain('complete -c waymark');
      expect((await terminal().run(['completion', 'csh'])).code).toBe(2);
    });
  });
}
