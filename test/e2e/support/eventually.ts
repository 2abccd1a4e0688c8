const PATIENCE_MS = 20_000;

/** Asks until there is an answer. @throws when there is none for 20 s */
export async function eventually<T>(ask: () => Promise<T | undefined>): Promise<T> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until) throw new Error('It did not come about within 20 s.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
