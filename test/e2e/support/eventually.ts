import { PATIENCE_MS } from '../../support/patience.js';

/** Asks until there is an answer. @throws when there is none for so long */
export async function eventually<T>(
  ask: () => Promise<T | undefined>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > until)
      throw new Error(`It did not come about within ${patienceMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
