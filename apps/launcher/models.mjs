// node apps/launcher/models.mjs check [--publish] [folder …] | schemas
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './build.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const programs = { check: 'check-models.main.js', schemas: 'write-schemas.main.js' };

const [what] = process.argv.splice(2, 1);
const program = programs[what];
if (!program) {
  process.stderr.write(`"${what}" is not known; these are: ${Object.keys(programs).join(', ')}.\n`);
  process.exit(1);
}
await ensureBuilt(root);
await import(`${root}dist/libs/catalogue/src/${program}`);
