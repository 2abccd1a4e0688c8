// Builds when nothing is built or the sources changed. Also runs before the tests that start processes.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SETTINGS = [
  'nest-cli.json',
  'package-lock.json',
  'package.json',
  'tsconfig.build.json',
  'tsconfig.json',
];

/** What builds: the server, and the dashboard beside it. */
const TOOLS = [
  { name: 'Nest CLI', file: ['@nestjs', 'cli', 'bin', 'nest.js'], words: ['build'] },
  {
    name: 'Vite',
    file: ['vite', 'bin', 'vite.js'],
    words: ['build', '--config', 'apps/web/vite.config.ts'],
  },
];

/** A hash over everything the build reads. */
async function fingerprint(root) {
  const files = [...SETTINGS];
  for (const folder of ['apps', 'libs']) {
    const entries = await readdir(join(root, folder), { recursive: true });
    files.push(...entries.filter(isSource).map((entry) => join(folder, entry)));
  }
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of files.sort()) {
    const content = await readFile(join(root, file)).catch(() => '');
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function isSource(name) {
  return (
    /\.(ts|tsx|css|html|svg|json)$/.test(name) &&
    !name.endsWith('.spec.ts') &&
    !/(^|\/)node_modules\//.test(name)
  );
}

/** Makes `dist` fit the sources, showing progress. A build that was interrupted is done again. */
export async function ensureBuilt(root, say = (line) => process.stdout.write(`${line}\n`)) {
  const stamp = join(root, 'dist', '.built');
  const wanted = await fingerprint(root);
  const built = () => readFile(stamp, 'utf8').catch(() => undefined);
  if ((await built()) === wanted) return;
  const unlock = await lock(join(root, 'node_modules', '.waymark-build'), say);
  try {
    const before = await built();
    if (before === wanted) return;
    // without a stamp nobody knows how far an earlier build came
    if (before === undefined) await rm(join(root, 'dist'), { recursive: true, force: true });
    await rm(stamp, { force: true });
    await compile(
      root,
      before === undefined ? 'Building Waymark' : 'The sources changed: building',
      say,
    );
    await writeFile(stamp, wanted);
  } finally {
    await unlock();
  }
}

async function compile(root, title, say) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  say(`${title} …`);
  const tick = setInterval(() => say(`  building for ${seconds()} s …`), 5_000);
  const children = TOOLS.map(({ name, file, words }) => {
    const tool = join(root, 'node_modules', ...file);
    if (!existsSync(tool)) {
      throw new Error(`${name} is not installed: run npm ci (with development packages) to build.`);
    }
    return { tool, words };
  }).map(({ tool, words }) =>
    spawn(process.execPath, [tool, ...words], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // whoever builds, tests too: what is built is what runs for users
      env: { ...process.env, NODE_ENV: 'production' },
    }),
  );
  const stop = () => {
    for (const child of children) child.kill('SIGTERM');
    process.exit(0);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of signals) process.once(name, stop);
  const failed = (await Promise.all(children.map(ended))).filter(({ code }) => code !== 0);
  for (const name of signals) process.off(name, stop);
  clearInterval(tick);
  if (failed.length > 0) {
    throw new Error(
      `${failed.map(({ said }) => said).join('\n')}\nThe build failed; what the compiler says stands above.`,
    );
  }
  say(`Built in ${seconds()} s.`);
}

/** What a tool said, once it has ended. */
async function ended(child) {
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const code = await new Promise((resolve) => child.on('close', resolve));
  return { code, said: String(Buffer.concat(said)) };
}

/** One build at a time, also when several processes start together. */
async function lock(file, say) {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, String(process.pid));
  for (let told = false; ; told = true) {
    try {
      // a link never replaces, and what it shows is whole
      await link(draft, file);
      await rm(draft);
      return () => rm(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!runs(Number(await readFile(file, 'utf8').catch(() => process.pid)))) {
      await rm(file, { force: true });
      continue;
    }
    if (!told) say('Another process is building; waiting for it …');
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function runs(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
