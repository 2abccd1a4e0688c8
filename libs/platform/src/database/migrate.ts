import pg from 'pg';
import { Database } from './database.js';
import { asFailure } from './failures.js';

/** Spells `WAYM`: processes that start together migrate one after another. */
const LOCK = 0x57_41_59_4d;

/** The database cannot be used as it is; the message says what to change. */
export class DatabaseUnfit extends Error {
  readonly code = 'database-unfit';
}

/**
 * Brings the schema to the present, under an advisory lock; answers the names of the migrations it
 * ran. Each runs in a transaction of its own.
 * @throws DatabaseUnfit for a server older than PostgreSQL 18 or a role that may not do it;
 * DatabaseUnavailable when the server is away.
 */
export async function migrate(url: string): Promise<readonly string[]> {
  const lock = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  lock.on('error', () => undefined);
  const database = new Database(url, { poolSize: 2, applicationName: 'waymark migrate' });
  try {
    await lock.connect();
    await checkServer(lock);
    await lock.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const source = await database.dataSource();
    const ran = await source.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  } catch (error) {
    throw explained(error);
  } finally {
    await database.close();
    await lock.end().catch(() => undefined);
  }
}

async function checkServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: number; name: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name`,
  );
  const server = rows[0];
  if (server && server.version < 180_000) {
    throw new DatabaseUnfit(
      `DATABASE_URL leads to PostgreSQL ${server.name}; Waymark needs 18 or later.`,
    );
  }
}

function explained(error: unknown): unknown {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: string };
  if (code !== '42501') return asFailure(error);
  return new DatabaseUnfit(
    `The role of DATABASE_URL may not prepare the database (${message}). Let it own the database, ` +
      'and either give it CREATEROLE or run once as a superuser: CREATE ROLE waymark_app NOLOGIN; ' +
      'GRANT waymark_app TO <that role>;',
    { cause: error },
  );
}
