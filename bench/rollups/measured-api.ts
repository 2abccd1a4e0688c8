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
    readonly url: string,
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
    const { status, body } = await this.send('/keys', this.keys.whole, { posted: wish });
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

  /** Asks in an encoding. @returns how long the whole answer took in milliseconds, and its bytes as sent */
  async weigh(path: string, encoding: string): Promise<{ ms: number; bytes: number }> {
    const began = performance.now();
    const { status, bytes } = await this.send(path, this.keys.whole, { encoding });
    const ms = performance.now() - began;
    if (status !== 200) throw new Error(`${path}: ${status}`);
    return { ms, bytes };
  }

  /** What is answered, read. */
  async get(path: string): Promise<unknown> {
    const { status, body } = await this.send(path, this.keys.whole);
    if (status !== 200) throw new Error(`${path}: ${status} ${body.slice(0, 500)}`);
    return JSON.parse(body) as unknown;
  }

  /** Sends something, as JSON of some type; refusals are answered too. */
  async post(
    path: string,
    posted: object,
    type?: string,
  ): Promise<{ readonly status: number; readonly body: unknown }> {
    const { status, body } = await this.send(path, this.keys.whole, { posted, type });
    return { status, body: body === '' ? undefined : (JSON.parse(body) as unknown) };
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
    { posted, type = 'application/json', encoding = 'identity' }: Wish = {},
  ): Promise<{ status: number; body: string; bytes: number }> {
    return new Promise((resolve, reject) => {
      const asked = request(`${this.url}/api/v1${path}`, {
        agent: this.agent,
        method: posted ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${key}`,
          'accept-encoding': encoding,
          ...(posted ? { 'content-type': type } : {}),
        },
      });
      asked.on('error', reject);
      asked.on('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(chunks);
          const status = response.statusCode ?? 0;
          resolve({ status, body: whole.toString(), bytes: whole.length });
        });
      });
      asked.end(posted && JSON.stringify(posted));
    });
  }
}

/** What is sent beside a path and a key. */
interface Wish {
  readonly posted?: object;
  readonly type?: string | undefined;
  readonly encoding?: string;
}
