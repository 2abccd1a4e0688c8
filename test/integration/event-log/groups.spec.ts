import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventType, UnitKey } from '#lib/domain';
import { type EventLog, UnknownProgram } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import {
  achieved,
  appending,
  newProgram,
  openLog,
  readAll,
  register,
  unitKey,
  unitRows,
} from './fixture.js';

class Refusal extends Error {
  readonly code = 'refused';
}

describe('appends that go together', () => {
  let db: TestDatabase;
  let log: EventLog;
  const projected: (readonly EventType[])[] = [];
  beforeAll(async () => {
    db = await startTestDatabase();
    log = openLog(db.database, {
      inline: {
        async project(tx, program, events, before) {
          projected.push(events.map(({ type }) => type));
          const bad = events.find(
            ({ type, data }) => type === 'milestone.lapsed' && 'reason' in data,
          );
          if (bad) await tx.query('SELECT 1 / 0');
          return unitRows.project(tx, program, events, before);
        },
      },
    });
  });
  afterAll(async () => {
    await log.close();
    await db.close();
  });

  const good = (program: Parameters<typeof appending>[0], count: number) =>
    Array.from({ length: count }, () => log.append(appending(program, [achieved('alpha')])));

  it.each<[string, Partial<Parameters<typeof appending>[2]> & object, object]>([
    [
      'its decision refuses',
      {
        decide: () => {
          throw new Refusal();
        },
      },
      { code: 'refused' },
    ],
    [
      'its decision runs a statement that fails',
      { decide: async ({ tx }) => (await tx.query('SELECT 1 / 0')) as never },
      { code: '22012' },
    ],
    [
      'its answer cannot be built',
      {
        answer: () => {
          throw new Refusal();
        },
      },
      { code: 'refused' },
    ],
    [
      'its date lies in the future',
      { decide: () => [achieved('alpha', { occurredAt: '9000' })] },
      { code: 'future-date' },
    ],
    [
      'its date is none',
      { decide: () => [achieved('alpha', { occurredAt: '2024-13-01' })] },
      { code: 'invalid-date' },
    ],
    [
      'a text of it holds a NUL',
      { decide: () => [achieved('alpha', { note: 'a\0b' })] },
      { code: 'unstorable-text' },
    ],
    [
      'a text of it is half a letter',
      { decide: () => [achieved('alpha', { note: 'a\ud83d' })] },
      { code: 'unstorable-text' },
    ],
  ])('harm nobody else when of one of them %s', async (_, fault, expected) => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const before = good(program, 5);
    const bad = log.append(appending(program, [achieved('alpha')], fault));
    const after = good(program, 5);
    const error = await bad.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject(expected);
    const positions = (await Promise.all([...before, ...after])).map(({ position }) => position);
    expect(positions).toEqual(Array.from({ length: 10 }, (_, index) => index + 2));
    expect(await log.verify(program)).toMatchObject({ ok: true, length: 11 });
  });

  it('harm nobody else when the idempotency key of one of them cannot be looked up', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const bad = log.append(
      appending(program, [achieved('alpha')], {
        idempotency: { scope: 's', key: 'a\0b', digest: Buffer.alloc(32) },
      }),
    );
    const others = good(program, 3);
    await expect(bad).rejects.toMatchObject({ code: 'unstorable-text' });
    expect(await Promise.all(others)).toHaveLength(3);
  });

  it('harm nobody else when the read model cannot take one of them', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const bad = log.append(
      appending(program, [
        {
          type: 'milestone.lapsed',
          unit: unitKey('alpha'),
          data: { milestone: 'hub.launched' as never, reason: 'breaks it' },
        },
      ]),
    );
    const others = good(program, 5);
    await expect(bad).rejects.toMatchObject({ code: '22012' });
    expect(await Promise.all(others)).toHaveLength(5);
    expect(await readAll(db.database, log, program)).toHaveLength(6);
    expect(await db.admin('SELECT version FROM unit WHERE program_id = $1', [program])).toEqual([
      { version: '6' },
    ]);
  });

  it('share one transaction, and those that want to be alone do not', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    projected.length = 0;
    await Promise.all([
      ...good(program, 3),
      register(log, program, 'beta'),
      ...good(program, 2),
      register(log, program, 'gamma'),
    ]);
    expect(projected.map((types) => types.length)).toEqual([3, 1, 2, 1]);
    const events = await readAll(db.database, log, program);
    for (const together of [events.slice(1, 4), events.slice(5, 7)]) {
      expect(new Set(together.map(({ recordedAt }) => recordedAt)).size).toBe(1);
    }
  });

  it('see each other in the versions of their units', async () => {
    const program = await newProgram(db.database);
    await register(log, program, 'alpha');
    const alpha = unitKey('alpha');
    const outcomes = await Promise.all(
      [1, 2, 3].map((version) =>
        log.append({
          ...appending(program, [achieved('alpha')], { expected: { unit: alpha, version } }),
          answer: (appended) => appended.version(alpha),
        }),
      ),
    );
    expect(outcomes.map(({ answer }) => answer)).toEqual([2, 3, 4]);
  });

  it('count every event of a unit that is new with more than its registration', async () => {
    const program = await newProgram(db.database);
    const outcome = await log.append({
      ...appending(program, [
        {
          type: 'unit.registered',
          unit: unitKey('alpha'),
          data: { name: 'Alpha', kind: 'team', parent: null },
        },
        { type: 'unit.changed', unit: unitKey('alpha'), data: { tags: ['new'] } },
      ]),
      answer: (appended) => appended.version('alpha' as UnitKey),
    });
    expect(outcome.answer).toBe(2);
    const next = log.append(
      appending(program, [achieved('alpha')], { expected: { unit: unitKey('alpha'), version: 2 } }),
    );
    expect((await next).position).toBe(3);
  });

  it('say that there is no such program', async () => {
    const nowhere = appending('nowhere' as never, [achieved('alpha')]);
    await expect(log.append(nowhere)).rejects.toBeInstanceOf(UnknownProgram);
  });
});
