import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Built } from '../program/build.js';

/** The api over a built program, in a process of its own, asked by one client with a connection of its own. */
export class MeasuredApi {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
    /** One that sees the whole program, and one that is limited to some units. */
    private readonly keys: { readonly whole: string; limited?: string },
  ) {}

  /** Resolves once it listens. */
  static async start(built: Built, databaseUrl: string): Promise<MeasuredApi> {
    const main = new URL('../api.main.js', import.meta.url);
    const child = fork(fileURLToPath(main), [], {
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        WAYMARK_SECRETS_FILE: `${built.folder}/secrets.json`,
        WAYMARK_LOG_LEVEL: 'error',
      },
      // as the launcher starts it
      execArgv: ['--max-semi-space-size=64'],
    });
    const [{ url }] = (await once(child, 'message')) as [{ url: string }];
    return new MeasuredApi(child, url, { whole: built.key });
  }

  /** From now on `by: limited` asks with a key that is limited to a unit and all below it. */
  async limitTo(under: string): Promise<void> {
    const wish = { name: 'Limited', role: 'executive', under };
    const { status, body } = await this.send('/keys', this.keys.whole, wish);
    if (status !== 201) throw new Error(`${status} ${body.slice(0, 500)}`);
    this.keys.limited = (JSON.parse(body) as { key: string }).key;
  }

  /** Asks and reads the whole answer. @returns how long it took in milliseconds */
  async ask(path: string, by: 'whole' | 'limited' = 'whole'): Promise<number> {
    const key = this.keys[by];
    if (key === undefined) throw new Error('Call limitTo() first.');
    const began = performance.now();
    const { status, body } = await this.send(path, key);
    const took = performance.now() - began;
    if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 500)}`);
    return took;
  }

  /** The memory it holds, in bytes. */
  async memory(): Promise<number> {
    const answer = once(this.child, 'message');
    this.child.send('memory');
    const [{ memory }] = (await answer) as [{ memory: number }];
    return memory;
  }

  async stop(): Promise<void> {
    this.agent.destroy();
    const gone = once(this.child, 'exit');
    this.child.disconnect();
    await gone;
  }

  private send(
    path: string,
    key: string,
    posted?: object,
  ): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}/api/v1${path}`, {
        agent: this.agent,
        method: posted ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${key}`,
          ...(posted ? { 'content-type': 'application/json' } : {}),
        },
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
        });
      });
      asked.end(posted && JSON.stringify(posted));
    });
  }
}
