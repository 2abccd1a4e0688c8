import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

interface Rule {
  readonly name: string;
}
const { forbidden } = createRequire(import.meta.url)(join(ROOT, '.dependency-cruiser.cjs')) as {
  readonly forbidden: readonly Rule[];
};

const face = (lib: string) =>
  `import * as other from '#lib/${lib}';\nexport const planted = other;\n`;

/** For each rule, files that break it; the first one is who must be named. */
const PLANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'arrows-of-domain': { 'libs/domain/src/planted.ts': face('platform') },
  'arrows-of-contracts': { 'libs/contracts/src/planted.ts': face('domain') },
  'arrows-of-platform': { 'libs/platform/src/planted.ts': face('domain') },
  // a package of its own, which knows no `#lib`
  'arrows-of-client': {
    'libs/client/src/planted.ts': `export * from '../../platform/src/index.js';\n`,
  },
  'arrows-of-catalogue': { 'libs/catalogue/src/planted.ts': face('event-log') },
  'arrows-of-event-log': { 'libs/event-log/src/planted.ts': face('catalogue') },
  'arrows-of-projections': { 'libs/projections/src/planted.ts': face('recording') },
  'arrows-of-recording': { 'libs/recording/src/planted.ts': face('access') },
  'arrows-of-advice': { 'libs/advice/src/planted.ts': face('recording') },
  'arrows-of-access': { 'libs/access/src/planted.ts': face('recording') },
  'arrows-of-integrations': { 'libs/integrations/src/planted.ts': face('access') },
  'arrows-of-demo': { 'libs/demo/src/planted.ts': face('recording') },
  'faces-only': {
    'apps/api/src/planted-past-face.ts': `export { systemClock } from '../../../libs/platform/src/clock.js';\n`,
  },
  'known-libs-only': { 'libs/unheard-of/src/index.ts': face('domain') },
  'domain-is-pure': {
    'libs/domain/src/planted-file.ts': `export { readFile } from 'node:fs/promises';\n`,
  },
  'contracts-only-schemas': {
    'libs/contracts/src/planted-package.ts': `export { parse } from 'yaml';\n`,
  },
  'apps-apart': {
    'apps/worker/src/planted.ts': `export { createApi } from '../../api/src/create-api.js';\n`,
  },
  'libs-know-no-app': {
    'libs/platform/src/planted-app.ts': `export { createApi } from '../../../apps/api/src/create-api.js';\n`,
  },
  'outside-is-a-client': { 'apps/web/src/planted.ts': face('domain') },
  'pages-carry-no-schemas': { 'apps/web/src/planted-schema.ts': face('contracts') },
  'product-knows-no-test': {
    'libs/platform/src/planted-test.ts': `export * from '../../../test/support/index.js';\n`,
  },
  'product-needs-no-development-package': {
    'libs/platform/src/planted-package.ts': `export { expect } from 'vitest';\n`,
  },
  'no-cycles': {
    'libs/platform/src/planted-here.ts': `export { there } from './planted-there.js';\nexport const here = 1;\n`,
    'libs/platform/src/planted-there.ts': `import { here } from './planted-here.js';\nexport const there = here;\n`,
  },
  'no-unresolvable': { 'libs/platform/src/planted-typo.ts': `export * from './clcok.js';\n` },
};

interface Violation {
  readonly from: string;
  readonly rule: Rule;
}

/** A copy of the checkout, so that nothing is planted in what others read. */
async function copyCheckout(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'waymark-law-'));
  for (const name of ['apps', 'libs', 'test', 'tsconfig.json', 'package.json']) {
    await cp(join(ROOT, name), join(copy, name), { recursive: true });
  }
  await cp(join(ROOT, '.dependency-cruiser.cjs'), join(copy, '.dependency-cruiser.cjs'));
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function violations(folder: string): Promise<readonly Violation[]> {
  const program = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const flags = ['apps', 'libs', '--output-type', 'json'];
  // it exits with the number of violations
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...flags], {
    cwd: folder,
    maxBuffer: 1 << 28,
  }).catch((error: { stdout: string }) => error);
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary
    .violations;
}

describe('the import law', () => {
  let copy: string;
  let found: readonly Violation[];
  beforeAll(async () => {
    copy = await copyCheckout();
    for (const files of Object.values(PLANTS)) {
      for (const [file, source] of Object.entries(files)) {
        await mkdir(join(copy, dirname(file)), { recursive: true });
        await writeFile(join(copy, file), source);
      }
    }
    found = await violations(copy);
  });
  afterAll(() => rm(copy, { recursive: true, force: true }));

  test('has a planted violation for each of its rules', () => {
    expect(Object.keys(PLANTS).sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });

  test.each(Object.entries(PLANTS))('%s catches its planted violation', (rule, files) => {
    const culprit = Object.keys(files)[0];
    expect(found).toContainEqual(
      expect.objectContaining({ from: culprit, rule: expect.objectContaining({ name: rule }) }),
    );
  });

  test('finds nothing but what was planted', () => {
    const planted = Object.values(PLANTS).flatMap((files) => Object.keys(files));
    const others = found.filter((violation) => !planted.includes(violation.from));
    expect(others.map(({ from, rule }) => `${from} breaks ${rule.name}`)).toEqual([]);
  });
});
