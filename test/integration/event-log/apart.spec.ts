import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventId } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { newId } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { achieved, appending, newProgram, openLog, readAll, register, unitKey } from './fixture.js';

describe('programs in one database', () => {
  let db: TestDatabase;
  let log: EventLog;
  let tables: readonly string[];
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database);
    const rows = await db.admin<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns
        WHERE column_name = 'program_id' AND table_schema = 'public'
          AND table_name NOT IN (SELECT table_name FROM information_schema.views)
          AND NOT (SELECT relispartition FROM pg_class WHERE oid = table_name::regclass)`,
    );
    tables = rows.map(({ name }) => name);
  });
  afterAll(async () => {
    await log.close();
    await db.close();
  });

  it('never meet, though their units, events and sources have the same ids', async () => {
    const programs = [await newProgram(db.database), await newProgram(db.database)] as const;
    const id = newId() as EventId;
    const repeated = { source: 'https://tracker.example', sourceId: '1' };
    for (const [index, program] of programs.entries()) {
      await register(log, program, 'alpha');
      const first = achieved('alpha', { id, note: `words of ${index}` });
      expect(await log.append(appending(program, [first]))).toMatchObject({ position: 2 });
      const named = achieved('alpha', { ...repeated, note: `from ${index}` });
      const outcome = await log.append(
        appending(program, [named], {
          idempotency: { scope: 's', key: 'k', digest: Buffer.alloc(32, index) },
          expected: { unit: unitKey('alpha'), version: 2 },
        }),
      );
      expect(outcome).toMatchObject({ duplicate: false, position: 3 });
    }
    for (const [index, program] of programs.entries()) {
      const events = await readAll(db.database, log, program);
      expect(events.map(({ data }) => ('note' in data ? data.note : null))).toEqual([
        null,
        `words of ${index}`,
        `from ${index}`,
      ]);
      const found = await db.database.inProgram(program, (tx) => log.find(tx, program, id));
      expect(found).toMatchObject({ data: { note: `words of ${index}` } });
      expect(await log.verify(program)).toMatchObject({ ok: true, length: 3 });
    }
  });

  it('cannot be looked into from another program, even when asked for by name', async () => {
    const [mine, theirs] = [await newProgram(db.database), await newProgram(db.database)];
    await register(log, theirs, 'alpha');
    await db.database.inProgram(mine, async (tx) => {
      expect(await log.readAfter(tx, theirs, 0, 10)).toEqual([]);
      const changed = await tx.query(
        'UPDATE feed_head SET position = 99 WHERE program_id = $1 RETURNING 1',
        [theirs],
      );
      expect(changed).toEqual([]);
    });
    const writing = db.database.inProgram(mine, (tx) =>
      tx.query(
        'INSERT INTO unit (program_id, unit, version, name, kind) VALUES ($1, $2, 1, $2, $2)',
        [theirs, 'planted'],
      ),
    );
    await expect(writing).rejects.toThrow('row-level security');
  });

  it('show nothing at all where no program is named', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    expect(tables.length).toBeGreaterThan(10);
    const seen: string[] = [];
    for (const table of tables) {
      const rows = await db.database.beforeProgram((tx) =>
        tx.query(`SELECT 1 FROM ${table} LIMIT 1`),
      );
      if (rows.length > 0) seen.push(table);
    }
    expect(seen).toEqual([]);
  });

  it('are the first part of every key, so that they can be spread over machines', async () => {
    const rows = await db.admin<{ name: string; table: string }>(
      `SELECT i.indexrelid::regclass::text AS name, t.relname AS table
         FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid
         JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
        WHERE i.indisunique AND t.relname = ANY($1) AND a.attname <> 'program_id'`,
      [tables],
    );
    expect(rows).toEqual([]);
  });
});
