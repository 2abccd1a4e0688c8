import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { migrate } from '#lib/platform';
import { startTestDatabase } from '../support/index.js';
import { partitioning } from '../support/partitioned.js';
import { faultsOf } from './catalogue.js';

/** How the tables of programs are kept: whole, split, or as a part of one that is split. */
const KINDS = `
SELECT CASE WHEN c.relispartition THEN 'part' WHEN c.relkind = 'p' THEN 'split' ELSE 'whole' END AS kind,
       count(*)::int AS tables
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'program_id'
 WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace GROUP BY 1`;

describe('tables split by hash of the program', () => {
  test('the migrations split every table of a program, and the law of tenancy holds', async () => {
    const db = await startTestDatabase();
    const fresh = `${new URL(db.url).pathname.slice(1)}_split`;
    const { adminUrl } = JSON.parse(
      await (await fetch(`${inject('servers')}/postgres`)).text(),
    ) as { readonly adminUrl: string };
    const owner = new URL(db.url).username;
    await db.admin(`CREATE DATABASE ${fresh} OWNER ${owner}`);
    const at = (url: string) => Object.assign(new URL(url), { pathname: `/${fresh}` }).href;
    const admin = new pg.Client({ connectionString: at(adminUrl) });
    try {
      await partitioning(3, () => migrate(at(db.url)));
      await admin.connect();
      const ask = async (sql: string) => (await admin.query(sql)).rows;
      const kinds = new Map((await ask(KINDS)).map(({ kind, tables }) => [kind, tables]));
      expect(kinds.get('split')).toBeGreaterThan(30);
      expect(kinds.get('part')).toBe(kinds.get('split') * 3);
      expect(kinds.has('whole')).toBe(false);
      expect(await faultsOf(ask)).toEqual([]);
    } finally {
      await admin.end();
      await db.admin(`DROP DATABASE ${fresh} WITH (FORCE)`);
      await db.close();
    }
  });

  test('this run is on split tables if it says so', async () => {
    const db = await startTestDatabase();
    const kinds = (await db.admin(KINDS)).map(({ kind }) => String(kind)).toSorted();
    expect(kinds).toEqual(process.env.PARTITIONS ? ['part', 'split'] : ['whole']);
    await db.close();
  });
});
