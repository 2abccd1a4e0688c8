// node .ci/sbom.mjs: the software bill of materials (CycloneDX 1.6) of what runs in production, by the
// lock alone: the same lock, the same bill. `npm sbom --omit=dev` leaves out packages of production
// that a tool of development needs too, so it is not used.
import { readFileSync } from 'node:fs';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { readLicence } from './read-licences.mjs';

const NODE_MODULES = 'node_modules/';
const { name, version, packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

const nameOf = (path) => path.slice(path.lastIndexOf(NODE_MODULES) + NODE_MODULES.length);

function componentOf(path, locked) {
  const full = nameOf(path);
  const [last, group] = full.split('/').reverse();
  const purl = `pkg:npm/${full.replace('@', '%40')}@${locked.version}`;
  const component = new Models.Component(Enums.ComponentType.Library, last, {
    group,
    version: locked.version,
    // one package may be installed at several places
    bomRef: path,
    purl,
    scope: locked.optional ? Enums.ComponentScope.Optional : Enums.ComponentScope.Required,
  });
  const [algorithm, digest] = (locked.integrity ?? '').split('-');
  if (algorithm === 'sha512') {
    const hex = Buffer.from(digest, 'base64').toString('hex');
    component.hashes.set(Enums.HashAlgorithm['SHA-512'], hex);
  }
  // check:licences has seen to it that this is SPDX
  const licence = readLicence(full, locked.version) ?? locked.license;
  if (licence) {
    const compound = / (OR|AND|WITH) /.test(licence);
    const Licence = compound ? Models.LicenseExpression : Models.SpdxLicense;
    component.licenses.add(new Licence(licence));
  }
  return component;
}

/** Where Node would find a package that the one at `path` asks for. */
function find(path, wanted) {
  for (let at = path; ; at = at.slice(0, Math.max(at.lastIndexOf(`/${NODE_MODULES}`), 0))) {
    const place = `${at === '' ? '' : `${at}/`}${NODE_MODULES}${wanted}`;
    if (packages[place]) return place;
    if (at === '') return undefined;
  }
}

const bom = new Models.Bom();
const root = new Models.Component(Enums.ComponentType.Application, name, {
  version,
  bomRef: 'root',
  purl: `pkg:npm/${name}@${version}`,
});
bom.metadata.component = root;
const components = new Map();
for (const [path, locked] of Object.entries(packages)) {
  if (path.includes('node_modules/') && !locked.dev && !locked.link)
    components.set(path, componentOf(path, locked));
}
for (const [path, component] of [['', root], ...components]) {
  const { dependencies, optionalDependencies, peerDependencies } = packages[path];
  for (const wanted of Object.keys({
    ...dependencies,
    ...optionalDependencies,
    ...peerDependencies,
  })) {
    const needed = components.get(find(path, wanted));
    if (needed) component.dependencies.add(needed.bomRef);
  }
  if (component !== root) bom.components.add(component);
}

const serializer = new Serialize.JsonSerializer(
  new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6),
);
process.stdout.write(`${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`);
