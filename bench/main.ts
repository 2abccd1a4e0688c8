import { cpus } from 'node:os';
import { append } from './append.js';
import { dashboard } from './dashboard.js';
import { exports } from './exports.js';
import { fairness } from './fairness.js';
import { forecast } from './forecast.js';
import { imports } from './imports.js';
import { mapping } from './mapping.js';
import { outbound } from './outbound.js';
import { post } from './post.js';
import { rebuild } from './rebuild.js';
import { rollups } from './rollups.js';
import { start } from './start.js';
import { subtree } from './subtree.js';
import { timelines } from './timelines.js';
import { verify } from './verify.js';
import { webhooks } from './webhooks.js';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  timelines,
  append,
  post,
  fairness,
  rebuild,
  subtree,
  start,
  forecast,
  rollups,
  dashboard,
  verify,
  mapping,
  webhooks,
  outbound,
  imports,
  exports,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench "${unknown[0]}": ${Object.keys(BENCHES).join(', ')}.\n`);
  process.exit(1);
}
process.stdout.write(`Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model})\n`);
for (const [name, bench] of Object.entries(BENCHES)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await bench();
}
