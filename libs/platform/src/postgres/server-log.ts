import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

const LARGEST = 10_000_000;

/** What the server writes about itself, in a file beside its cluster; the one before is kept as `.1`. */
export class ServerLog {
  readonly descriptor: number;
  private readonly from: number;

  constructor(readonly file: string) {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > LARGEST) renameSync(file, `${file}.1`);
    this.descriptor = openSync(file, 'a', 0o600);
    this.from = size > LARGEST ? 0 : size;
  }

  /** Lets go of the file, which the server goes on writing. */
  close(): void {
    closeSync(this.descriptor);
  }

  /** What was written since this log was opened. */
  async said(): Promise<string> {
    return (await readFile(this.file)).subarray(this.from).toString();
  }
}
