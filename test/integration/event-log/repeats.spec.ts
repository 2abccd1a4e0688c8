import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventConflict, type EventLog, IdempotencyConflict } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import {
  ACTOR,
  achieved,
  appending,
  newProgram,
  openLog,
  readAll,
  register,
  unitKey,
} from './fixture.js';

const named = { source: 'https://tracker.example', sourceId: 'ticket 7' };
const digestOf = (body: string) => createHash('sha256').update(body).digest();

describe('saying the same thing twice', () => {
  let db: TestDatabase;
  let logs: readonly [EventLog, EventLog];
  beforeAll(async () => {
    db = await startTestDatabase();
    logs = [openLog(db.database), openLog(db.database)];
  });
  afterAll(async () => {
    for (const log of logs) await log.close();
    await db.close();
  });
  const openProgram = async () => {
    const program = await newProgram(db.database);
    await register(logs[0], program, 'alpha');
    return program;
  };

  it('records 50 simultaneous repeats of one id once and answers all of them alike', async () => {
    const program = await openProgram();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (logs[index % 2] as EventLog).append(
          appending(program, [achieved('alpha', { ...named, note: 'done' })]),
        ),
      ),
    );
    expect(new Set(outcomes.map((one) => JSON.stringify([one.answer, one.position]))).size).toBe(1);
    expect(outcomes.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(await readAll(db.database, logs[0], program)).toHaveLength(2);
  });

  it('knows a repeat again when it is sent with another key', async () => {
    const program = await openProgram();
    const draft = achieved('alpha', { ...named, note: 'done' });
    const first = await logs[0].append(appending(program, [draft]));
    const actor = { subject: '0190a000-0000-7000-8000-0000000000ff', name: 'Rotated' };
    const second = await logs[0].append(appending(program, [draft], { actor }));
    expect(second).toEqual({ ...first, duplicate: true });
    expect(second.answer[0]?.actor).toBe(ACTOR.name);
  });

  it.each([
    ['another text', { note: 'not done' }],
    ['another date', { note: 'done', occurredAt: '2024-05-02' }],
    ['no date', { note: 'done', occurredAt: undefined }],
    ['another unit', { note: 'done', unit: unitKey('beta') }],
  ])('refuses a known id with %s', async (_, change) => {
    const program = await openProgram();
    const first = achieved('alpha', { ...named, note: 'done' });
    await logs[0].append(appending(program, [first]));
    const changed = achieved('alpha', { ...named, ...change });
    await expect(logs[0].append(appending(program, [changed]))).rejects.toThrow(EventConflict);
    expect(await readAll(db.database, logs[0], program)).toHaveLength(2);
  });

  it('tells sources apart that use the same id, and refuses its own name as a source', async () => {
    const program = await openProgram();
    const other = { ...named, source: 'https://other.example' };
    await logs[0].append(appending(program, [achieved('alpha', named)]));
    const second = await logs[0].append(appending(program, [achieved('alpha', other)]));
    expect(second).toMatchObject({ duplicate: false, position: 3 });
    const own = achieved('alpha', { ...named, source: 'waymark' });
    await expect(logs[0].append(appending(program, [own]))).rejects.toThrow('reserved');
  });

  it('answers a repeated request with the first answer, whatever has happened since', async () => {
    const program = await openProgram();
    const request = (body: string, note = 'done') =>
      appending(program, [achieved('alpha', { note })], {
        idempotency: { scope: 'POST /units/alpha/milestones', key: 'k-1', digest: digestOf(body) },
      });
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (logs[index % 2] as EventLog).append(request('body')),
      ),
    );
    expect(new Set(outcomes.map((one) => JSON.stringify([one.answer, one.position]))).size).toBe(1);
    await logs[0].append(appending(program, [achieved('alpha')]));
    const later = await logs[1].append(request('body', 'another decision'));
    expect(later.answer).toEqual(outcomes[0]?.answer);
    await expect(logs[0].append(request('other body'))).rejects.toThrow(IdempotencyConflict);
    expect(await readAll(db.database, logs[0], program)).toHaveLength(3);
  });

  it('keeps no words of people in a kept answer, and forgets it after a day', async () => {
    const program = await openProgram();
    const yesterday = openLog(db.database, { clock: { now: () => Date.now() - 25 * 3_600_000 } });
    const request = (key: string) =>
      appending(program, [achieved('alpha', { note: 'Confidential words' })], {
        idempotency: { scope: 's', key, digest: digestOf('x') },
        answer: (appended) => appended.events,
      });
    await logs[0].append(request('young'));
    const old = await newProgram(db.database);
    await yesterday.append({ ...request('old'), program: old, units: [] });
    const rows = await db.admin<{ answer: Buffer }>('SELECT answer FROM idempotency');
    expect(rows.length).toBeGreaterThan(1);
    for (const { answer } of rows) expect(answer.toString()).not.toContain('Confidential');
    expect(await logs[0].forgetAnswers(program)).toBe(0);
    expect(await logs[0].forgetAnswers(old)).toBe(1);
  });
});
