import { createHash } from 'node:crypto';

/** The number of lines that went by, and their sha256: each followed by a line feed. */
export class LineDigest {
  lines = 0;
  private readonly hash = createHash('sha256');

  /** Takes the next line, without its line end. */
  add(line: string): void {
    this.lines += 1;
    this.hash.update(line).update('\n');
  }

  /** Of the lines so far, in hex. */
  end(): string {
    return this.hash.copy().digest('hex');
  }
}
