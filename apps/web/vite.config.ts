import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig, type Plugin } from 'vite';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where the api answers while the pages are worked on: npm run dev:web. */
const SERVER = process.env.WAYMARK_SERVER ?? 'http://127.0.0.1:3000';

/** What the api serves beside the pages. */
const OF_THE_API = ['/api', '/sign-in', '/favicon', '/health', '/queues'];

/** The stand-in that the api replaces in each page it sends. */
const NONCE = '__CSP_NONCE__';

/** Writes each file of the build in compressed forms too, so that the api compresses nothing. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle: async ({ dir = '' }) => {
      const assets = join(dir, 'assets');
      for (const name of await readdir(assets)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const file = join(assets, name);
        const content = await readFile(file);
        await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
        await writeFile(`${file}.br`, brotliCompressSync(content));
      }
    },
  };
}

export default defineConfig({
  root: folder('.'),
  plugins: [react(), compressed()],
  css: { postcss: { plugins: [mantine()] } },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  html: { cspNonce: NONCE },
  build: {
    outDir: folder('../../dist/web'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    manifest: true,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(OF_THE_API.map((path) => [path, { target: SERVER }])),
  },
});
