import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { Database } from '#lib/platform';
import { TEMPLATE, urlFor } from './template.js';

/** A migrated, empty database of a spec file's own. */
export interface TestDatabase {
  /** As its owner, who is no superuser. */
  readonly url: string;
  /** As superuser, in the same database: to look behind row-level security and end backends. */
  readonly adminUrl: string;
  readonly database: Database;
  /** Where signed heads of this database are kept outside it; gone when it is closed. */
  readonly headsFile: string;
  /** Where erasures in this database are registered outside it; gone when it is closed. */
  readonly erasuresFile: string;
  /** Runs one statement as superuser, past row-level security. */
  admin<Row extends pg.QueryResultRow>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<Row[]>;
  /** Closes `database` and drops everything. Call it in `afterAll`. */
  close(): Promise<void>;
}

/** Makes a database on the PostgreSQL 18 of this run (started by the first who asks), in some 50 ms. */
export async function startTestDatabase(
  options: { readonly poolSize?: number } = {},
): Promise<TestDatabase> {
  const server = JSON.parse(await ask('/postgres')) as { url: string; adminUrl: string };
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = urlFor(server.url, name);
  const adminUrl = urlFor(server.adminUrl, name);
  await once(server.url, `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  const database = new Database(url, { poolSize: options.poolSize ?? 10, applicationName: name });
  const headsFile = join(inject('folder'), `${name}.heads.jsonl`);
  const erasuresFile = join(inject('folder'), `${name}.erasures.jsonl`);
  const admin = new pg.Pool({ connectionString: adminUrl, max: 2 });
  admin.on('error', () => undefined);
  return {
    url,
    adminUrl,
    database,
    headsFile,
    erasuresFile,
    admin: async (sql, parameters) => (await admin.query(sql, parameters as unknown[])).rows,
    close: async () => {
      await database.close();
      await admin.end();
      await rm(headsFile, { force: true });
      await rm(erasuresFile, { force: true });
      await once(server.adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** The Redis of this run (started by the first who asks); check `redisInstalled()` before. */
export function startTestRedis(): Promise<string> {
  return ask('/redis');
}

async function ask(path: string): Promise<string> {
  const response = await fetch(inject('servers') + path);
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}

/** CREATE DATABASE refuses while another session copies the same template: then once more. */
async function once(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.query(sql);
        return;
      } catch (error) {
        if ((error as { code?: string }).code !== '55006' || attempt === 50) throw error;
      }
    }
  } finally {
    await client.end();
  }
}
