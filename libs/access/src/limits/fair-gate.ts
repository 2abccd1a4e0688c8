/** How many may be served at once, and how long others wait for it. */
export interface GateLimits {
  /** In all, while there are several parties. */
  readonly atOnce: number;
  /** Of one party; the rest of `atOnce` stays free for others. */
  readonly perParty: number;
  /** Of a party that has been the only one for a second. */
  readonly alone: number;
  /** How many of one party may wait. */
  readonly waiting: number;
  /** How much those may hold in memory together, in bytes. */
  readonly waitingBytes: number;
  /** How long one waits at most, in milliseconds. */
  readonly patienceMs: number;
}

/** Gives the place back; a second call does nothing. */
export type Leave = () => void;

/** How long a party counts after it came. */
const SEVERAL_MS = 1_000;

/** Why somebody was not let in: too many of the same party wait already, or it took too long. */
export type TurnedAway = 'full' | 'late';

interface Waiting {
  readonly settle: (outcome: Leave | TurnedAway) => void;
  readonly gone: () => boolean;
  readonly bytes: number;
  readonly timer: NodeJS.Timeout;
}

interface Party {
  readonly name: string;
  inside: number;
  /** What those in the line hold. */
  bytes: number;
  readonly line: Set<Waiting>;
}

/**
 * Lets a number in at a time. Whoever finds it full waits in a line of their own party, and a place
 * that becomes free goes to the first of the next party in turn: so one that floods waits for itself,
 * and delays another by no more than what is being served.
 */
export class FairGate {
  private inside = 0;
  /** Who was let in last, and until when there are several parties, by the monotonic clock. */
  private last: Party | undefined;
  /** Who was the only one when last somebody was. */
  private lone: Party | undefined;
  private severalUntil = 0;
  private readonly parties = new Map<string, Party>();
  /** Those with a line, in the order in which it is their turn. */
  private readonly turns = new Set<Party>();

  constructor(private readonly limits: GateLimits) {}

  /** How many wait, of all parties. */
  get waiting(): number {
    let waiting = 0;
    for (const { line } of this.turns) waiting += line.size;
    return waiting;
  }

  /**
   * Waits for a place. Answers at once when there is one.
   * @param about.gone says whether whoever waits has gone, so that a place is not wasted on them
   * @param about.bytes what they hold in memory while they wait
   */
  enter(
    name: string,
    {
      gone = () => false,
      bytes = 0,
    }: { readonly gone?: () => boolean; readonly bytes?: number } = {},
  ): Leave | Promise<Leave | TurnedAway> | TurnedAway {
    const party = this.parties.get(name) ?? this.join(name);
    const { waiting, waitingBytes, patienceMs } = this.limits;
    this.arrive(party);
    if (party.line.size === 0 && this.hasRoom(party)) return this.admit(party);
    if (party.line.size >= waiting || party.bytes + bytes > waitingBytes) return 'full';
    return new Promise((resolve) => {
      const one: Waiting = {
        settle: resolve,
        gone,
        bytes,
        timer: setTimeout(() => this.giveUp(party, one), patienceMs),
      };
      party.line.add(one);
      party.bytes += bytes;
      this.turns.add(party);
    });
  }

  private join(name: string): Party {
    const party: Party = { name, inside: 0, bytes: 0, line: new Set() };
    this.parties.set(name, party);
    return party;
  }

  private arrive(party: Party): void {
    if (this.last !== undefined && this.last.name !== party.name) {
      this.severalUntil = performance.now() + SEVERAL_MS;
    }
    this.last = party;
  }

  private hasRoom(party: Party): boolean {
    const { atOnce, perParty, alone } = this.limits;
    if (this.isAlone(party)) {
      this.lone = party;
      return party.inside < alone;
    }
    // who was alone until now may still have many inside, which others need not wait for
    const excess = Math.max(0, (this.lone?.inside ?? 0) - perParty);
    return party.inside < perParty && this.inside - excess < atOnce;
  }

  private isAlone(party: Party): boolean {
    if (this.inside > party.inside || performance.now() < this.severalUntil) return false;
    return this.turns.size === 0 || (this.turns.size === 1 && this.turns.has(party));
  }

  private admit(party: Party): Leave {
    this.inside++;
    party.inside++;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.inside--;
      party.inside--;
      this.next();
      this.forgetIdle(party);
    };
  }

  private next(): void {
    for (const party of this.turns) {
      if (!this.hasRoom(party)) continue;
      const one = first(party.line);
      if (one) {
        this.unlist(party, one);
        // behind the others
        if (this.turns.delete(party) && party.line.size > 0) this.turns.add(party);
        one.settle(one.gone() ? 'late' : this.admit(party));
      }
    }
  }

  private giveUp(party: Party, one: Waiting): void {
    this.unlist(party, one);
    one.settle('late');
    this.forgetIdle(party);
  }

  private unlist(party: Party, one: Waiting): void {
    clearTimeout(one.timer);
    if (party.line.delete(one)) party.bytes -= one.bytes;
    if (party.line.size === 0) this.turns.delete(party);
  }

  private forgetIdle(party: Party): void {
    if (party.inside === 0 && party.line.size === 0) this.parties.delete(party.name);
  }
}

function first(line: ReadonlySet<Waiting>): Waiting | undefined {
  for (const one of line) return one;
  return undefined;
}
