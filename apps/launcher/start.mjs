// Plain JavaScript, since nothing is built yet when this runs: node apps/launcher/start.mjs [what]
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const programs = {
  all: 'dist/apps/launcher/src/main.js',
  demo: 'dist/apps/launcher/src/main.js',
  'demo-key': 'dist/apps/demo/src/new-key.main.js',
  api: 'dist/apps/api/src/main.js',
  worker: 'dist/apps/worker/src/main.js',
  'bi-role': 'dist/apps/launcher/src/bi-role.js',
  'admin-key': 'dist/apps/launcher/src/admin-key.js',
  'verify-log': 'dist/apps/launcher/src/verify-log.js',
  'log-heads': 'dist/apps/launcher/src/log-heads.js',
  rebuild: 'dist/apps/worker/src/rebuild.main.js',
  'dead-letters': 'dist/apps/worker/src/dead-letters.main.js',
};

function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

const what = process.argv[2] ?? 'all';
const program = programs[what];
if (!program) fail(`"${what}" cannot be started; these can: ${Object.keys(programs).join(', ')}.`);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Waymark needs Node 20.19 or later; this is ${process.versions.node}.`);
}
if (!existsSync(`${root}node_modules/@nestjs/core`)) {
  fail('The packages are not installed: run npm ci first.');
}
await ensureBuilt(root).catch((error) => fail(error.message));
await import(`${root}${program}`);
