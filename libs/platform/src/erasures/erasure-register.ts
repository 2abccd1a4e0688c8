import { createHmac, timingSafeEqual } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';

/** Somebody was erased from a program. It tells no name: subjects are ids, or HMACs of addresses. */
export interface Erasure {
  readonly id: string;
  readonly program: string;
  /** UUIDs; the keys of these are destroyed, and none is made for them again. */
  readonly subjects: readonly string[];
  /** Milliseconds since 1970. */
  readonly erasedAt: number;
}

/** The register cannot be read or written; the message says what to do. */
export class ErasureRegisterError extends Error {
  readonly code = 'erasure-register';
}

const LINE = z.strictObject({
  id: z.guid(),
  program: z.string(),
  subjects: z.array(z.guid()).min(1),
  erasedAt: z.iso.datetime(),
  mac: z.string(),
});

/**
 * The register of erasures outside the database: one JSON line each, added and never changed. A
 * copy of the database from before an erasure brings nothing back as long as the register is there.
 */
export class ErasureRegister {
  private readonly key: Buffer;
  private adding: Promise<unknown> = Promise.resolve();

  /**
   * @param file made, with mode 0600, when the first erasure is added
   * @param signingKey 32 bytes; lines that were not written under it are refused
   */
  constructor(
    readonly file: string,
    signingKey: Buffer,
  ) {
    this.key = createHmac('sha256', signingKey).update('waymark erasures 1').digest();
  }

  /**
   * All erasures, in the order in which they were added; none when there is no file.
   * @throws ErasureRegisterError when it cannot be read, or a line was not written by this server
   */
  async read(): Promise<readonly Erasure[]> {
    const text = await this.text();
    const found = new Map<string, Erasure>();
    for (const [index, line] of text.split('\n').entries()) {
      const erasure = this.parse(line, index + 1);
      if (erasure) found.set(`${erasure.program} ${erasure.id}`, erasure);
    }
    return [...found.values()];
  }

  /**
   * Adds erasures; they are on the disk when this resolves.
   * @throws ErasureRegisterError
   */
  add(erasures: readonly Erasure[]): Promise<void> {
    if (erasures.length === 0) return Promise.resolve();
    const added = this.adding.then(() => this.append(erasures));
    this.adding = added.catch(() => undefined);
    return added;
  }

  private async append(erasures: readonly Erasure[]): Promise<void> {
    const lines = erasures.map((erasure) => `${this.format(erasure)}\n`).join('');
    try {
      await mkdir(dirname(this.file), { recursive: true });
      const file = await open(this.file, 'a+', 0o600);
      try {
        // in one write, so that processes that share the file do not mix their lines
        await file.appendFile(`${(await endsInLine(file)) ? '' : '\n'}${lines}`);
        await file.sync();
      } finally {
        await file.close();
      }
      await syncFolder(dirname(this.file));
    } catch (error) {
      throw new ErasureRegisterError(
        `The register of erasures ${this.file} cannot be written: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }

  private async text(): Promise<string> {
    try {
      return await readFile(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw new ErasureRegisterError(
        `The register of erasures ${this.file} cannot be read: ${(error as Error).message}`,
        { cause: error },
      );
    }
  }

  private parse(line: string, number: number): Erasure | undefined {
    let content: unknown;
    try {
      content = JSON.parse(line);
    } catch {
      // empty, or broken off when the machine stopped: then nothing was destroyed for it yet
      return undefined;
    }
    const { data } = LINE.safeParse(content);
    const erasure = data && fromLine(data);
    if (!data || !erasure || !this.wrote(erasure, data.mac)) {
      throw new ErasureRegisterError(
        `Line ${number} of the register of erasures ${this.file} was not written with the secrets in use, or was changed. Put back the register and the secrets file that belong together.`,
      );
    }
    return erasure;
  }

  private format(erasure: Erasure): string {
    return JSON.stringify({ ...toLine(erasure), mac: this.mac(erasure).toString('base64') });
  }

  private wrote(erasure: Erasure, mac: string): boolean {
    const given = Buffer.from(mac, 'base64');
    const wanted = this.mac(erasure);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  private mac(erasure: Erasure): Buffer {
    return createHmac('sha256', this.key)
      .update(JSON.stringify(toLine(erasure)))
      .digest();
  }
}

function fromLine({ id, program, subjects, erasedAt }: z.output<typeof LINE>): Erasure {
  return { id, program, subjects, erasedAt: Date.parse(erasedAt) };
}

function toLine({ id, program, subjects, erasedAt }: Erasure) {
  return { id, program, subjects, erasedAt: new Date(erasedAt).toISOString() };
}

async function endsInLine(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return true;
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n';
}

/** Also the name of a new file is to survive a machine that stops. */
async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
