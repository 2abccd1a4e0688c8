import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { done } from '../../integrations/support/tool-office.js';
import { Client } from '../../e2e/support/client.js';
import { ROOT, type Terminal } from './terminal.js';
import { inShell } from './in-shell.js';

/** Pages whose lines for a shell can be pasted as they stand, once WAYMARK and KEY are set. */
const PAGES = ['cloud-events', 'demo', 'exports', 'imports', 'sources'] as const;
/** What the terminal's page shows, but for what asks for a key, a file of one's own, a position, or goes on. */
const LEFT_OUT = /^waymark (login|import|correct|retract|watch)\b/;
const SECRET = 'a-secret-that-a-generator-made-0123456789';

const blocksOf = async (page: string): Promise<readonly string[]> => {
  const text = await readFile(join(ROOT, 'docs', `${page}.md`), 'utf8');
  return [...text.matchAll(/^( *)```sh\n([\s\S]*?)^ *```/gm)].map(([, , block = '']) => block);
};

/** Says how each request was answered, and nothing else. */
const ANSWERS = `curl() { command curl -sS -o /dev/null -w '%{http_code}\\n' "$@"; }`;

export function documents(terminal: () => Terminal): void {
  describe('the documents, with the demo', () => {
    test.each(PAGES)('%s.md has requests that are answered as they stand', async (page) => {
      const { api, key } = terminal();
      if (page === 'sources') {
        const source = { kind: 'generic', secret: SECRET, mapping: [] };
        done(await new Client(api.url, key).put('/sources/ci', source));
      }
      const lines = (await blocksOf(page))
        // the worker would ask the tool itself
        .filter((block) => /\b(curl|ask)\b/.test(block) && !block.includes('"poll"'))
        .join('\n')
        .replace(/^KEY=.*$/m, '')
        .replace(/^API=.*$/m, 'API="$WAYMARK/api/v1"');
      const asked = lines.match(/^ *(curl|ask) /gm) ?? [];
      expect(asked.length).toBeGreaterThan(0);
      const variables = { WAYMARK: api.url, KEY: key, SECRET };
      const { out, err } = await inShell(`${ANSWERS}\n${lines}`, variables);
      const answers = out.split('\n').filter((line) => line !== '');
      expect(answers, err).toEqual(asked.map(() => expect.stringMatching(/^2\d\d$/)));
    });

    test('terminal.md has commands that end well', async () => {
      const { program, env, home } = terminal();
      const lines = (await blocksOf('terminal'))
        .flatMap((block) => block.split('\n'))
        .filter((line) => line.startsWith('waymark ') && !LEFT_OUT.test(line));
      expect(lines.length).toBeGreaterThan(5);
      const variables = {
        ...env,
        PROGRAM: program,
        NODE: process.execPath,
        MODELS: join(ROOT, 'models'),
      };
      const script = [
        'set -e',
        'waymark() { "$NODE" "$PROGRAM" "$@"; }',
        `cd ${home} && ln -s "$MODELS" models`,
        ...lines.map((line) => line.replace(/ \| jq .*$/, '')),
      ].join('\n');
      const { code, out, err } = await inShell(script, variables);
      expect(code, `${out.slice(-1_000)}${err}`).toBe(0);
    });
  });
}
