// node .ci/audit.mjs [report]: fails when a package of production has a known hole that is high or
// critical. A registry that gives no advisories fails nobody, and is named. `report` is what
// `npm audit --json` said; without it, npm is asked.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const GRAVE = ['high', 'critical'];
const PATIENCE_MS = 2 * 60_000;

function ask() {
  const words = ['audit', '--omit=dev', '--json'];
  const { stdout, error } = spawnSync('npm', words, {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: PATIENCE_MS,
  });
  // a registry that does not answer gives no advisories either
  if (error && error.code !== 'ETIMEDOUT') throw error;
  return stdout;
}

/** The report as npm gives it; undefined when it holds none. */
function read(text) {
  try {
    const report = JSON.parse(text);
    return report.vulnerabilities && report.metadata ? report : undefined;
  } catch {
    return undefined;
  }
}

const text = process.argv[2] ? readFileSync(process.argv[2], 'utf8') : ask();
const report = read(text);
if (!report) {
  process.stdout.write('Not audited: the registry gives no advisories here.\n');
  process.exit(0);
}
const found = Object.values(report.vulnerabilities);
for (const { name, severity, range, via } of found) {
  const titles = via.filter((one) => one.title).map((one) => `${one.title} (${one.url})`);
  process.stdout.write(`${severity}: ${name} ${range} ${titles.join('; ')}\n`);
}
const grave = found.filter(({ severity }) => GRAVE.includes(severity));
if (grave.length > 0) {
  const names = grave.map(({ name }) => name).join(', ');
  process.stderr.write(`Known holes that are high or critical: ${names}.\n`);
  process.exit(1);
}
process.stdout.write(`Audited: ${found.length} known holes, none of them high or critical.\n`);
