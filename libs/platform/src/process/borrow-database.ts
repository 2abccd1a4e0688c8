import { existsSync } from 'node:fs';
import type { Environment } from '../environment.js';
import { clusterOf } from '../postgres/cluster.js';
import { EmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { DataDirInUse, DataDirLock } from './data-dir-lock.js';

/** There is no embedded database to borrow; the message says what to do. */
export class NothingToBorrow extends Error {
  readonly code = 'nothing-to-borrow';
  constructor(dataDir: string) {
    super(
      `There is no Waymark in ${dataDir}. Set WAYMARK_DATA_DIR, or DATABASE_URL, as for the one that is meant; npm start makes a new one.`,
    );
  }
}

/** A database that a single command may use, whether Waymark runs or not. */
export interface BorrowedDatabase {
  readonly url: string;
  /** Leaves everything as it was found. */
  close(): Promise<void>;
}

/**
 * The database of the environment: the one DATABASE_URL names, the embedded one of a Waymark that
 * runs, or else the embedded one started for as long as it is borrowed. None is made: keys and heads
 * of a new one would pass for those of the one that was meant.
 * @throws NothingToBorrow when the data dir holds none
 */
export async function borrowDatabase(environment: Environment): Promise<BorrowedDatabase> {
  const { databaseUrl, dataDir } = environment;
  if (databaseUrl !== undefined) return { url: databaseUrl, close: async () => undefined };
  if (!existsSync(clusterOf(dataDir).credentialsFile)) throw new NothingToBorrow(dataDir);
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
