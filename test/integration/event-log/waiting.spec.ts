import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramId } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { achieved, appending, newProgram, openLog, register } from './fixture.js';

const SECONDS = 1_000;

/** Resolves when something waits for a lock in this database. */
async function waitsForLock(db: TestDatabase): Promise<void> {
  for (;;) {
    const rows = await db.admin(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) return;
  }
}

describe('waiting for the head of a log', () => {
  let db: TestDatabase;
  let log: EventLog;
  let folder: string;
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database);
    // within node_modules, so that the bundle finds the packages it leaves out
    folder = await mkdtemp(resolve('node_modules/.waymark-test-'));
    await build({
      configFile: false,
      logLevel: 'error',
      resolve: { conditions: ['source'] },
      ssr: { resolve: { conditions: ['source'] } },
      build: {
        ssr: join(import.meta.dirname, 'stopping-writer.main.ts'),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
      },
    });
  });
  afterAll(async () => {
    await log.close();
    await db.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A process that holds the head in the middle of an append, and is then stopped. */
  async function stoppedWriter(program: ProgramId) {
    const child = spawn(process.execPath, [join(folder, 'writer.mjs'), db.url, program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    child.kill('SIGSTOP');
    return {
      kill: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  }

  it('takes seconds at most when a writer hangs that holds it', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const writer = await stoppedWriter(program);
    const started = performance.now();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => log.append(appending(program, [achieved('alpha')]))),
    );
    expect(performance.now() - started).toBeLessThan(8 * SECONDS);
    expect(outcomes.map(({ position }) => position)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    await writer.kill();
  });

  it('is not needed for another program', async () => {
    const [held, free] = [await newProgram(db.database), await newProgram(db.database)];
    const writer = await stoppedWriter(held);
    const started = performance.now();
    await register(log, free, 'alpha');
    expect(performance.now() - started).toBeLessThan(2 * SECONDS);
    await writer.kill();
  });

  it('is not caused by a transaction that is left open elsewhere', async () => {
    const program = await newProgram(db.database);
    const idle = new pg.Client({ connectionString: db.adminUrl });
    await idle.connect();
    await idle.query('BEGIN; SELECT txid_current(); SELECT count(*) FROM event, feed_head');
    const started = performance.now();
    await register(log, program, 'alpha');
    expect(performance.now() - started).toBeLessThan(2 * SECONDS);
    await idle.end();
  });

  describe('to tell what was known at an instant', () => {
    it('includes an append that was in flight then', async () => {
      const program = await newProgram(db.database);
      await register(log, program, 'alpha');
      let finish: () => void = () => undefined;
      const finished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      let knownAt = 0;
      let question: Promise<number> | undefined;
      const append = log.append(
        appending(program, [], {
          decide: ({ now }) => {
            knownAt = now;
            question = log.positionAt(program, now);
            return finished.then(() => [achieved('alpha')]);
          },
        }),
      );
      await waitsForLock(db);
      finish();
      expect(await append).toMatchObject({ position: 2 });
      expect(await question).toBe(2);
      expect(await log.positionAt(program, knownAt)).toBe(2);
    });

    it('never gives another answer for the same instant, whatever is recorded meanwhile', async () => {
      const program = await newProgram(db.database);
      await register(log, program, 'alpha');
      const writing = Promise.all(
        Array.from({ length: 8 }, async () => {
          for (let count = 0; count < 40; count += 1) {
            await log.append(appending(program, [achieved('alpha')]));
          }
        }),
      );
      const asked: { readonly at: number; readonly answer: number }[] = [];
      const writers = { busy: true };
      void writing.then(() => {
        writers.busy = false;
      });
      while (writers.busy) {
        const at = Date.now() - (asked.length % 3);
        asked.push({ at, answer: await log.positionAt(program, at) });
      }
      await writing;
      expect(asked.length).toBeGreaterThan(5);
      for (const { at, answer } of asked) expect(await log.positionAt(program, at)).toBe(answer);
    });

    it('knows the past: nothing before the first fact, and the last of facts recorded together', async () => {
      const program = await newProgram(db.database);
      const clock = { now: () => Date.parse('2020-01-01T00:00:00Z') };
      const past = openLog(db.database, { clock });
      await register(past, program, 'alpha');
      clock.now = () => Date.parse('2020-01-02T00:00:00Z');
      await Promise.all(
        [1, 2, 3].map(() =>
          past.append(appending(program, [achieved('alpha', { occurredAt: '2019' })])),
        ),
      );
      const answers = [
        '2019-12-31',
        '2020-01-01',
        '2020-01-01T23:59:59.999Z',
        '2020-01-02',
        '2021-01-01',
      ];
      const positions: number[] = [];
      for (const day of answers) positions.push(await log.positionAt(program, Date.parse(day)));
      expect(positions).toEqual([0, 1, 1, 4, 4]);
    });

    it('has recorded times that rise from commit to commit, whatever the clock does', async () => {
      const program = await newProgram(db.database);
      const clock = { now: () => Date.parse('2020-01-02T00:00:00Z') };
      const jumpy = openLog(db.database, { clock });
      await register(jumpy, program, 'alpha');
      clock.now = () => Date.parse('2019-01-01T00:00:00Z');
      const { answer } = await jumpy.append(
        appending(program, [achieved('alpha', { occurredAt: undefined })]),
      );
      expect(answer[0]).toMatchObject({
        recordedAt: Date.parse('2020-01-02T00:00:00.001Z'),
        effectiveAt: Date.parse('2020-01-02T00:00:00.001Z'),
        occurredAt: '2020-01-02T00:00:00.001Z',
      });
    });
  });
});
