// Makes `dist/cli`, which runs by itself: the commands and all they need in plain JavaScript, and a manifest.
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const made = join(root, 'dist', 'cli');
/** Whatever the bundle is made of. */
const SOURCES = ['apps/cli', 'libs/client', 'package.json', 'package-lock.json'];

/** When the youngest of the sources was written. */
async function changedAt(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  const names = (await readdir(path)).filter((name) => name !== 'node_modules');
  return Math.max(0, ...(await Promise.all(names.map((name) => changedAt(join(path, name))))));
}

/** Bundles when nothing is bundled or the sources are younger. @returns the folder */
export async function ensureBundled() {
  const sources = await Promise.all(SOURCES.map((one) => changedAt(join(root, one))));
  const bundled = await stat(join(made, 'package.json')).catch(() => undefined);
  if (bundled && bundled.mtimeMs > Math.max(...sources)) return made;
  await bundle();
  return made;
}

async function bundle() {
  const { build } = await import('vite').catch(() => {
    throw new Error('Vite is not installed: run npm ci (with development packages) first.');
  });
  const draft = `${made}.${process.pid}`;
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    // the condition under which #lib/… is TypeScript
    ssr: { noExternal: true, resolve: { conditions: ['source', 'node', 'import', 'default'] } },
    build: {
      ssr: join(root, 'apps/cli/src/main.ts'),
      target: 'node20',
      outDir: draft,
      emptyOutDir: true,
      rolldownOptions: {
        output: {
          entryFileNames: 'waymark.js',
          chunkFileNames: '[name].js',
          banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        },
      },
    },
  });
  const { version, engines } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const manifest = {
    name: '@waymark/cli',
    version,
    description: 'Waymark in a terminal, and for assistants (MCP)',
    type: 'module',
    bin: { waymark: 'waymark.js' },
    files: ['*.js'],
    engines,
  };
  await mkdir(draft, { recursive: true });
  await cp(join(root, 'docs', 'terminal.md'), join(draft, 'README.md'));
  await writeFile(join(draft, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await rm(made, { recursive: true, force: true });
  await rename(draft, made);
}
