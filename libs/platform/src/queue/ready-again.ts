import { setTimeout as pause } from 'node:timers/promises';
import type { createPostgresBackend } from 'bullmq';

/** How long whoever asks for a connection that could not be made ready waits for the refusal. */
const CALM_MS = 500;

/** What of BullMQ's connection remembers whether it is ready. */
interface Remembering {
  waitUntilReady(): Promise<void>;
  readyPromise?: Promise<void> | undefined;
}

type Factory = typeof createPostgresBackend;

/**
 * BullMQ makes its tables ready once for each connection and remembers the outcome for good, a
 * failure too. A worker whose connection was cut just then would from then on be refused without
 * any waiting, and ask again at once: for ever, in one go, so that its process does nothing else. So
 * a failure is forgotten and tried anew, and told after a pause.
 */
export function readyAgain(make: Factory): Factory {
  return (...given) => {
    const backend = make(...given);
    const { connection } = backend as unknown as { readonly connection: Remembering };
    const once = connection.waitUntilReady.bind(connection);
    connection.waitUntilReady = async () => {
      try {
        await once();
      } catch (error) {
        connection.readyPromise = undefined;
        await pause(CALM_MS);
        throw error;
      }
    };
    return backend;
  };
}
