import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adviceHash, AdviceProjector, rebuildAdvice } from '#lib/advice';
import { createLogger, type Foundation } from '#lib/platform';
import { ATTEMPTS, openRecords } from '#lib/recording';
import { createWorker, type Worker } from '../../../apps/worker/src/create-worker.js';
import {
  redisInstalled,
  startTestDatabase,
  startTestRedis,
  type TestDatabase,
} from '../../support/index.js';
import { type BackendKind, eventually, foundationOn, Office } from '../../support/office.js';

const BACKENDS: readonly BackendKind[] = redisInstalled() ? ['redis', 'postgres'] : ['postgres'];
/** Recurring work comes soon enough for a test. */
const RHYTHM = { boundariesMs: 200, reconcileMs: 300 };

/** So many units that their advice takes a while. */
function crowd(size: number): readonly string[] {
  return Array.from({ length: size }, (_, n) => `unit-${n}`);
}

/** Whether the advice of a crowd has been begun. */
async function begun(office: Office): Promise<boolean> {
  const [row] = await office.rows<{ units: number }>(
    'SELECT count(*) AS units FROM advised_unit WHERE program_id = $1',
  );
  return (row?.units ?? 0) > 10;
}

/** Ends every connection to the database or to Redis but the one that does it. */
async function cutConnections(kind: BackendKind, test: TestDatabase): Promise<void> {
  if (kind === 'postgres') {
    await test.admin(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename <> current_user`,
    );
    return;
  }
  const redis = new Redis(await startTestRedis());
  await redis.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
  redis.disconnect();
}

describe.each(BACKENDS)('the worker, with its queues on %s', (kind) => {
  let test: TestDatabase;
  const clock = { ahead: 0, now: () => Date.now() + clock.ahead };
  const opened: Foundation[] = [];
  const workers: Worker[] = [];

  async function open(): Promise<Foundation> {
    const foundation = await foundationOn(kind, test, clock);
    opened.push(foundation);
    return foundation;
  }

  async function start(
    foundation: Foundation,
    rhythm: typeof RHYTHM | null = RHYTHM,
  ): Promise<Worker> {
    const worker = await createWorker(foundation, rhythm);
    workers.push(worker);
    return worker;
  }

  async function stop(worker: Worker): Promise<void> {
    workers.splice(workers.indexOf(worker), 1);
    await worker.stop();
  }

  /** Records in a new program without waking anybody. */
  async function silently(
    worker: Worker,
    record: (office: Office) => Promise<void>,
  ): Promise<Office> {
    const silent = openRecords(worker.records.foundation, worker.records.catalogue);
    await silent.wakeups.close();
    const office = await Office.open(silent);
    await record(office);
    await silent.log.close();
    return Office.join(worker.records, office.program);
  }

  beforeAll(async () => {
    test = await startTestDatabase({ poolSize: 20 });
  });
  afterAll(async () => {
    for (const worker of workers) await worker.stop();
    for (const foundation of opened) foundation.queue.close();
    await test.close();
  });

  it('shows next steps and alerts within two seconds of the recording', async () => {
    const worker = await start(await open());
    const office = await Office.open(worker.records);
    await office.unit('acme', null, '2010-01-01');
    await office.unit('care', 'acme', '2010-01-01');
    await office.advised();
    await office.achieve('acme', 'sponsor.approved', '2010-06-01');
    const step = await eventually(async () => {
      const [first] = await office.recommendations('care');
      return first?.milestone === 'hub.launched' && first;
    });
    expect(step.tookMs).toBeLessThan(2_000);
    await office.lapse('acme', 'sponsor.approved', '2011-06-01');
    const alert = await eventually(async () => (await office.alerts('sponsor-gone'))[0]);
    expect(alert.tookMs).toBeLessThan(2_000);
    expect(alert.answer).toMatchObject({ unit: 'acme', severity: 'critical', closed_at: null });
    await stop(worker);
  });

  it('raises the sponsor who left once, however many units below rested on that sponsor', async () => {
    const worker = await start(await open());
    const office = await Office.open(worker.records);
    await office.unit('acme', null, '2010-01-01');
    for (const unit of ['care', 'sales', 'desk']) await office.unit(unit, 'acme', '2010-01-01');
    await office.achieve('acme', 'sponsor.approved', '2010-06-01');
    await office.record({
      type: 'unit.changed',
      unit: 'acme' as never,
      data: { models: ['crawl-walk-run-fly'] as never },
    });
    for (const unit of ['care', 'sales', 'desk']) {
      const data = { models: ['lithium'] as never };
      await office.record({ type: 'unit.changed', unit: unit as never, data });
    }
    await office.lapse('acme', 'sponsor.approved', '2011-06-01');
    await office.advised();
    const alerts = await office.alerts('sponsor-gone');
    expect(alerts.map(({ unit }) => unit)).toEqual(['acme']);
    await stop(worker);
  });

  it('catches up with what was recorded while nobody was woken', async () => {
    const worker = await start(await open());
    const office = await silently(worker, async (silent) => {
      await silent.unit('care', null, '2010-01-01');
      await silent.achieve('care', 'sponsor.approved', '2010-06-01');
    });
    await office.advised();
    expect((await office.recommendations('care'))[0]?.milestone).toBe('hub.launched');
    await stop(worker);
  });

  it('loses nothing when its queues are emptied', async () => {
    const foundation = await open();
    const records = openRecords(foundation, (await start(foundation)).records.catalogue);
    await stop(workers[workers.length - 1] as Worker);
    const office = await Office.open(records);
    await office.unit('care', null, '2010-01-01');
    await records.wakeups.send('advice', { program: office.program, position: 1 });
    for (const name of ['standing', 'advice', 'boundaries', 'reconcile']) {
      const queue = new Queue(name, foundation.queue.options);
      await queue.obliterate({ force: true });
      await queue.close();
    }
    const worker = await start(foundation);
    await office.advised();
    expect((await office.recommendations('care'))[0]?.milestone).toBe('sponsor.approved');
    await records.close();
    await stop(worker);
  });

  it('tries again, keeps a dead letter of what fails for good, and does it when it is replayed', async () => {
    const worker = await start(await open());
    const office = await Office.open(worker.records);
    await office.unit('care', null, '2010-01-01');
    await office.advised();
    await test.admin('ALTER TABLE achievement RENAME TO achievement_taken_away');
    await office.achieve('care', 'sponsor.approved', '2010-06-01');
    const { answer: letter } = await eventually(
      async () => (await worker.deadLetters.open(office.program))[0],
      40_000,
    );
    expect(letter).toMatchObject({ queue: 'advice', position: 2, attempts: ATTEMPTS });
    expect(letter.reason).toContain('achievement');
    // the reconciler comes by and leaves it alone
    const other = await silently(worker, async (silent) => {
      await silent.unit('acme', null, '2010-01-01');
      await silent.unit('care', 'acme', '2010-01-01');
      await silent.achieve('acme', 'sponsor.approved', '2010-06-01');
    });
    await eventually(async () => (await other.checkpoint('standing')) === (await other.head()));
    expect(await worker.deadLetters.open(office.program)).toEqual([letter]);
    await test.admin('ALTER TABLE achievement_taken_away RENAME TO achievement');
    await worker.deadLetters.replay(office.program, letter.id, worker.records.wakeups);
    await office.advised();
    expect((await office.recommendations('care'))[0]?.milestone).toBe('hub.launched');
    await eventually(async () => (await worker.deadLetters.open(office.program)).length === 0);
    await stop(worker);
  });

  it('does what remains after a crash, and nothing twice', async () => {
    const foundation = await open();
    const worker = await start(foundation, null);
    const office = await Office.open(worker.records);
    await office.unit('acme', null, '2010-01-01');
    await office.advised();
    await stop(worker);
    const records = openRecords(foundation, worker.records.catalogue);
    const joined = Office.join(records, office.program);
    await joined.units(crowd(400), 'acme');
    await joined.achieve('acme', 'sponsor.approved', '2010-06-01');
    const { database } = foundation;
    const { log, catalogue } = records;
    const parts = { database, log, catalogue, clock };
    const killed = new AbortController();
    const running = new AdviceProjector(parts).run(office.program, killed.signal);
    await eventually(() => begun(office));
    killed.abort(new Error('killed'));
    await expect(running).rejects.toThrow('killed');
    await new AdviceProjector(parts).run(office.program);
    const hash = () => database.inProgram(office.program, (tx) => adviceHash(tx, office.program));
    const before = await hash();
    await rebuildAdvice(parts, office.program);
    expect(await hash()).toBe(before);
    await records.close();
  });

  it('gives its work back when it stops, and another worker takes it up', async () => {
    const foundation = await open();
    const first = await start(foundation, null);
    const office = await Office.open(first.records);
    await office.unit('acme', null, '2010-01-01');
    await office.units(crowd(400), 'acme');
    await eventually(() => begun(office));
    await stop(first);
    expect(await office.checkpoint('advice')).toBeLessThan(await office.head());
    const second = await start(foundation, null);
    await office.advised();
    await stop(second);
  });

  it('goes on when its connections were cut', async () => {
    const worker = await start(await open());
    const office = await Office.open(worker.records);
    await office.unit('care', null, '2010-01-01');
    await office.advised();
    await cutConnections(kind, test);
    await eventually(async () => {
      const recorded = office.achieve('care', 'sponsor.approved', '2010-06-01');
      return recorded.catch(() => false as const);
    });
    // a claim that was cut off is taken up again when its lock is over
    await office.advised(40_000);
    expect((await office.recommendations('care'))[0]?.milestone).toBe('hub.launched');
    await stop(worker);
  });

  it('logs under the trace of the request that led to the work', async () => {
    const foundation = await open();
    const lines: string[] = [];
    const logger = createLogger(
      'worker',
      { logLevel: 'info' },
      { write: (line) => lines.push(line) },
    );
    const worker = await start({ ...foundation, logger });
    const office = await Office.open(worker.records);
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    worker.records.wakeups.trace(office.program, `00-${traceId}-00f067aa0ba902b7-01`);
    await office.unit('care', null, '2010-01-01');
    await eventually(async () =>
      lines.some((line) => line.includes(traceId) && line.includes('"queue":"advice"')),
    );
    await stop(worker);
  });

  it('raises what comes with the calendar alone', async () => {
    const worker = await start(await open());
    const office = await Office.open(worker.records);
    await office.unit('care', null, '2010-01-01');
    const expiresOn = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
    await office.record({
      type: 'milestone.waived',
      unit: 'care' as never,
      data: { milestone: 'sponsor.approved' as never, reason: 'soon', expiresOn },
    });
    await office.advised();
    expect(await office.alerts('running-out')).toEqual([]);
    clock.ahead = 40 * 86_400_000;
    const { answer } = await eventually(async () => (await office.alerts('running-out'))[0]);
    expect(answer.severity).toBe('info');
    clock.ahead = 70 * 86_400_000;
    await eventually(async () => {
      const [alert] = await office.alerts('running-out');
      return alert?.id === answer.id && alert.severity === 'warning';
    });
    await eventually(async () => {
      const [fallen] = await office.alerts('stage-lost');
      return fallen !== undefined;
    });
    clock.ahead = 0;
    await stop(worker);
  });
});
