#!/usr/bin/env node
// `npx waymark` in this repository: bundles when the sources changed, then runs what users install.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBundled } from './bundle.mjs';

const folder = await ensureBundled().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
await import(pathToFileURL(join(folder, 'waymark.js')).href);
