import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import pg from 'pg';
import type { Position, ProgramId } from '#lib/domain';
import type { EventLog, StoredEvent } from '#lib/event-log';
import { Database } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { achieved, appending, newProgram, openLog, readAll, register } from './fixture.js';

const APPENDS = 1_000;
const WRITER = 'waymark writer that gets killed';

describe('those who follow a log', () => {
  let db: TestDatabase;
  let log: EventLog;
  let writers: readonly { readonly database: Database; readonly log: EventLog }[];
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database);
    writers = Array.from({ length: 3 }, () => {
      const database = new Database(db.url, { poolSize: 2, applicationName: WRITER });
      return { database, log: openLog(database) };
    });
  });
  afterAll(async () => {
    await log.close();
    for (const writer of writers) {
      await writer.log.close();
      await writer.database.close();
    }
    await db.close();
  });

  /** Polls until the writers are done and everything up to the head was read. */
  async function poll(program: ProgramId, writing: { done: boolean }): Promise<StoredEvent[]> {
    const seen: StoredEvent[] = [];
    for (;;) {
      const { done } = writing;
      const page = await db.database.inProgram(program, (tx) =>
        log.readAfter(tx, program, seen.at(-1)?.position ?? 0, 37),
      );
      seen.push(...page);
      if (done && page.length === 0) return seen;
    }
  }

  async function follow(
    program: ProgramId,
    until: Promise<Position>,
    signal: AbortController,
  ): Promise<StoredEvent[]> {
    const seen: StoredEvent[] = [];
    let last = Number.POSITIVE_INFINITY;
    void until.then((position) => {
      last = position;
      if ((seen.at(-1)?.position ?? 0) >= last) signal.abort();
    });
    for await (const event of log.subscribe(program, 0, { signal: signal.signal })) {
      seen.push(event);
      if (event.position >= last) break;
    }
    return seen;
  }

  it('get what was committed, in order and without a gap, while appends fail and writers die', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const writing = { done: false };
    let killed = 0;
    const kill = async () => {
      const rows = await db.admin(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = $1 ORDER BY random() LIMIT 1`,
        [WRITER],
      );
      killed += rows.length;
    };
    let head: (position: Position) => void = () => undefined;
    const ended = new Promise<Position>((resolve) => {
      head = resolve;
    });
    const readers = [poll(program, writing), poll(program, writing)];
    const following = follow(program, ended, new AbortController());
    const outcomes: PromiseSettledResult<{ answer: readonly StoredEvent[] }>[] = [];
    for (let start = 0; start < APPENDS; start += 50) {
      const appended = Promise.allSettled(
        Array.from({ length: 50 }, (_, index) => {
          const number = start + index;
          const writer = writers[number % 3]?.log as EventLog;
          const request = appending(program, [achieved('alpha', { note: `${number}` })]);
          const broken = {
            ...request,
            answer: () => {
              throw new Error('rolled back');
            },
          };
          return writer.append(number % 10 === 3 ? broken : request);
        }),
      );
      await kill();
      outcomes.push(...(await appended));
    }
    writing.done = true;
    expect(killed).toBeGreaterThan(APPENDS / 100);
    const committed = await readAll(db.database, log, program);
    head(committed.length);
    const kept = outcomes.flatMap((one) => (one.status === 'fulfilled' ? one.value.answer : []));
    expect(kept.length).toBeGreaterThan(APPENDS / 2);
    const ids = new Set(committed.map(({ id }) => id));
    for (const { id } of kept) expect(ids).toContain(id);
    expect(committed.map(({ position }) => position)).toEqual(committed.map((_, at) => at + 1));
    const notes = committed.map(({ data }) => ('note' in data ? data.note : ''));
    expect(new Set(notes).size).toBe(committed.length);
    for (const seen of [...(await Promise.all(readers)), await following]) {
      expect(seen).toEqual(committed);
    }
    expect(await log.verify(program)).toMatchObject({ ok: true, length: committed.length });
  });

  it('are not delayed by a transaction that is left open elsewhere', async () => {
    const program = await newProgram(db.database);
    const idle = new pg.Client({ connectionString: db.adminUrl });
    await idle.connect();
    await idle.query('BEGIN; SELECT txid_current(); SELECT count(*) FROM event');
    const seen: StoredEvent[] = [];
    const following = (async () => {
      for await (const event of log.subscribe(program, 0)) {
        seen.push(event);
        if (seen.length === 2) return;
      }
    })();
    await register(log, program, 'alpha');
    await log.append(appending(program, [achieved('alpha')]));
    await following;
    expect(seen.map(({ position }) => position)).toEqual([1, 2]);
    await idle.end();
  });

  it('resume after any position', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    for (let count = 0; count < 5; count += 1) {
      await log.append(appending(program, [achieved('alpha')]));
    }
    for (const after of [0, 3, 5]) {
      const seen: Position[] = [];
      for await (const { position } of log.subscribe(program, after)) {
        seen.push(position);
        if (position === 6) break;
      }
      expect(seen).toEqual(Array.from({ length: 6 - after }, (_, index) => after + index + 1));
    }
  });

  it('hear of their own program only, and end when they are told to', async () => {
    const [quiet, busy] = [await newProgram(db.database), await newProgram(db.database)];
    const stop = new AbortController();
    const following = (async () => {
      const seen: StoredEvent[] = [];
      for await (const event of log.subscribe(quiet, 0, { signal: stop.signal })) seen.push(event);
      return seen;
    })();
    await register(log, busy, 'alpha');
    await register(log, quiet, 'alpha');
    stop.abort();
    const seen = await following;
    expect(seen.length).toBeLessThanOrEqual(1);
    for (const { unit } of seen) expect(unit).toBe('alpha');
  });
});
