import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EventData, EventType, Position, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { checkpoint, Moments, ProjectionBehind, STANDING } from '#lib/projections';
import { criterion, dictionaryOf, milestone, modelHead, stage } from '../../oracle/vocabulary.js';
import { ACTOR, startTestDatabase, type TestDatabase, TestProgram } from './world.js';

const KEYS = ['sponsor.approved', 'hub.launched', 'rules.written'];
const asks = (key: string, scope: 'self' | 'up') => [criterion(key, milestone(key, { scope }))];
/** A sponsor above counts for the first stage, rules above only for the third. */
const MODEL = {
  ...modelHead('ladder'),
  policy: 'gates' as const,
  stages: [
    stage(1, asks('sponsor.approved', 'up')),
    stage(2, asks('hub.launched', 'self')),
    stage(3, asks('rules.written', 'up')),
  ],
};

let database: TestDatabase;
let program: TestProgram;
let programs = 0;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.close());
/** Two places with a sponsor and one without, and a team below a division in the first. */
beforeEach(async () => {
  const name = `moves-${++programs}`;
  program = await TestProgram.create(database, name, [MODEL], dictionaryOf(KEYS));
  for (const key of ['here', 'there', 'bare']) await register(key, null);
  await register('division', 'here');
  await register('team', 'division');
  for (const key of ['here', 'there']) await achieve(key, 'sponsor.approved');
  await achieve('team', 'hub.launched');
  await program.projector.run(program.program);
});

function record<T extends EventType>(type: T, unit: string, data: EventData[T]): Promise<Position> {
  program.now += 1_000;
  const draft = { type, unit: unit as UnitKey, data } as unknown as EventDraft;
  return program.log
    .append({
      program: program.program,
      actor: ACTOR,
      units: [unit as UnitKey],
      alone: true,
      decide: () => [draft],
      answer: () => null,
    })
    .then(({ position }) => position);
}

const register = (unit: string, parent: string | null) =>
  record('unit.registered', unit, { name: unit, kind: 'team', parent: parent as UnitKey | null });
const achieve = (unit: string, key: string) =>
  record('milestone.achieved', unit, { milestone: key as never });
const move = (unit: string, parent: string) =>
  record('unit.moved', unit, { parent: parent as UnitKey });

const done = () =>
  database.database.inProgram(program.program, (tx) => checkpoint(tx, program.program, STANDING));

/** The stages of the team that are known last, one after another, and since when they are known. */
async function stages() {
  const rows = await database.admin<{ ordinal: number; known: string }>(
    `SELECT ordinal, known_from AS known FROM standing
      WHERE program_id = $1 AND unit = 'team' AND known_until = 9007199254740991 ORDER BY valid_from`,
    [program.program],
  );
  return rows.map(({ ordinal, known }) => [ordinal, Number(known)]);
}

test('a move to a place that hands down the same is seen everywhere when it is recorded', async () => {
  const before = await stages();
  const position = await move('division', 'there');
  expect(await done()).toBe(position);
  await program.projector.run(program.program);
  expect(await stages()).toEqual(before);
});

test('a move to a place that hands down less is seen below, from its date on', async () => {
  const before = await stages();
  const position = await move('division', 'bare');
  expect(await done()).toBeLessThan(position);
  await program.projector.run(program.program);
  expect(await done()).toBe(position);
  const after = await stages();
  expect(after.at(-1)).toEqual([0, position]);
  expect(after.slice(0, -2)).toEqual(before.slice(0, -1));
});

test('what counts only higher up than anybody stands is looked at by nobody', async () => {
  await register('crew', 'bare');
  await program.projector.run(program.program);
  const position = await achieve('bare', 'rules.written');
  expect(await done()).toBeLessThan(position);
  await program.projector.run(program.program);
  const [crew] = await database.admin<{ at: string }>(
    `SELECT standings_position AS at FROM unit WHERE program_id = $1 AND unit = 'crew'`,
    [program.program],
  );
  expect(Number(crew?.at)).toBeLessThan(position);
  expect(await done()).toBe(position);
});

test('a unit that was passed over stands where the log says once it has a fact of its own', async () => {
  await register('crew', 'bare');
  await achieve('bare', 'rules.written');
  await program.projector.run(program.program);
  await achieve('bare', 'sponsor.approved');
  await achieve('crew', 'hub.launched');
  await program.projector.run(program.program);
  const { items } = await program.standings('crew' as UnitKey, {});
  expect(items[0]?.stage?.ordinal).toBe(3);
  const [row] = await database.admin<{ ordinal: number }>(
    `SELECT ordinal FROM standing WHERE program_id = $1 AND unit = 'crew'
        AND known_until = 9007199254740991 AND valid_until = 'infinity'`,
    [program.program],
  );
  expect(row?.ordinal).toBe(3);
});

test('a question for now is answered as known where the worker is, and says so; one by name waits', async () => {
  const { log, catalogue } = program;
  const moments = new Moments(database.database, log, catalogue, { now: () => program.now });
  const behind = await done();
  const stamp = program.now;
  const position = await move('division', 'bare');
  const now = await moments.settleRollup(program.program, {});
  expect(now).toMatchObject({ position: behind, knownAt: stamp });
  expect((await moments.settle(program.program, { knownAt: now.knownAt })).position).toBe(behind);
  const named = moments.settleRollup(program.program, { knownAt: program.now });
  await expect(named).rejects.toThrow(ProjectionBehind);
  await program.projector.run(program.program);
  expect((await moments.settleRollup(program.program, {})).position).toBe(position);
});
