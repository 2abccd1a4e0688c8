import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Duration, parseDuration } from '#lib/domain';
import {
  HeatmapQuery,
  HeatmapQueryHandler,
  rebuild,
  RollupQuery,
  RollupQueryHandler,
  type Rollups,
  TrendQuery,
  TrendQueryHandler,
  type Viewer,
  wholeOf,
} from '#lib/projections';
import { startTestDatabase, type TestDatabase } from '../projections/world.js';
import { arbitraryTried, type Question, shortReport, Trial, type Tried } from './asked.js';
import { figuresOf, heatmapByDimensions, heatmapByModels, rollupOf } from './expected.js';

/** `ROLLUP_HISTORIES=500 ROLLUP_SEED=7 npx vitest run test/integration/rollups` looks deeper. */
const HISTORIES = Number(process.env.ROLLUP_HISTORIES ?? 20);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });
const SEED = Number(process.env.ROLLUP_SEED ?? 4);
const EVERY = parseDuration('P2M') as Duration;

describe('what a subtree looks like', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('is what the facts say, for any pair of dates, and stays so', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTried(8), async (tried: Tried) => {
        const trial = await Trial.begin(test, `pictures-${++programs}`, tried);
        await trial.record(tried.half);
        const rollups = trial.rollups();
        const early = await trial.questions();
        const answers: Awaited<ReturnType<typeof asked>>[] = [];
        for (const question of early) answers.push(await compared(trial, rollups, question));
        await trial.record(1);
        // the same reader goes on with the log, and another begins with all of it
        for (const question of await trial.questions()) await compared(trial, rollups, question);
        const whole = wholeOf(trial.program.program);
        const again = async (reader: Rollups) => {
          for (const [index, question] of early.entries()) {
            expect(await asked(whole, reader, question), question.says).toEqual(answers[index]);
          }
        };
        await again(rollups);
        await again(trial.rollups());
        const { database, log, catalogue, program } = trial.program;
        await rebuild({ database, log, catalogue }, program);
        await again(rollups);
        await again(trial.rollups());
      }),
      {
        numRuns: HISTORIES,
        seed: SEED,
        endOnFailure: process.env.SHRINK === undefined,
        reporter: shortReport,
      },
    );
  });
});

/** Every picture that a question asks for. */
async function asked(viewer: Viewer, rollups: Rollups, question: Question) {
  const { unit, model, asOf, other, knownAt, filter } = question;
  const pair = { asOf, knownAt };
  const rollup = new RollupQueryHandler(rollups);
  const heatmap = new HeatmapQueryHandler(rollups);
  const trend = new TrendQueryHandler(rollups);
  const [from, to] = asOf < other ? [asOf, other] : [other, asOf];
  const byModels = { by: 'models' as const, ...pair, ...filter };
  const ofModel = { model: model.id, ...filter };
  return {
    rollup: await rollup.execute(new RollupQuery(viewer, unit, { ...ofModel, ...pair })),
    models: await heatmap.execute(new HeatmapQuery(viewer, unit, byModels)),
    model: await heatmap.execute(new HeatmapQuery(viewer, unit, { ...byModels, model: model.id })),
    dimensions:
      model.policy === 'dimensions'
        ? await heatmap.execute(
            new HeatmapQuery(viewer, unit, { by: 'dimensions', ...ofModel, ...pair }),
          )
        : null,
    trend: await trend.execute(
      new TrendQuery(viewer, unit, { ...ofModel, from, to, knownAt, every: EVERY }),
    ),
  };
}

/** The answers, once they are found to be what the facts say, also to one who sees this subtree alone. */
async function compared({ program: { program } }: Trial, rollups: Rollups, question: Question) {
  const { unit, world, present, says } = question;
  const limited = {
    ...question,
    world: world.narrowedTo(present.under(unit)),
    says: `${says}, by one who sees no more`,
  };
  await found({ program, sight: [unit] }, rollups, limited);
  return found(wholeOf(program), rollups, question);
}

async function found(viewer: Viewer, rollups: Rollups, question: Question) {
  const { unit, model, asOf, knownAt, filter, world, says } = question;
  const answers = await asked(viewer, rollups, question);
  const moment = { asOf, knownAt, position: world.position };
  const expected = { ...moment, ...rollupOf(world, model, unit, asOf, filter) };
  expect(answers.rollup, `the rollup of ${says}`).toEqual(expected);
  const models = heatmapByModels(world, unit, asOf, filter);
  expect(answers.models, `the models of ${says}`).toEqual({ ...moment, ...models });
  const one = heatmapByModels(world, unit, asOf, { ...filter, model });
  expect(answers.model, `one model of ${says}`).toEqual({ ...moment, ...one });
  if (model.policy === 'dimensions') {
    const dimensions = heatmapByDimensions(world, model, unit, asOf, filter);
    expect(answers.dimensions, `the dimensions of ${says}`).toEqual({ ...moment, ...dimensions });
  }
  const { points, ...trend } = answers.trend;
  expect(trend).toMatchObject({ unit, model: model.id, knownAt, position: world.position });
  for (const { at, ...figures } of points) {
    const below = world.below(unit, at, filter);
    const wanted = figuresOf(world, model, below, at);
    expect(figures, `the trend of ${says} at ${new Date(at).toISOString()}`).toEqual(wanted);
  }
  return answers;
}
