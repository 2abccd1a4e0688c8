/** The median of some figures; of an even number, the mean of the middle two. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** How long some work takes, in milliseconds. */
export async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Runs each piece of work in turn, so many rounds; answers each one's figures, in their order. */
export async function inTurn(
  rounds: number,
  pieces: readonly (() => Promise<number>)[],
): Promise<readonly (readonly number[])[]> {
  const figures: number[][] = pieces.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, piece] of pieces.entries()) figures[index]?.push(await piece());
  }
  return figures;
}

/** The median of pairwise ratios: the machine's drift falls out. */
export function ratio(a: readonly number[], b: readonly number[]): number {
  return median(a.map((figure, index) => figure / (b[index] as number)));
}

/** Prints a line of a result. */
export function report(what: string, figure: string): void {
  process.stdout.write(`${what.padEnd(66)} ${figure}\n`);
}

/** A small random generator with a seed (mulberry32): the same seed, the same numbers in 0–1. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
