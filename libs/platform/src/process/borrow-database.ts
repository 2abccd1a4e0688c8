import type { Environment } from '../environment.js';
import { EmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { DataDirInUse, DataDirLock } from './data-dir-lock.js';

/** A database that a single command may use, whether Waymark runs or not. */
export interface BorrowedDatabase {
  readonly url: string;
  /** Leaves everything as it was found. */
  close(): Promise<void>;
}

/**
 * The database of the environment: the one DATABASE_URL names, the embedded one of a Waymark that
 * runs, or else the embedded one started for as long as it is borrowed.
 */
export async function borrowDatabase(environment: Environment): Promise<BorrowedDatabase> {
  const { databaseUrl, dataDir } = environment;
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => undefined };
  let lock: DataDirLock;
  try {
    lock = await DataDirLock.take(dataDir);
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error;
    const { url } = await EmbeddedPostgres.attach(dataDir);
    return { url, close: async () => undefined };
  }
  const postgres = await EmbeddedPostgres.start(dataDir);
  return {
    url: postgres.url,
    close: async () => {
      await postgres.stop();
      await lock.release();
    },
  };
}
