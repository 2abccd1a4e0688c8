// npm test [-- what vitest takes]: sees to the programs that some suites need, then runs vitest. A run that
// takes longer than TEST_LIMIT_MINUTES (40), or a file of it than TEST_FILE_LIMIT_MINUTES (15), is ended and
// says what it was at.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Watch } from './support/watch/watch.mjs';

const root = fileURLToPath(new URL('../', import.meta.url));
const say = (line) => process.stdout.write(`${line}\n`);

/** Programs that suites run for real, and what goes without them. */
const PROGRAMS = [
  { name: 'redis-server', suites: 'the suites on Redis' },
  { name: 'chromium', suites: 'the suites in a browser' },
];

const APT_MS = 5 * 60_000;

const isMissing = ({ name }) => spawnSync('which', [name], { timeout: 20_000 }).status !== 0;

function seeTo(missing) {
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  if (process.env.CI === 'true') {
    process.stderr.write(`Missing here: ${names.join(', ')}; in CI every suite must run.\n`);
    process.exit(1);
  }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say(`Installing ${names.join(' and ')} (apt-get), which some suites need …`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const apt = (...words) =>
      spawnSync('apt-get', ['-qq', ...words], { env: environment, timeout: APT_MS });
    apt('update');
    apt('install', '-y', '--no-install-recommends', ...names);
  }
  for (const { name, suites } of missing.filter(isMissing)) {
    say(`${name} is not installed, so ${suites} are skipped; get it with: apt-get install ${name}`);
  }
}

seeTo(PROGRAMS.filter(isMissing));
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
if (!existsSync(vitest)) {
  process.stderr.write('The packages are not installed: run npm ci first.\n');
  process.exit(1);
}
const { TEST_LIMIT_MINUTES = 40, TEST_FILE_LIMIT_MINUTES = 15 } = process.env;
const limits = { run: Number(TEST_LIMIT_MINUTES), file: Number(TEST_FILE_LIMIT_MINUTES) };
const watch = new Watch(limits, say);
const child = spawn(process.execPath, [...watch.flags, vitest, 'run', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...watch.environment },
});
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
process.exit(await watch.over(child));
