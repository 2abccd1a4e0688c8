/**
 * Chance that can be repeated: mulberry32, 32 bits of state, good enough for a story and never for a
 * secret. Each question has a stream of its own, named by labels, so that a change to one part of
 * the story leaves the others as they were.
 * @source Tommy Ettinger, mulberry32, public domain
 */
export class Random {
  #state: number;

  private constructor(state: number) {
    this.#state = state;
  }

  /** The stream of these labels: the same labels, the same numbers. */
  static of(...labels: readonly (string | number)[]): Random {
    return new Random(fnv1a(labels.join('/')));
  }

  /** At least 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** At least `low`, below `high`. */
  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** Whether something happens that happens so often (0–1). */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }
}

/** FNV-1a, 32 bits. @source Fowler, Noll and Vo */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash;
}
