import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DataDirLock, ReadyMessage } from '#lib/platform';

const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** A part that ran this long is started again at once when it dies. */
const STEADY_MS = 30_000;
/** Longer than a part takes to give up draining. */
const KILL_AFTER_MS = 40_000;

/** Answers live shortly and are large: with the default of 16 MB a fifth of the time goes into collecting them. */
const ROOM_FOR_THE_YOUNG = '--max-semi-space-size=64';

/** What the launcher starts; the demo ends as soon as it is loaded. */
export type PartName = 'api' | 'worker' | 'demo';

/** A part did not start; it has said why on standard error. */
export class PartFailed extends Error {
  readonly code = 'part-failed';
}

/** One child process: started, started again when it dies, stopped. */
export class Part {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private stopping = false;
  private wasReady = false;
  private waitMs = FIRST_WAIT_MS;
  private retry: NodeJS.Timeout | undefined;
  private port: number | undefined;
  private listensOn: string | undefined;

  constructor(
    private readonly name: PartName,
    private readonly variables: Readonly<Record<string, string | undefined>>,
    private readonly lock: DataDirLock,
    private readonly say: (line: string) => void,
    private readonly words: readonly string[] = [],
  ) {}

  /** Where it listens; undefined until it does. */
  get address(): string | undefined {
    return this.listensOn;
  }

  /** Resolves with what the part has to say when it is ready. @throws PartFailed when it ends before. */
  start(): Promise<readonly string[]> {
    if (this.stopping) return Promise.resolve([]);
    const began = Date.now();
    const port = this.port === undefined ? {} : { PORT: String(this.port) };
    const main = new URL(`../../${this.name}/src/main.js`, import.meta.url);
    const child = fork(fileURLToPath(main), this.words, {
      env: { ...process.env, ...this.variables, ...port },
      execArgv: [...process.execArgv, ROOM_FOR_THE_YOUNG],
      // Ctrl-C reaches the launcher alone, which stops the parts in order
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.child = child;
    const noted = child.pid ? this.lock.note(this.name, child.pid) : Promise.resolve();
    return new Promise((resolve, reject) => {
      child.on('message', (message: ReadyMessage) => {
        if (message.kind !== 'ready') return;
        this.port = message.port;
        this.listensOn = message.address;
        this.wasReady = true;
        void noted.then(() => resolve(message.says));
      });
      this.ended = new Promise((over) => {
        child.once('close', (code, by) => {
          this.child = undefined;
          if (child.pid) void noted.then(() => this.lock.forget(child.pid as number));
          if (!this.wasReady) {
            reject(new PartFailed(`The ${this.name} did not start (${by ?? `exit ${code}`}).`));
          } else if (!this.stopping) {
            this.again(Date.now() - began, by ?? `exit ${code}`);
          }
          over();
        });
      });
    });
  }

  /** Ends the part: it drains, and is killed only when it takes far too long. */
  async stop(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.retry);
    const { child } = this;
    if (!child) return;
    child.kill('SIGTERM');
    const deadline = setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS);
    await this.ended;
    clearTimeout(deadline);
  }

  private again(ranMs: number, how: string): void {
    if (ranMs > STEADY_MS) this.waitMs = FIRST_WAIT_MS;
    this.say(`The ${this.name} ended unexpectedly (${how}) and is started again.`);
    this.retry = setTimeout(() => {
      this.start().catch(() => undefined);
    }, this.waitMs);
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }
}
