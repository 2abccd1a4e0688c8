import type { Position } from '#lib/domain';
import type { Finding } from './finding.js';

/** A head that the chain is held against. */
export interface ExpectedHead {
  readonly position: Position;
  /** In hex. */
  readonly hash: string;
  /** How it is spoken of: "the head signed on …". */
  readonly name: string;
}

/** Holds a chain against heads that were kept: is each of them on it? */
export class HeadsOnChain {
  private readonly waiting: ExpectedHead[];
  private broken: Finding | undefined;
  /** The last position that a head proves: everything up to there is what it was when it was kept. */
  proved: Position = 0;

  constructor(heads: readonly ExpectedHead[]) {
    this.waiting = heads.toSorted((a, b) => b.position - a.position);
  }

  /** The first head that is not on the chain, once there is one. */
  get finding(): Finding | undefined {
    return this.broken;
  }

  /** Passes a position of the chain; whether every head there is on it. */
  pass(position: Position, hash: Buffer): boolean {
    for (let head = this.waiting.at(-1); head; head = this.waiting.at(-1)) {
      if (this.broken || head.position > position) break;
      this.waiting.pop();
      if (head.position === position && head.hash === hash.toString('hex')) {
        this.proved = position;
      } else if (head.position === position) {
        this.broken = forked(head, this.proved);
      }
    }
    return this.broken === undefined;
  }

  /** What the end of the log says: heads that lie beyond it. */
  end(position: Position): Finding | undefined {
    const beyond = this.waiting[0];
    if (this.broken || !beyond) return this.broken;
    this.broken = {
      kind: 'cut',
      says: `The log ends at ${position}, but ${beyond.name} is of position ${beyond.position}: its end was cut off, or an older copy was put back.`,
      position: position + 1,
    };
    return this.broken;
  }
}

function forked(head: ExpectedHead, proved: Position): Finding {
  const from = proved + 1;
  const where =
    from === head.position ? `Event ${from} was` : `Events from ${from} to ${head.position} were`;
  return {
    kind: 'fork',
    says: `${where} written anew: the chain fits together, but at position ${head.position} it is not that of ${head.name}.`,
    position: from,
  };
}
