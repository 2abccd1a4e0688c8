import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureDemo } from '#lib/demo';
import { startTestApi, type TestApi } from '../../e2e/support/test-api.js';

export const ROOT = resolve(import.meta.dirname, '../../..');

/** What a command said and how it ended. */
export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How a command is run. */
export interface Run {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

/** The program that users install, on the running product with the demo in it. */
export interface Terminal {
  readonly api: TestApi;
  /** The administrator's key of the demo. */
  readonly key: string;
  /** A folder of its own for configuration and caches. */
  readonly home: string;
  /** The file that runs. */
  readonly program: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs a command to its end. */
  run(words: readonly string[], run?: Run): Promise<Said>;
  /** Runs a command that has to succeed. @returns what it said */
  says(...words: readonly string[]): Promise<string>;
  /** Runs a command with --json that has to succeed. */
  json(...words: readonly string[]): Promise<ReturnType<typeof JSON.parse>>;
  /** Starts a command that goes on. */
  start(words: readonly string[], env?: Run['env']): ChildProcess;
  stop(): Promise<void>;
}

/** When it is for the product, so that what is said stays the same. */
const NOW = Date.parse('2026-11-22T12:00:00Z');

/** Starts everything. */
export async function openTerminal(): Promise<Terminal> {
  const { ensureBundled } = (await import(join(ROOT, 'apps/cli/bundle.mjs'))) as {
    readonly ensureBundled: () => Promise<string>;
  };
  const program = join(await ensureBundled(), 'waymark.js');
  const began = Date.now();
  const api = await startTestApi({ clock: { now: () => NOW + Date.now() - began } });
  const { key = '' } = await ensureDemo(api.foundation);
  const home = await mkdtemp(join(tmpdir(), 'waymark-terminal-'));
  const env = {
    PATH: process.env.PATH ?? '',
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    COLUMNS: '80',
    LC_ALL: 'en_US.UTF-8',
    TZ: 'UTC',
    WAYMARK_URL: api.url,
    WAYMARK_KEY: key,
  };
  const start = (words: readonly string[], more: Run['env'] = {}) =>
    spawn(process.execPath, [program, ...words], { env: { ...env, ...more }, stdio: 'pipe' });
  const run = async (words: readonly string[], { env: more, input = '' }: Run = {}) => {
    const child = start(words, more);
    child.stdin.end(input);
    return ended(child);
  };
  const says = async (...words: readonly string[]) => {
    const { code, out, err } = await run(words);
    if (code !== 0) throw new Error(`waymark ${words.join(' ')} ended with ${code}: ${err}`);
    return out;
  };
  return {
    api,
    key,
    home,
    program,
    env,
    run,
    says,
    json: async (...words) => JSON.parse(await says(...words, '--json')),
    start,
    stop: async () => {
      await api.stop();
      await rm(home, { recursive: true });
    },
  };
}

/** What a program said once it is over. */
export async function ended(child: ChildProcess): Promise<Said> {
  const said = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...said };
}
