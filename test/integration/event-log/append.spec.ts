import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EventLog, VersionConflict } from '#lib/event-log';
import { Database } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { achieved, appending, newProgram, openLog, readAll, register, unitKey } from './fixture.js';

describe('appending to a log', () => {
  let db: TestDatabase;
  let log: EventLog;
  let elsewhere: { readonly database: Database; readonly log: EventLog };
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database);
    // as another process would
    const database = new Database(db.url, { poolSize: 2 });
    elsewhere = { database, log: openLog(database) };
  });
  afterAll(async () => {
    await log.close();
    await elsewhere.database.close();
    await db.close();
  });

  it('numbers events from 1 without a gap and answers them as recorded', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const { answer, position } = await log.append(
      appending(program, [achieved('alpha', { note: 'We did it — ✓ 🎉' })]),
    );
    expect(position).toBe(2);
    const [, stored] = await readAll(db.database, log, program);
    expect(stored).toEqual(answer[0]);
    expect(stored).toMatchObject({
      position: 2,
      type: 'milestone.achieved',
      unit: 'alpha',
      actor: 'Ada',
      source: 'waymark',
      occurredAt: '2024-05-01',
      effectiveAt: Date.parse('2024-05-01T00:00:00Z'),
      data: { milestone: 'hub.launched', note: 'We did it — ✓ 🎉' },
    });
    expect(await log.verify(program)).toMatchObject({ ok: true, length: 2 });
  });

  it('records many together, each in its place', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, index) =>
        log.append(appending(program, [achieved('alpha', { note: `${index}` })])),
      ),
    );
    expect(outcomes.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 300 }, (_, index) => index + 2),
    );
    expect(await log.verify(program)).toMatchObject({ ok: true, length: 301 });
    const rows = await db.admin<{ version: number }>(
      'SELECT version::int FROM unit WHERE program_id = $1',
      [program],
    );
    expect(rows).toEqual([{ version: 301 }]);
  });

  it('lets exactly one of 64 writers win who expect the same version, 500 times', async () => {
    const program = await newProgram(db.database);
    const alpha = unitKey('alpha');
    await register(log, program, 'alpha');
    for (let version = 1; version <= 500; version += 1) {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 64 }, (_, index) =>
          (index % 2 ? log : elsewhere.log).append(
            appending(program, [achieved('alpha')], { expected: { unit: alpha, version } }),
          ),
        ),
      );
      const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(lost).toHaveLength(63);
      for (const reason of lost) {
        expect(reason).toBeInstanceOf(VersionConflict);
        expect(reason).toMatchObject({ expected: version, actual: version + 1 });
      }
    }
    expect(await readAll(db.database, log, program)).toHaveLength(501);
  });
});
