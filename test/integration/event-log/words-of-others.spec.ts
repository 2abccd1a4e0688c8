import { afterAll, beforeAll, expect, it } from 'vitest';
import { ERASED, type EventLog, SubjectErased } from '#lib/event-log';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { ACTOR, appending, newProgram, openLog, readAll, register, unitKey } from './fixture.js';

const milestone = 'hub.launched' as never;
const alpha = unitKey('alpha');

let db: TestDatabase;
let log: EventLog;
beforeAll(async () => {
  db = await startTestDatabase();
  log = openLog(db.database);
});
afterAll(async () => {
  await log.close();
  await db.close();
});

it('keeps words for their writer when somebody else takes them over, and addresses for those they name', async () => {
  const program = await newProgram(db.database);
  const [ada, bob] = [ACTOR.subject, '0190a000-0000-7000-8000-000000000002'];
  const note = 'Noted privately';
  await register(log, program, 'alpha');
  const { answer } = await log.append(
    appending(program, [
      {
        ...{ type: 'milestone.assessed', unit: alpha, writers: { note: bob, by: bob } },
        data: { milestone, outcome: 'no', note, by: 'Eve <eve@example.com>' },
      },
      { type: 'alert.assigned', unit: alpha, data: { alert: 'a', to: 'eve@example.com' } },
      {
        type: 'milestone.lapsed',
        unit: alpha,
        data: { milestone, reason: ERASED },
        writers: { reason: bob },
      },
    ]),
  );
  const destroy = (subject: string | undefined) =>
    db.admin('UPDATE subject_key SET wrapped = NULL WHERE program_id = $1 AND subject = $2', [
      program,
      subject,
    ]);
  const read = async () => (await readAll(db.database, openLog(db.database), program)).slice(1);
  const found = await read();
  expect(found.map(({ data }) => data)).toEqual(answer.map(({ data }) => data));
  const eve = found[0]?.writers?.['by'];
  expect(found.map(({ writers }) => writers)).toEqual([
    { note: bob, by: eve },
    { to: eve },
    undefined,
  ]);
  await destroy(bob);
  expect(await read()).toMatchObject([
    { actor: 'Ada', data: { note: ERASED, by: 'Eve <eve@example.com>' } },
    { data: { to: 'eve@example.com' } },
    { data: { reason: ERASED } },
  ]);
  await destroy(eve);
  expect(await read()).toMatchObject([
    { actor: 'Ada', author: ada, data: { note: ERASED, by: ERASED } },
    { data: { to: ERASED } },
    {},
  ]);
  const again = openLog(db.database).append(
    appending(program, [
      { type: 'alert.assigned', unit: alpha, data: { alert: 'a', to: 'EVE@example.com' } },
    ]),
  );
  await expect(again).rejects.toBeInstanceOf(SubjectErased);
  expect(await log.verify(program)).toMatchObject({ ok: true, length: 4 });
});
