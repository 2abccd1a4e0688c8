/** What the licence file of a version says, where its manifest does not say it as SPDX has it. */
const READ = { 'png-js 2.0.0': 'MIT', '@visx/vendor 4.0.0': 'MIT AND ISC' };

/** The licence of a package as somebody has read it; undefined: nobody had to. */
export function readLicence(name, version) {
  return READ[`${name} ${version}`];
}
