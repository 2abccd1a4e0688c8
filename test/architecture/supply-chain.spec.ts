import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
/** While another program is waited for, vitest cannot end a test. */
const ENOUGH_MS = 60_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waymark-supply-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    encoding: 'utf8',
    timeout: ENOUGH_MS,
  });
  return { status, said: `${stdout}${stderr}` };
}

function write(name: string, content: unknown): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('the licences of what runs in production', () => {
  const check = (packages: Record<string, object>) => {
    write('package-lock.json', { packages: { '': {}, ...packages } });
    return run('.ci/licences.mjs', folder);
  };

  test('are all ones that ask for no more than to be named', () => {
    const { status, said } = run('.ci/licences.mjs');
    expect(said).toMatch(/^\d{3} packages run in production/);
    expect(status).toBe(0);
  });

  test.each([
    ['MIT', 0],
    ['(MIT OR GPL-3.0-only)', 0],
    ['Apache-2.0 AND ISC', 0],
    ['GPL-3.0-only', 1],
    ['AGPL-3.0-or-later', 1],
    ['MIT AND LGPL-2.1-only', 1],
    ['SEE LICENSE IN LICENSE.md', 1],
    ['UNLICENSED', 1],
    [undefined, 1],
  ])('%s: exit %i', (license, status) => {
    const result = check({ 'node_modules/@some/thing': { version: '1.2.3', license } });
    expect(result.status).toBe(status);
    if (status === 1) expect(result.said).toMatch(/^@some\/thing 1\.2\.3 .+\.$/m);
  });

  test('are read from the packages themselves, where they are installed', () => {
    write('node_modules/a/package.json', { licenses: [{ type: 'MIT' }, { type: 'WTFPL' }] });
    write('node_modules/b/package.json', { license: 'GPL-2.0' });
    const { status, said } = check({
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', license: 'MIT' },
    });
    expect(status).toBe(1);
    expect(said).toBe('b 2.0.0 is under GPL-2.0, which is not allowed.\n');
  });

  test('are no matter for what only developers use', () => {
    const tool = { version: '1.0.0', license: 'GPL-3.0-only', dev: true };
    expect(check({ 'node_modules/tool': tool }).status).toBe(0);
  });
});

describe('the audit of dependencies', () => {
  const hole = (severity: string) => ({
    name: 'left',
    severity,
    range: '<2.0.0',
    via: [{ title: 'Reads too far', url: 'https://advisories.example/1' }, 'right'],
  });
  const report = (...severities: readonly string[]) => ({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(severities.map((one, n) => [`left-${n}`, hole(one)])),
    metadata: {},
  });

  test.each([
    ['no hole', report(), 0, /^Audited: 0 known holes/m],
    ['small ones', report('low', 'moderate'), 0, /^moderate: left <2\.0\.0 Reads too far/m],
    ['a high one', report('low', 'high'), 1, /^Known holes that are high or critical: left\.$/m],
    ['a critical one', report('critical'), 1, /Reads too far \(https:\/\/advisories/],
    ['no report, but an error', { statusCode: 405, error: {} }, 0, /^Not audited/],
  ])('given %s', (_what, given, status, said) => {
    const result = run('.ci/audit.mjs', write('report.json', given));
    expect(result.said).toMatch(said);
    expect(result.status).toBe(status);
  });

  test('given nothing at all', () => {
    const file = join(folder, 'empty');
    writeFileSync(file, '');
    expect(run('.ci/audit.mjs', file)).toMatchObject({ status: 0 });
  });

  test('comes before the tests in CI', () => {
    const lines = readFileSync(join(ROOT, '.ci/run'), 'utf8').split('\n');
    const audit = lines.findIndex((line) => /^within \d+ node \.ci\/audit\.mjs$/.test(line));
    expect(audit).toBeGreaterThan(0);
    expect(audit).toBeLessThan(lines.findIndex((line) => line.endsWith(' npm test')));
  });
});

describe('the bill of materials', () => {
  interface Bill {
    readonly metadata: { readonly component: { readonly type: string; readonly name: string } };
    readonly components: readonly {
      readonly purl: string;
      readonly licenses?: readonly unknown[];
      readonly 'bom-ref': string;
    }[];
    readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: string[] }[];
  }
  let status: number | null;
  let stdout: string;
  let bill: Bill;
  beforeAll(() => {
    ({ status, stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      timeout: ENOUGH_MS,
    }));
    bill = JSON.parse(stdout) as Bill;
  });
  const json = (name: string) => JSON.parse(readFileSync(join(ROOT, name), 'utf8'));

  test('is CycloneDX 1.6', async () => {
    expect(status).toBe(0);
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    expect(await validator.validate(stdout)).toBeNull();
    expect(await validator.validate('{"bomFormat":"CycloneDX"}')).not.toBeNull();
    expect(bill.metadata.component).toMatchObject({ type: 'application', name: 'waymark' });
  });

  test('names every package of production with its licence, and none of development', () => {
    const { packages } = json('package-lock.json') as {
      readonly packages: Record<string, { readonly dev?: boolean; readonly link?: boolean }>;
    };
    const expected = Object.entries(packages)
      .filter(([path, { dev, link }]) => path.includes('node_modules/') && !dev && !link)
      .map(([path]) => path);
    expect(bill.components.map((one) => one['bom-ref']).sort()).toEqual(expected.sort());
    expect(bill.components.filter(({ licenses }) => !licenses?.length)).toEqual([]);
  });

  test('says which needs which', () => {
    const needs = new Map(bill.dependencies.map(({ ref, dependsOn = [] }) => [ref, dependsOn]));
    const { dependencies } = json('package.json') as { dependencies: Record<string, string> };
    expect([...(needs.get('root') ?? [])].sort()).toEqual(
      Object.keys(dependencies)
        .map((name) => `node_modules/${name}`)
        .sort(),
    );
    expect(needs.get('node_modules/pg')).toContain('node_modules/pg-pool');
  });
});
