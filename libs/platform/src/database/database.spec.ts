import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestDatabase, type TestDatabase } from '../../../../test/support/index.js';
import { DatabaseUnavailable, type Tx } from '../index.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

const insert = (program: string) => (tx: Tx) =>
  tx.query('INSERT INTO program (program_id) VALUES ($1)', [program]);
const programs = async (tx: Tx) =>
  (await tx.query<{ program_id: string }>('SELECT program_id FROM program')).map(
    (row) => row.program_id,
  );

describe('a transaction of a program', () => {
  test('sees its own rows and nobody else’s', async () => {
    await db.database.inProgram('a', insert('a'));
    await db.database.inProgram('b', insert('b'));
    expect(await db.database.inProgram('a', programs)).toEqual(['a']);
    expect(await db.database.inProgram('b', programs)).toEqual(['b']);
    expect(await db.database.beforeProgram(programs)).toEqual([]);
  });

  test('may not write for another program', async () => {
    await expect(db.database.inProgram('a', insert('c'))).rejects.toThrow(/row-level security/);
  });

  test('keeps nothing of work that throws', async () => {
    const work = db.database.inProgram('d', async (tx) => {
      await insert('d')(tx);
      throw new Error('thought better of it');
    });
    await expect(work).rejects.toThrow('thought better of it');
    expect(await db.database.inProgram('d', programs)).toEqual([]);
  });

  test('reports work whose failed statement was ignored', async () => {
    const work = db.database.inProgram('e', async (tx) => {
      await insert('e')(tx);
      await tx.query('SELECT 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toThrow(/rolled back/);
  });

  test('refuses a program id that is none', async () => {
    for (const id of ["a'; DROP TABLE event; --", '', 'A', 'a b']) {
      expect(() => db.database.inProgram(id, programs)).toThrow(/cannot be the id/);
    }
  });

  test('writes nothing when it only reads', async () => {
    await expect(db.database.inProgram('f', insert('f'), { readOnly: true })).rejects.toThrow(
      DatabaseUnavailable,
    );
  });

  test('gives columns as numbers, days and instants', async () => {
    const [row] = await db.database.beforeProgram((tx) =>
      tx.query(
        `SELECT 9007199254740991::bigint AS big, sum(x) AS total, '2024-02-29'::date AS day,
        array_agg(x) AS list, 'infinity'::timestamptz AS never, to_timestamp(1) AS moment
        FROM unnest($1::bigint[]) AS x`,
        [[1, 2]],
      ),
    );
    expect(row).toEqual({
      big: Number.MAX_SAFE_INTEGER,
      total: 3,
      day: '2024-02-29',
      list: [1, 2],
      never: Number.POSITIVE_INFINITY,
      moment: new Date(1000),
    });
  });
});

describe('a database in trouble', () => {
  test('says so when a lock does not come free, and serves again afterwards', async () => {
    await db.database.inProgram('g', insert('g'));
    const lock = (tx: Tx) => tx.query('SELECT FROM program FOR UPDATE');
    await db.database.inProgram('g', async (tx) => {
      await lock(tx);
      const other = db.database.inProgram('g', lock, { lockTimeoutMs: 50 });
      await expect(other).rejects.toThrow(DatabaseUnavailable);
    });
    await db.database.inProgram('g', lock);
  });

  test('ends a transaction that is silent, and gives its locks back', async () => {
    const hanging = db.database.inProgram(
      'h',
      async (tx) => {
        const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
        const there = async () =>
          (await db.admin('SELECT FROM pg_stat_activity WHERE pid = $1', [row?.pid])).length > 0;
        while (await there());
        await tx.query('SELECT 1');
      },
      { timeoutMs: 300 },
    );
    await expect(hanging).rejects.toThrow(DatabaseUnavailable);
    await db.database.inProgram('h', programs);
  });

  test('says so when its connection is cut, and serves again afterwards', async () => {
    const cut = db.database.inProgram('i', async (tx) => {
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await db.admin('SELECT pg_terminate_backend($1, 5000)', [row?.pid]);
      await tx.query('SELECT 1');
    });
    await expect(cut).rejects.toThrow(DatabaseUnavailable);
    expect(await db.database.inProgram('a', programs)).toEqual(['a']);
  });
});

describe('listening', () => {
  test('hears notifications, also after its connection was cut', async () => {
    const heard: string[] = [];
    let reconnected = 0;
    const stop = await db.database.listen(
      'some channel',
      (payload) => heard.push(payload),
      () => {
        reconnected += 1;
      },
    );
    const notify = (payload: string) =>
      db.admin('SELECT pg_notify($1, $2)', ['some channel', payload]);
    await notify('one');
    await expect.poll(() => heard).toEqual(['one']);
    await db.admin(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name LIKE '%listener' AND datname = current_database()`,
    );
    await expect.poll(() => reconnected).toBe(1);
    await notify('two');
    await expect.poll(() => heard).toEqual(['one', 'two']);
    await stop();
  });
});

describe('the questions that come before a program is known', () => {
  test('are answered for an owner who is no superuser, and only through their functions', async () => {
    await db.database.inProgram('j', async (tx) => {
      await insert('j')(tx);
      await tx.query('INSERT INTO feed_head (program_id, position) VALUES ($1, 7)', ['j']);
    });
    const [owner] = await db.admin<{ superuser: boolean }>(
      `SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = 'waymark'`,
    );
    expect(owner).toEqual({ superuser: false });
    const heads = await db.database.beforeProgram((tx) =>
      tx.query('SELECT * FROM waymark_programs()'),
    );
    expect(heads).toEqual([{ program_id: 'j', position: 7 }]);
    expect(await db.database.beforeProgram((tx) => tx.query('SELECT * FROM feed_head'))).toEqual(
      [],
    );
  });

  test('no table of a program is open to its owner without a program, but for those two', async () => {
    const client = new pg.Client({ connectionString: db.url });
    await client.connect();
    const { rows } = await client.query('SELECT * FROM program');
    await client.end();
    expect(rows).toEqual([]);
  });
});
