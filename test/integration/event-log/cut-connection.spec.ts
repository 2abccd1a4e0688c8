import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventLog } from '#lib/event-log';
import { Database, OutcomeUnknown } from '#lib/platform';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { CutProxy } from './cut-proxy.js';
import { achieved, appending, newProgram, openLog, readAll, register } from './fixture.js';

describe('a connection that breaks', () => {
  let db: TestDatabase;
  let proxy: CutProxy;
  let shaky: { readonly database: Database; readonly log: EventLog };
  let steady: EventLog;
  beforeAll(async () => {
    db = await startTestDatabase();
    proxy = await CutProxy.open(db.url);
    const database = new Database(proxy.url, { poolSize: 2 });
    shaky = { database, log: openLog(database) };
    steady = openLog(db.database);
  });
  afterAll(async () => {
    await shaky.log.close();
    await shaky.database.close();
    await proxy.close();
    await steady.close();
    await db.close();
  });
  const openProgram = async () => {
    const program = await newProgram(db.database);
    await register(steady, program, 'alpha');
    return program;
  };

  it.each(['before COMMIT', 'after COMMIT'] as const)(
    'loses and doubles nothing when it breaks %s',
    async (cut) => {
      const program = await openProgram();
      const cuts = proxy.cuts;
      proxy.cutNext(cut);
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => shaky.log.append(appending(program, [achieved('alpha')]))),
      );
      expect(proxy.cuts).toBe(cuts + 1);
      const events = await readAll(db.database, steady, program);
      expect(events.slice(1)).toEqual(outcomes.flatMap(({ answer }) => answer));
      expect(events).toHaveLength(11);
    },
  );

  it('says so when the outcome stays unknown, and a retry records one event', async () => {
    const program = await openProgram();
    const draft = achieved('alpha', { source: 'https://tracker.example', sourceId: '1' });
    const request = appending(program, [draft], {
      idempotency: { scope: 's', key: 'k', digest: createHash('sha256').digest() },
    });
    proxy.cutNext('after COMMIT', true);
    await expect(shaky.log.append(request)).rejects.toBeInstanceOf(OutcomeUnknown);
    proxy.comeBack();
    const retried = await shaky.log.append(request);
    expect(retried).toMatchObject({ duplicate: true, position: 2 });
    const again = await shaky.log.append(appending(program, [draft]));
    expect(again).toMatchObject({ duplicate: true, position: 2, answer: retried.answer });
    expect(await readAll(db.database, steady, program)).toHaveLength(2);
  });
});
