import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyOf } from '../../access/two-subtrees.js';
import { Client } from '../../e2e/support/client.js';
import type { Terminal } from './terminal.js';

export function refusals(terminal: () => Terminal): void {
  describe('what cannot be done is told plainly', () => {
    test.each([
      [['status', 'germny'], 1, 'There is no unit "germny"', 'Did you mean germany?'],
      [['status', 'germany', '--model', 'litium'], 1, 'does not follow', 'Did you mean lithium?'],
      [['history', 'germany', '--model', 'litium'], 1, 'There is no model', 'mean lithium?'],
      [['export', 'roadmap', '--model', 'litium'], 1, 'There is no model', 'mean lithium?'],
      [['rollup', 'emea', '--model', 'litium'], 1, 'There is no model', 'Did you mean lithium?'],
      [['status', 'germany', '--as-of', 'yesterday'], 2, '--as-of: Not a date', ''],
      [['status', 'germany', '--as-of', '1990-01-01'], 1, 'no unit "germany" then', 'Nov 1, 2022'],
      [['watch', '--unit', 'germny'], 1, 'There is no unit "germny"', 'Did you mean germany?'],
      [['watch', '--since', 'yesterday'], 2, 'neither an event nor a date', 'a day (2026-11-01)'],
      [['retract', 'hub', '--because', 'x', '--yes'], 2, 'names no event', 'waymark history'],
      [['retract', '999999', '--because', 'x', '--yes'], 1, 'There is no event 999999', ''],
      [['log', 'germany', 'hub.launched', '--on', '2031'], 1, 'lies in the future', ''],
      [['models', 'diff', 'lithium'], 1, 'only one to compare', ''],
      [['statsu', 'germany'], 2, "unknown command 'statsu'", 'Did you mean status?'],
      [['status'], 2, "missing required argument 'unit'", '--help'],
      [['status', 'germany', '--breif'], 2, "unknown option '--breif'", 'Did you mean --brief?'],
      [['log', 'germany', 'hub.launched', '--evidence', 'no address'], 2, 'names no address', ''],
      [['what-if', 'germany'], 2, 'What if what?', ''],
    ])('%j ends with %i', async (words, code, says, hint) => {
      const said = await terminal().run(words);
      expect(said).toMatchObject({ code, out: '' });
      expect(said.err).toContain(says);
      expect(said.err).toContain(hint);
      expect(said.err).not.toMatch(/GET \/|api\/v1| {4}at /);
    });

    test('with --json as JSON', async () => {
      const { code, out, err } = await terminal().run(['status', 'germny', '--json']);
      expect([code, out]).toEqual([1, '']);
      expect(JSON.parse(err)).toMatchObject({
        ...{ exitCode: 1, hints: ['Did you mean germany?'] },
        problem: { status: 404 },
      });
    });

    test('nobody there, a wrong key and nobody signed in end with 3', async () => {
      const { run, key } = terminal();
      const nobody = await run(['units'], { env: { WAYMARK_URL: 'http://127.0.0.1:9' } });
      expect(nobody).toMatchObject({ code: 3, out: '' });
      expect(nobody.err).toContain('http://127.0.0.1:9 does not answer');
      const wrong = await run(['units'], { env: { WAYMARK_KEY: `${key}x` } });
      expect(wrong.code).toBe(3);
      expect(wrong.err).toContain('waymark login');
      const unknown = await run(['units'], { env: { WAYMARK_URL: '', WAYMARK_KEY: '' } });
      expect(unknown.code).toBe(3);
      expect(unknown.err).toContain('You are not signed in');
      expect([nobody, wrong, unknown].map(({ err }) => err).join('')).not.toContain(key);
    });

    test('a server that is something else is told from one that is not there', async () => {
      for (const status of [200, 404, 502]) {
        const other = createServer((_request, response) => {
          response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Hello</h1>');
        });
        await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
        const { port } = other.address() as AddressInfo;
        const env = { WAYMARK_URL: `http://127.0.0.1:${port}` };
        const { code, err } = await terminal().run(['status', 'germany'], { env });
        expect(code).toBe(3);
        expect(err).toContain(
          status < 500 ? 'answers, but not as Waymark does' : 'cannot serve now',
        );
        expect(err).not.toMatch(/ {4}at /);
        await new Promise((resolve) => other.close(resolve));
      }
    });

    test('a key that may only read cannot record', async () => {
      const { api, key, run } = terminal();
      const reader = await keyOf(new Client(api.url, key), 'executive', 'emea');
      const env = { WAYMARK_KEY: reader };
      expect((await run(['status', 'germany', '--brief'], { env })).code).toBe(0);
      expect((await run(['status', 'usa'], { env })).err).toContain('There is no unit "usa"');
      const refused = await run(['log', 'germany', 'hub.launched', '--on', '2026'], { env });
      expect(refused.code).toBe(1);
    });
  });

  describe('signing in', () => {
    const anonymous = { WAYMARK_URL: '', WAYMARK_KEY: '' };

    test('keeps a key that the server knows, for its owner alone', async () => {
      const { api, key, run, home } = terminal();
      const login = (profile: string, input: string) =>
        run(['login', api.url, '--profile', profile], { env: anonymous, input });
      expect(await login('wrong', 'wmk_wrong')).toMatchObject({ code: 3 });
      const { code, out } = await login('office', `${key}\n`);
      expect(code).toBe(0);
      expect(out).toContain('as Demo administrator (administrator)');
      expect(out).not.toContain(key);
      const { mode } = await stat(join(home, 'config/waymark/profiles.json'));
      expect(mode & 0o777).toBe(0o600);
      expect((await run(['status', 'germany', '--brief'], { env: anonymous })).code).toBe(0);
      const listed = await run(['profiles', '--json'], { env: anonymous });
      expect(JSON.parse(listed.out).items).toEqual([
        { name: 'office', server: api.url, key: `${key.slice(0, 8)}…`, current: true },
      ]);
      // its key goes to no other server
      const elsewhere = await run(['units'], {
        env: { ...anonymous, WAYMARK_URL: 'http://127.0.0.1:9' },
      });
      expect([elsewhere.code, elsewhere.err]).toEqual([
        3,
        expect.stringContaining(`for ${api.url}`),
      ]);
      expect((await run(['units', '--depth', '0'])).code).toBe(2);
      expect((await run(['units', '--profile', 'ofice'], { env: anonymous })).err).toContain(
        'These are: office',
      );
      const second = await login('second', key);
      expect(second.out).toContain('"second" is the current profile now; it was "office".');
      expect((await run(['profiles'], { env: anonymous })).out).toMatch(/^second +● /m);
      for (const _ of ['second', 'office'])
        expect((await run(['logout'], { env: anonymous })).code).toBe(0);
      expect((await run(['units'], { env: anonymous })).code).toBe(3);
    });
  });
}
