import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestApi } from '../../e2e/support/test-api.js';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Runs a module as the tests do: from its source. */
const HOST = `
import { createServer } from 'vite';
import swc from 'unplugin-swc';
const conditions = ['source'];
const server = await createServer({
  configFile: false, root: ${JSON.stringify(ROOT)}, appType: 'custom', logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  optimizeDeps: { noDiscovery: true },
  plugins: [swc.vite({ module: { type: 'es6' } })],
  resolve: { conditions }, ssr: { resolve: { conditions } },
});
await server.ssrLoadModule('/apps/worker/src/main.ts');
`;

/** A worker in a process of its own, on the database of a test. */
export class WorkerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
  ) {}

  /** Resolves once it serves the queues. */
  static async start(
    api: TestApi,
    variables: Readonly<Record<string, string>>,
  ): Promise<WorkerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'waymark-worker-'));
    const { masterKey, signingKey } = api.foundation.secrets;
    const secrets = {
      masterKey: masterKey.toString('base64'),
      signingKey: signingKey.toString('base64'),
    };
    const file = join(folder, 'secrets.json');
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 });
    const child = spawn(process.execPath, ['--input-type=module', '-e', HOST], {
      cwd: ROOT,
      env: {
        PATH: process.env.PATH,
        TEST_RUN: process.env.TEST_RUN,
        DATABASE_URL: api.testDatabase.url,
        WAYMARK_DATA_DIR: folder,
        WAYMARK_SECRETS_FILE: file,
        WAYMARK_HEADS_FILE: api.testDatabase.headsFile,
        WAYMARK_ERASURES_FILE: api.testDatabase.erasuresFile,
        WAYMARK_LOG_LEVEL: 'silent',
        ...variables,
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await new Promise<void>((ready, refuse) => {
      child.on('message', (message: { readonly kind?: string }) => {
        if (message.kind === 'ready') ready();
      });
      child.once('exit', () => refuse(new Error('The worker ended before it was ready.')));
    });
    return new WorkerProcess(child, folder);
  }

  /** Ends it as `kill -9` does. */
  async kill(): Promise<void> {
    const gone = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await gone;
    await rm(this.folder, { recursive: true });
  }
}
