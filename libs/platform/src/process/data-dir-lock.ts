import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gone, identify, isAlive, type ProcessIdentity, signal } from './identity.js';

/** Another Waymark runs on this data dir. */
export class DataDirInUse extends Error {
  readonly code = 'data-dir-in-use';
  constructor(
    readonly dataDir: string,
    readonly pid: number,
  ) {
    super(
      `Waymark already runs on ${dataDir} (process ${pid}). Stop it first, or set WAYMARK_DATA_DIR to another folder.`,
    );
  }
}

/** A process that the holder of the lock started and that must not outlive it. */
export interface NotedChild extends ProcessIdentity {
  readonly name: string;
}

interface Holder {
  readonly holder: ProcessIdentity;
  readonly children: readonly NotedChild[];
}

/**
 * The right to run on a data dir: a file that names its holder by process number and start time, so
 * that the one of a killed process is known to be void, also when its number was given again.
 */
export class DataDirLock {
  private readonly children = new Map<number, NotedChild>();
  private writing: Promise<void> = Promise.resolve();
  private released = false;

  private constructor(
    private readonly file: string,
    private readonly holder: ProcessIdentity,
  ) {}

  /**
   * Takes the lock. Processes that a killed holder left behind are ended first.
   * @throws DataDirInUse
   */
  static async take(
    dataDir: string,
    notice: (line: string) => void = () => undefined,
  ): Promise<DataDirLock> {
    const file = join(dataDir, 'lock.json');
    const holder = await identify(process.pid);
    if (!holder) throw new Error('The system does not tell when this process was started.');
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify({ holder, children: [] }), { mode: 0o600 });
    try {
      while (!(await linked(draft, file))) {
        const before = await read(file);
        if (before && (await isAlive(before.holder))) {
          throw new DataDirInUse(dataDir, before.holder.pid);
        }
        if (before) await endChildren(before.children, notice);
        await discard(file, before);
      }
    } finally {
      await rm(draft, { force: true });
    }
    return new DataDirLock(file, holder);
  }

  /** Notes a child, so that the next holder finds it should this process be killed. */
  async note(name: string, pid: number): Promise<void> {
    const identity = await identify(pid);
    if (identity) this.children.set(pid, { name, ...identity });
    await this.write();
  }

  /** Forgets a child that has ended. */
  async forget(pid: number): Promise<void> {
    if (this.children.delete(pid)) await this.write();
  }

  async release(): Promise<void> {
    this.released = true;
    await this.writing;
    await rm(this.file, { force: true });
  }

  private write(): Promise<void> {
    this.writing = this.writing.then(async () => {
      if (this.released) return;
      const content: Holder = { holder: this.holder, children: [...this.children.values()] };
      await writeFile(`${this.file}.new`, JSON.stringify(content), { mode: 0o600 });
      await rename(`${this.file}.new`, this.file);
    });
    return this.writing;
  }
}

/** A link never replaces: of several that try, one succeeds. */
async function linked(draft: string, file: string): Promise<boolean> {
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function read(file: string): Promise<Holder | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

/** Puts a void lock away; one that somebody took meanwhile is put back. */
async function discard(file: string, seen: Holder | undefined): Promise<void> {
  const aside = `${file}.void.${randomUUID()}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  const found = await read(aside);
  const taken =
    found && found.holder.started !== seen?.holder.started && (await isAlive(found.holder));
  if (taken) await linked(aside, file);
  await rm(aside, { force: true });
}

async function endChildren(
  children: readonly NotedChild[],
  notice: (line: string) => void,
): Promise<void> {
  for (const child of children) {
    if (!(await isAlive(child))) continue;
    notice(
      `The ${child.name} (process ${child.pid}), left behind by a Waymark that was killed, is ended.`,
    );
    await signal(child, 'SIGTERM');
    if (!(await gone(child, 10_000))) await signal(child, 'SIGKILL');
    await gone(child, 5_000);
  }
}
