import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../../..');
const CONFIG = 'test/support/watch/fixtures/vitest.config.ts';

it.concurrent.each([
  [
    'TEST_LIMIT_MINUTES',
    /^The tests took longer than 0\.2 minutes: the run is ended\. Still running:$/m,
  ],
  [
    'TEST_FILE_LIMIT_MINUTES',
    /^.+\.fixture\.ts took longer than 0\.2 minutes: the run is ended\. Still running:$/m,
  ],
])('a run that goes past %s is ended, and says what it was at', async (limit, ending) => {
  const run = spawn(process.execPath, ['test/run.mjs', '--config', CONFIG], {
    cwd: ROOT,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      [limit]: '0.2',
      TEST_LONG_SECONDS: '2',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [run.stdout, run.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  }
  // and not only `exit`: nothing holds its output open
  const code = await new Promise((ended) => run.once('close', ended));
  expect(code).toBe(1);
  expect(said).toMatch(
    /^Still running after \d+ s: .+\/import\.fixture\.ts, for \d+ s being read, before its first test$/m,
  );
  expect(said).toMatch(ending);
  expect(said).toMatch(
    /^ {2}.+\/import\.fixture\.ts for \d+ s: being read, before its first test/m,
  );
  // a file that leaves vitest no turn to say which of its tests runs
  expect(said).toMatch(/^ {2}.+\/loop\.fixture\.ts for \d+ s: between tests for \d+ s$/m);
  expect(said).toMatch(
    /^Process \d+ has computed without a pause for over 2 s:\n {4}at turnForEver \(.+loop\.fixture\.ts:\d+\)$/m,
  );
  expect(said).toMatch(/^ {4}waits for timer \d+$/m);
  expect(said).toMatch(/^Process \d+ \(S\): sleep 1234$/m);
});
