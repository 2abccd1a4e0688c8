import type { Foundation } from './foundation.js';

/** Whether a process can serve, and what keeps it from serving. */
export interface Readiness {
  readonly ready: boolean;
  /** The parts that do not answer, each with its reason: `{ database: "…" }`. */
  readonly notReady: Readonly<Record<string, string>>;
}

/** Asks the database and the queue now; answers within some 5 seconds. */
export async function readiness(
  foundation: Pick<Foundation, 'database' | 'queue'>,
): Promise<Readiness> {
  const notReady: Record<string, string> = {};
  const ask = async (part: string, answer: Promise<void>, instead: string) => {
    await answer.catch((error: Error) => {
      const { code } = error as { code?: unknown };
      notReady[part] = code === 'database-unavailable' ? error.message : instead;
    });
  };
  await Promise.all([
    ask('database', foundation.database.ping(), 'The database does not answer.'),
    ask('queue', foundation.queue.ping(), 'Redis does not answer.'),
  ]);
  return { ready: Object.keys(notReady).length === 0, notReady };
}
