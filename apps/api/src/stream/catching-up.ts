import { FairGate, type GateLimits } from '#lib/access';
import type { Position } from '#lib/domain';
import type { LiveMessage } from './follow.js';

/** What is read for those who catch up, at once: little, since whoever listens takes no turn with requests. */
const LIMITS: GateLimits = {
  atOnce: 2,
  perParty: 1,
  alone: 2,
  waiting: 1_000,
  waitingBytes: 0,
  patienceMs: 60_000,
};
/** Whoever takes longer waits for what is not written yet, which costs nobody anything. */
const HELD_MS = 500;

/** A message, and how it is shown to a listener; undefined: not at all. */
export type Shown = readonly [message: LiveMessage | 'quiet', shown: LiveMessage | undefined];

/**
 * Lets listeners catch up in turn, message by message, so that one who asks for all of a long log,
 * however often, slows nobody else. Who has caught up waits for nobody.
 */
export class CatchingUp {
  private readonly gate: FairGate;

  constructor(limits: GateLimits = LIMITS) {
    this.gate = new FairGate(limits);
  }

  /**
   * Each message as it is shown.
   * @param of.party whose turn it takes
   * @param of.head where the log was when they came: up to there they catch up
   */
  async *inTurn(
    messages: AsyncIterable<LiveMessage | 'quiet'>,
    shown: (message: LiveMessage) => Promise<LiveMessage | undefined>,
    of: { readonly party: string; readonly head: Position; readonly signal: AbortSignal },
    from: Position,
  ): AsyncGenerator<Shown, void, void> {
    const coming = messages[Symbol.asyncIterator]();
    let position = from;
    try {
      for (;;) {
        const leave = position < of.head ? await this.enter(of) : undefined;
        const next = await one(coming, shown).finally(leave);
        if (next === undefined) return;
        if (next[0] !== 'quiet') position = next[0].position;
        yield next;
      }
    } finally {
      await coming.return?.();
    }
  }

  /** Waits for a place; gives up with the listener alone. */
  private async enter({ party, signal }: { readonly party: string; readonly signal: AbortSignal }) {
    while (!signal.aborted) {
      const leave = await this.gate.enter(party, { gone: () => signal.aborted });
      if (typeof leave !== 'function') continue;
      const timer = setTimeout(leave, HELD_MS);
      return () => {
        clearTimeout(timer);
        leave();
      };
    }
    return undefined;
  }
}

async function one(
  coming: AsyncIterator<LiveMessage | 'quiet'>,
  shown: (message: LiveMessage) => Promise<LiveMessage | undefined>,
): Promise<Shown | undefined> {
  const next = await coming.next();
  if (next.done) return undefined;
  return [next.value, next.value === 'quiet' ? undefined : await shown(next.value)];
}
