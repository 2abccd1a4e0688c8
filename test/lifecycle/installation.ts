import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { vi } from 'vitest';
import { PATIENCE_MS } from '../support/patience.js';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../..');
const START_MS = 200_000;

/** Builds what the processes run, as `npm start` does; give it to `beforeAll`. */
export async function build(): Promise<void> {
  const { ensureBuilt } = (await import(join(ROOT, 'apps/launcher/build.mjs'))) as {
    ensureBuilt: (root: string, say: (line: string) => void) => Promise<void>;
  };
  await ensureBuilt(ROOT, () => undefined);
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A data dir of its own, and the starts made on it as a person would make them. */
export class Installation {
  private readonly runs: Run[] = [];

  private constructor(
    readonly dataDir: string,
    private readonly checkout: string,
  ) {}

  static async create(dataDir?: string, checkout = ROOT): Promise<Installation> {
    const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'waymark-lifecycle-')));
    return new Installation(folder, checkout);
  }

  /** Starts by `node apps/launcher/start.mjs` (or `command`) and does not wait. */
  launch(environment: Record<string, string> = {}, command?: readonly string[]): Run {
    const [program, ...words] = command ?? [process.execPath, 'apps/launcher/start.mjs'];
    const child = spawn(program as string, words, {
      cwd: this.checkout,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        // by which a run of tests knows what it started
        TEST_RUN: process.env.TEST_RUN,
        PORT: '0',
        WAYMARK_DATA_DIR: this.dataDir,
        ...environment,
      },
      // a group of its own, as a terminal gives it
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const run = new Run(child);
    this.runs.push(run);
    return run;
  }

  /** Starts and waits until Waymark listens. */
  async start(environment: Record<string, string> = {}, command?: readonly string[]): Promise<Run> {
    const run = this.launch(environment, command);
    await run.listening();
    return run;
  }

  /** The superuser's way into the embedded database, from its connection file. */
  async adminUrl(): Promise<string> {
    const { adminPassword, port } = JSON.parse(
      await readFile(join(this.dataDir, 'postgres.json'), 'utf8'),
    ) as { adminPassword: string; port: number };
    return `postgres://postgres:${adminPassword}@127.0.0.1:${port}/waymark`;
  }

  /** The process of the embedded PostgreSQL; undefined when its file names none. */
  async postgresPid(): Promise<number | undefined> {
    const file = join(this.dataDir, 'postgres', 'postmaster.pid');
    const text = await readFile(file, 'utf8').catch(() => '');
    return Number(text.split('\n')[0]) || undefined;
  }

  /** The processes that the lock file names. */
  async parts(): Promise<{ launcher: number; api: number; worker: number }> {
    const { holder, children } = JSON.parse(
      await readFile(join(this.dataDir, 'lock.json'), 'utf8'),
    ) as { holder: { pid: number }; children: { name: string; pid: number }[] };
    const pid = (name: string) => children.find((child) => child.name === name)?.pid ?? 0;
    return { launcher: holder.pid, api: pid('api'), worker: pid('worker') };
  }

  /** Ends whatever still runs and removes the data dir. */
  async remove(): Promise<void> {
    for (const run of this.runs) await run.stop().catch(() => undefined);
    const left = await this.postgresPid();
    if (left && alive(left)) {
      process.kill(left, 'SIGINT');
      await allGone([left]);
    }
    await rm(this.dataDir, { recursive: true, force: true });
  }
}

/** One start of Waymark. */
export class Run {
  /** What it printed on standard output and standard error, line by line. */
  readonly lines: string[] = [];
  readonly exited: Promise<Exit>;
  private key: string | undefined;

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface(stream).on('line', (line) => this.lines.push(line));
    }
    this.exited = new Promise((ended) => {
      child.once('close', (code, signal) => ended({ code, signal }));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** The address it printed; undefined until then. */
  get url(): string | undefined {
    return this.match(/^Waymark listens on (http:\S+)$/);
  }

  /** The administrator's key it printed; undefined when it printed none. */
  get adminKey(): string | undefined {
    return this.match(/^Administrator key: (\S+)$/);
  }

  async listening(): Promise<void> {
    let ended = false;
    void this.exited.then(() => {
      ended = true;
    });
    await vi.waitUntil(() => ended || this.url !== undefined, { timeout: START_MS, interval: 20 });
    if (ended) throw new Error(`ended before it listened:\n${this.lines.join('\n')}`);
  }

  /** Calls with `key` from now on. */
  as(key: string | undefined): this {
    this.key = key;
    return this;
  }

  call(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${this.key}` };
    return fetch(`${this.url}${path}`, { ...init, headers });
  }

  /** PUTs a unit; answers the status. */
  async putUnit(unit: string): Promise<number> {
    const body = JSON.stringify({ name: unit, kind: 'enterprise' });
    return (await this.call(`/api/v1/units/${unit}`, { method: 'PUT', body })).status;
  }

  async getUnit(unit: string): Promise<number> {
    return (await this.call(`/api/v1/units/${unit}`)).status;
  }

  async readiness(): Promise<number> {
    return (await fetch(`${this.url}/health/ready`)).status;
  }

  /** SIGTERM, and the end that follows it. */
  async stop(): Promise<Exit> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill('SIGTERM');
    return this.exited;
  }

  private match(pattern: RegExp): string | undefined {
    for (const line of this.lines) {
      const found = pattern.exec(line)?.[1];
      if (found) return found;
    }
    return undefined;
  }
}

/** Whether a process of that number runs; one that ended and was not waited for does not. */
export function alive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

/** Waits until none of the processes runs. */
export async function allGone(pids: readonly number[]): Promise<void> {
  await vi.waitUntil(() => !pids.some(alive), { timeout: PATIENCE_MS, interval: 50 });
}
