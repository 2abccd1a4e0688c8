import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SIGNED_HEAD, type SignedHead } from './signed-head.js';

/** The file of heads cannot be read or written; signing goes on without it. */
export class HeadsFileError extends Error {
  readonly code = 'heads-file';
}

interface ReadLine {
  readonly text: string;
  /** The offset of what follows it. */
  readonly end: number;
}

/** The line of a program with the highest number so far. */
interface Newest {
  readonly number: number;
  readonly text: string;
}

const LINE_FEED = 0x0a;
/** Program and number, as they are written here. */
const NAMED = /^\{"type":"waymark-signed-head","program":"([^"]+)","number":([1-9]\d{0,14}),/;

/**
 * Signed heads outside the database, one a line, never changed: what tells that a database was put
 * back to an older state. Several processes may write to one file.
 */
export class HeadsFile {
  private offset = 0;
  private inode = 0;
  /** By program. There may be millions of lines: they are looked at, and only those wanted are parsed. */
  private readonly latest = new Map<string, Newest>();
  private reading: Promise<void> = Promise.resolve();

  constructor(readonly path: string) {}

  /** The head of a program with the highest number; undefined when there is none. @throws HeadsFileError */
  async newest(program: string): Promise<SignedHead | undefined> {
    this.reading = this.reading.catch(() => undefined).then(() => this.readOn());
    await this.reading;
    const line = this.latest.get(program);
    return line && readHead(line.text);
  }

  /** Every head of a program with a number above one, in the order of the file. @throws HeadsFileError */
  async *of(program: string, after = 0): AsyncGenerator<SignedHead, void, void> {
    const file = await this.openIfThere();
    if (!file) return;
    try {
      const { size } = await file.stat();
      for await (const { text } of linesOf(file, 0, size)) {
        const head = text.includes(`"program":"${program}"`) ? readHead(text) : undefined;
        if (head?.program === program && head.number > after) yield head;
      }
    } finally {
      await file.close();
    }
  }

  /** Adds a line, readable by its owner alone; resolves once it is on the disk. @throws HeadsFileError */
  async add(head: SignedHead): Promise<void> {
    try {
      await mkdir(dirname(this.path), { recursive: true, mode: 0o700 });
      const file = await open(this.path, 'a+', 0o600);
      try {
        // a line that a crash cut off must not swallow this one
        const torn = await isTorn(file);
        await file.appendFile(`${torn ? '\n' : ''}${JSON.stringify(head)}\n`);
        await file.sync();
      } finally {
        await file.close();
      }
    } catch (error) {
      throw new HeadsFileError(
        `${this.path} cannot be written: ${(error as Error).message}. Until it can, signed heads are kept in the database alone.`,
      );
    }
  }

  /** Reads what was added since the last time. */
  private async readOn(): Promise<void> {
    const file = await this.openIfThere();
    if (!file) return this.startAgain(0);
    try {
      const { size, ino } = await file.stat();
      // another file lies there now
      if (size < this.offset || ino !== this.inode) this.startAgain(ino);
      for await (const { text, end } of linesOf(file, this.offset, size)) {
        this.offset = end;
        const { program, number } = named(text) ?? {};
        if (program === undefined || number === undefined) continue;
        const known = this.latest.get(program)?.number ?? 0;
        if (number > known) this.latest.set(program, { number, text });
      }
    } finally {
      await file.close();
    }
  }

  private startAgain(inode: number): void {
    this.offset = 0;
    this.inode = inode;
    this.latest.clear();
  }

  private async openIfThere(): Promise<FileHandle | undefined> {
    try {
      return await open(this.path, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new HeadsFileError(`${this.path} cannot be read: ${(error as Error).message}.`);
    }
  }
}

/** Whole lines from an offset on: the last has no end while somebody writes it. */
async function* linesOf(
  file: FileHandle,
  start: number,
  size: number,
): AsyncGenerator<ReadLine, void, void> {
  if (start >= size) return;
  let rest: Buffer = Buffer.alloc(0);
  let end = start;
  const chunks = file.createReadStream({ start, end: size - 1, autoClose: false });
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, chunk]);
    for (let at = rest.indexOf(LINE_FEED); at >= 0; at = rest.indexOf(LINE_FEED)) {
      end += at + 1;
      yield { text: rest.subarray(0, at).toString(), end };
      rest = rest.subarray(at + 1);
    }
  }
}

/** Whose head a line is; quickly where it is written as here. */
function named(line: string): Pick<SignedHead, 'program' | 'number'> | undefined {
  const found = NAMED.exec(line);
  return found ? { program: found[1] as string, number: Number(found[2]) } : readHead(line);
}

function readHead(line: string): SignedHead | undefined {
  try {
    return SIGNED_HEAD.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

async function isTorn(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== LINE_FEED;
}
