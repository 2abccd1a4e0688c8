import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/index.js';
import { Foundations0001 } from './migrations/0001-foundations.js';
import { Advice0002 } from './migrations/0002-advice.js';
import { DatabaseUnavailable, DatabaseUnfit, Database, migrate } from '../index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

/** An empty database that belongs to a new role; answers the way in as that role. */
async function emptyDatabase(attributes = ''): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `owned_${randomBytes(4).toString('hex')}`;
  await db.admin(`CREATE ROLE ${name} LOGIN PASSWORD 'secret' ${attributes}`);
  await db.admin(`CREATE DATABASE ${name} OWNER ${name}`);
  const url = new URL(db.url);
  url.pathname = `/${name}`;
  url.username = name;
  url.password = 'secret';
  const drop = async () => {
    await db.admin(`DROP DATABASE ${name} WITH (FORCE)`);
    await db.admin(`DROP ROLE ${name}`);
  };
  return { url: url.href, drop };
}

describe('migrations', () => {
  test('run once, however many processes start together', async () => {
    const { url, drop } = await emptyDatabase('CREATEROLE');
    await db.admin(`GRANT waymark_app TO ${new URL(url).username} WITH ADMIN OPTION`);
    const ran = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    expect(await migrate(url)).toEqual([]);
    await drop();
  });

  test('serve an owner who is no superuser and may make no roles', async () => {
    const { url, drop } = await emptyDatabase();
    await db.admin(`GRANT waymark_app TO ${new URL(url).username}`);
    await migrate(url);
    const database = new Database(url);
    await database.inProgram('own', async (tx) => {
      await tx.query(`INSERT INTO program (program_id) VALUES ('own')`);
      await tx.query(`INSERT INTO feed_head (program_id) VALUES ('own')`);
    });
    expect(
      await database.beforeProgram((tx) => tx.query('SELECT * FROM waymark_programs()')),
    ).toEqual([{ program_id: 'own', position: 0 }]);
    await database.close();
    await drop();
  });

  test('keep what an older Waymark wrote as the generation in force', async () => {
    const { url, drop } = await emptyDatabase();
    await db.admin(`GRANT waymark_app TO ${new URL(url).username}`);
    const old = new pg.Client({ connectionString: url });
    await old.connect();
    const runner = { query: (sql: string) => old.query(sql) } as unknown as QueryRunner;
    const [foundations, advice] = [new Foundations0001(), new Advice0002()];
    await old.query('CREATE TABLE migration (id serial, "timestamp" bigint, name varchar)');
    for (const migration of [foundations, advice]) {
      await migration.up(runner);
      const { name } = migration;
      await old.query('INSERT INTO migration ("timestamp", name) VALUES ($1, $2)', [
        Number(name.slice(-13)),
        name,
      ]);
    }
    await old.query(`BEGIN; SET LOCAL ROLE waymark_app; SET LOCAL waymark.program = 'own';
      INSERT INTO program (program_id) VALUES ('own');
      INSERT INTO unit (program_id, unit, version, name, kind) VALUES ('own', 'u', 1, 'U', 'team');
      COMMIT`);
    await old.end();
    expect(await migrate(url)).not.toContain(foundations.name);
    const database = new Database(url);
    const units = () =>
      database.inProgram('own', (tx) => tx.query('SELECT unit, generation FROM unit'));
    expect(await units()).toEqual([{ unit: 'u', generation: 1 }]);
    await database.inProgram('own', (tx) =>
      tx.query(`INSERT INTO read_generation (program_id, generation) VALUES ('own', 2)`),
    );
    expect(await units()).toEqual([]);
    await database.close();
    await drop();
  });

  test('tell an owner who lacks a right what to run', async () => {
    const { url, drop } = await emptyDatabase();
    const failure = migrate(url);
    await expect(failure).rejects.toThrow(DatabaseUnfit);
    await expect(failure).rejects.toThrow(/GRANT waymark_app TO/);
    await drop();
  });

  test('tell a server that is away from one that will not do', async () => {
    await expect(migrate('postgres://nobody@127.0.0.1:1/nothing')).rejects.toThrow(
      DatabaseUnavailable,
    );
  });

  test('leave no table of a program open to its owner or to all', async () => {
    const client = new pg.Client({ connectionString: db.adminUrl });
    await client.connect();
    const { rows } = await client.query(
      `SELECT relname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relkind = 'r' AND attname = 'program_id' AND relnamespace = 'public'::regnamespace
          AND NOT (relrowsecurity AND relforcerowsecurity)`,
    );
    await client.end();
    expect(rows).toEqual([]);
  });
});
