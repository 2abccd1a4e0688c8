import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type ChangesAnswer,
  ChangesQuery,
  ChangesQueryHandler,
  DisagreementsQuery,
  DisagreementsQueryHandler,
  rebuild,
  type Rollups,
  TransitionsQuery,
  TransitionsQueryHandler,
  wholeOf,
} from '#lib/projections';
import { startTestDatabase, type TestDatabase } from '../projections/world.js';
import { arbitraryTried, type Question, shortReport, Trial, type Tried } from './asked.js';
import { changesOf, disagreementsOf, transitionsOf } from './movements.js';
import { stagesOf } from './recomputed.js';

/** `ROLLUP_HISTORIES=500 ROLLUP_SEED=7 npx vitest run test/integration/rollups` looks deeper. */
const HISTORIES = Number(process.env.ROLLUP_HISTORIES ?? 20);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });
const SEED = Number(process.env.ROLLUP_SEED ?? 5);
const PAGE = { limit: 100, start: 0 };

describe('how a subtree moves', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('is what the facts say, for any pair of dates, and stays so', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTried(8), async (tried: Tried) => {
        const trial = await Trial.begin(test, `movements-${++programs}`, tried);
        await trial.record(tried.half);
        const rollups = trial.rollups();
        const early = await trial.questions();
        const answers: Awaited<ReturnType<typeof asked>>[] = [];
        for (const question of early) {
          answers.push(await compared(trial, rollups, question, tried));
        }
        await trial.record(1);
        for (const question of await trial.questions()) {
          await compared(trial, rollups, question, tried);
        }
        const { database, log, catalogue, program } = trial.program;
        await rebuild({ database, log, catalogue }, program);
        for (const reader of [rollups, trial.rollups()]) {
          for (const [index, question] of early.entries()) {
            expect(await asked(trial, reader, question), question.says).toEqual(answers[index]);
          }
        }
      }),
      {
        ...{ numRuns: HISTORIES, seed: SEED, reporter: shortReport },
        endOnFailure: process.env.SHRINK === undefined,
      },
    );
  });
});

/** Everything about movement that a question asks for. */
async function asked({ program: { program } }: Trial, rollups: Rollups, question: Question) {
  const { unit, model, second, asOf, other, knownAt, before, filter } = question;
  const [from, to] = asOf < other ? [asOf, other] : [other, asOf];
  const transitions = new TransitionsQueryHandler(rollups);
  const changes = new ChangesQueryHandler(rollups);
  const disagreements = new DisagreementsQueryHandler(rollups);
  const span = { model: model.id, ...filter, from, to, knownAt };
  const dates = { ...filter, from: asOf, to: other, page: PAGE };
  const restated = { ...filter, to: asOf, knownAt: [knownAt, before.knownAt], page: PAGE };
  const comparable = stagesOf(model).length > 0 && stagesOf(second).length > 0;
  return {
    transitions: await transitions.execute(new TransitionsQuery(wholeOf(program), unit, span)),
    changes: await changes.execute(
      new ChangesQuery(wholeOf(program), unit, { ...dates, knownAt: [knownAt] }),
    ),
    restated: await changes.execute(new ChangesQuery(wholeOf(program), unit, restated)),
    disagreements: comparable
      ? await disagreements.execute(
          new DisagreementsQuery(wholeOf(program), unit, {
            ...{ models: [model.id, second.id], ...filter, asOf, knownAt, page: PAGE },
          }),
        )
      : null,
  };
}

/** The answers, once they are found to be what the facts say. */
async function compared(trial: Trial, rollups: Rollups, question: Question, { models }: Tried) {
  const { unit, model, second, asOf, other, knownAt, before, filter, world, says } = question;
  const answers = await asked(trial, rollups, question);
  const known = { unit, knownAt, position: world.position };
  const [from, to] = asOf < other ? [asOf, other] : [other, asOf];
  expect(answers.transitions, `the transitions of ${says}`).toEqual({
    ...{ ...known, asOf: to, from, to, model: model.id, modelVersion: model.version },
    ...transitionsOf(world, model, unit, { from, to }, filter),
  });
  const changes = changesOf({ world, at: asOf }, { world, at: other }, models, unit, filter);
  expect(unexplained(answers.changes), `the changes of ${says}`).toEqual({
    ...{ ...known, asOf: other, from: asOf, to: other, restatedSince: null, next: null },
    ...changes,
  });
  const restated = changesOf(
    { world: before.world, at: asOf },
    { world, at: asOf },
    models,
    unit,
    filter,
  );
  expect(unexplained(answers.restated), `what was restated of ${says}`).toEqual({
    ...{ ...known, asOf, from: asOf, to: asOf, restatedSince: before.knownAt, next: null },
    ...restated,
  });
  const ids = new Map(world.known.map((event) => [event.id, event]));
  for (const { because, change, unit: changed } of answers.changes.items) {
    // a unit may begin with a fact that no criterion reads
    if (change === 'rose' || change === 'fell') {
      expect(because.length, `why ${changed} ${change}: ${says}`).toBeGreaterThan(0);
    }
    for (const { event } of because) expect(ids.has(event), says).toBe(true);
  }
  for (const { because, unit: changed } of answers.restated.items) {
    const positions = because.map(({ event }) => ids.get(event)?.position ?? 0);
    expect(positions.length, `why ${changed} was restated: ${says}`).toBeGreaterThan(0);
    for (const position of positions) expect(position).toBeGreaterThan(before.world.position);
  }
  if (answers.disagreements) {
    expect(answers.disagreements, `the disagreements of ${says}`).toEqual({
      ...{ ...known, asOf, next: null },
      ...disagreementsOf(world, [model, second], unit, asOf, filter),
    });
  }
  return answers;
}

function unexplained({ items, ...answer }: ChangesAnswer) {
  return { ...answer, items: items.map(({ because: _because, ...item }) => item) };
}
