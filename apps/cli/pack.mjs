// node apps/cli/pack.mjs cli|client [folder]: a tarball that npm installs.
import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBundled } from './bundle.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The typed client as plain JavaScript with its declarations. @returns the folder */
async function makeClient() {
  const { default: ts } = await import('typescript');
  const [from, to] = [join(root, 'libs/client'), join(root, 'dist/client')];
  await rm(to, { recursive: true, force: true });
  await mkdir(join(to, 'generated'), { recursive: true });
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  for (const name of ['index', 'pages']) {
    const source = await readFile(join(from, 'src', `${name}.ts`), 'utf8');
    const options = { compilerOptions, fileName: `${name}.ts`, reportDiagnostics: true };
    await writeFile(join(to, `${name}.js`), ts.transpileModule(source, options).outputText);
    const { outputText, diagnostics } = ts.transpileDeclaration(source, options);
    if (diagnostics?.length)
      throw new Error(ts.formatDiagnostics(diagnostics, ts.createCompilerHost({})));
    await writeFile(join(to, `${name}.d.ts`), outputText);
  }
  await cp(join(from, 'src/generated/api.d.ts'), join(to, 'generated/api.d.ts'));
  await cp(join(from, 'README.md'), join(to, 'README.md'));
  const { private: _unpublished, ...manifest } = JSON.parse(
    await readFile(join(from, 'package.json'), 'utf8'),
  );
  const exports = { '.': { types: './index.d.ts', default: './index.js' } };
  await writeFile(
    join(to, 'package.json'),
    `${JSON.stringify({ ...manifest, exports }, null, 2)}\n`,
  );
  return to;
}

const makers = { cli: ensureBundled, client: makeClient };
const [what, given = 'dist'] = process.argv.slice(2);
const make = makers[what];
if (!make) {
  process.stderr.write(
    `"${what}" cannot be packed; these can: ${Object.keys(makers).join(', ')}.\n`,
  );
  process.exit(1);
}
const destination = resolve(root, given);
await mkdir(destination, { recursive: true });
const { status, stderr } = spawnSync(
  'npm',
  ['pack', await make(), '--pack-destination', destination],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  },
);
if (status !== 0) process.stderr.write(stderr);
process.exitCode = status ?? 1;
