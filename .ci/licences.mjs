// node .ci/licences.mjs [folder]: whether every package that runs in production may be passed on as it is.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import satisfies from 'spdx-satisfies';
import { readLicence } from './read-licences.mjs';

/** Licences that ask for no more than to be named (SPDX). */
const ALLOWED = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib'],
  // of fonts, which it lets pass on with anything
  'OFL-1.1',
];

const folder = resolve(process.argv[2] ?? '.');
const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));

/** What a package says of itself; one for another platform is only known from the lock. */
function licenceOf(path, locked) {
  const manifest = join(folder, path, 'package.json');
  const own = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : locked;
  const licence = own.license ?? own.licenses;
  if (Array.isArray(licence)) return licence.map((one) => one.type ?? one).join(' OR ');
  return licence?.type ?? licence;
}

function faultOf(licence) {
  if (!licence) return 'names no licence';
  try {
    return satisfies(licence, ALLOWED) ? undefined : `is under ${licence}, which is not allowed`;
  } catch {
    return `names a licence that is none of SPDX: ${licence}`;
  }
}

const inProduction = Object.entries(packages).filter(
  // what lies elsewhere is our own
  ([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link,
);
const faults = inProduction.flatMap(([path, locked]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const fault = faultOf(readLicence(name, locked.version) ?? licenceOf(path, locked));
  return fault ? [`${name} ${locked.version} ${fault}.`] : [];
});
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exit(1);
process.stdout.write(`${inProduction.length} packages run in production; all may be passed on.\n`);
