import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AnyEvent, type Dictionary, Evaluator, foldFacts } from '#lib/domain';
import {
  AsideBuild,
  checkpoint,
  clearAside,
  forgetBuild,
  modelBuilds,
  readModelHash,
  rebuild,
  STANDING,
  wishFor,
} from '#lib/projections';
import { arbitraryDictionary, arbitraryHistory, arbitraryModel } from '../../oracle/index.js';
import { ADOPTED, OTHER, TurningCatalogue } from './turning-catalogue.js';
import { ACTOR, startTestDatabase, type TestDatabase, TestProgram } from './world.js';

const HISTORIES = Number(process.env.ADOPTION_HISTORIES ?? 25);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });
describe('an adoption that is built aside', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('leads to the rows that the log alone leads to, and so does going back', async () => {
    const arbitrary = fc.record({
      models: fc.tuple(arbitraryModel(), arbitraryModel()),
      other: arbitraryModel(),
      dictionaries: fc.tuple(arbitraryDictionary(), arbitraryDictionary()),
      history: arbitraryHistory(),
      // before which facts a version is wished for, and how many facts later it is adopted
      wishes: fc.array(fc.tuple(fc.nat(12), fc.nat(4)), { minLength: 1, maxLength: 3 }),
      projectAfter: fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async (given) => {
        const versions = given.models.map((model, at) => ({
          model: { ...model, id: ADOPTED, version: at + 1 },
          dictionary: given.dictionaries[at] as Dictionary,
        }));
        const other = { ...given.other, id: OTHER };
        const catalogue = new TurningCatalogue(versions, other);
        const program = await TestProgram.of(test, `adopting-${++programs}`, catalogue);
        let adoptions = 0;
        let facts = [...given.history];
        const record = async (count: number) => {
          for (const fact of facts.slice(0, count)) {
            await program.record([fact]);
            const at = given.history.indexOf(fact);
            if (given.projectAfter[at % 60]) await program.projector.run(program.program);
          }
          facts = facts.slice(count);
        };
        for (const [before, during] of given.wishes) {
          await record(before);
          await adopt(program, (adoptions + 1) % 2, () => record(during));
          adoptions += 1;
        }
        await record(facts.length);
        await program.projector.run(program.program);
        await expectRowsOfTheDomain(program, catalogue);
        const { database, log } = program;
        const hash = () =>
          database.inProgram(program.program, (tx) => readModelHash(tx, program.program));
        const before = await hash();
        await rebuild({ database, log, catalogue }, program.program);
        expect(await hash()).toBe(before);
      }),
      { numRuns: HISTORIES, seed: 2012, endOnFailure: process.env.SHRINK === undefined },
    );
  });
});

/** Wishes for a version, lets facts come while it is built, and adopts it. */
async function adopt(
  program: TestProgram,
  turn: number,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const { database, log, catalogue } = program;
  const id = program.program;
  const wish = {
    model: ADOPTED,
    version: turn + 1,
    requestedBy: ACTOR.subject,
    requestedAt: program.now,
  };
  const [build] = await database.inProgram(id, async (tx) => {
    await wishFor(tx, id, wish);
    return modelBuilds(tx, id);
  });
  if (!build) throw new Error('The wish was not kept.');
  const aside = new AsideBuild({ database, log, catalogue }, id, build);
  await aside.build();
  await meanwhile();
  const { position } = await log.append({
    ...{ program: id, actor: ACTOR, units: [], alone: true },
    decide: async ({ tx, position: head }) => {
      await aside.complete(tx, head);
      const data = { model: wish.model, version: wish.version };
      return [{ type: 'model.adopted', unit: null, data }];
    },
    answer: () => null,
  });
  // nobody is left to be written
  expect(await database.inProgram(id, (tx) => checkpoint(tx, id, STANDING))).toBe(position);
  await clearAside(database, id, ADOPTED);
  await database.inProgram(id, (tx) => forgetBuild(tx, id, build.id));
}

/** Every row is what the domain reads from the facts and models as known at each position. */
async function expectRowsOfTheDomain(program: TestProgram, catalogue: TurningCatalogue) {
  const id = program.program;
  const { events, rows } = await program.database.inProgram(id, async (tx) => ({
    events: (await program.log.readAfter(tx, id, 0, 1000)) as AnyEvent[],
    rows: await tx.query<{
      unit: string;
      model: string;
      version: number;
      from: number;
      until: number;
      known_from: number;
      known_until: number;
      ordinal: number | null;
    }>(
      `SELECT unit, model, version, known_from, known_until, ordinal,
              extract(epoch FROM valid_from)::float8 * 1000 AS from,
              extract(epoch FROM valid_until)::float8 * 1000 AS until
         FROM standing WHERE program_id = $1 ORDER BY unit, model, valid_from`,
      [id],
    ),
  }));
  for (let known = 1; known <= events.length; known++) {
    const facts = events.slice(0, known);
    const view = catalogue.turn(facts.filter(({ type }) => type === 'model.adopted').length);
    const evaluator = new Evaluator(view.dictionary, foldFacts(facts));
    for (const unit of evaluator.expressions.facts.units.keys()) {
      for (const model of view.models.values()) {
        const wanted = evaluator
          .timeline(model, unit)
          .map(({ from, until, ordinal }) => ({ version: model.version, from, until, ordinal }));
        const found = rows
          .filter((row) => row.unit === unit && row.model === model.id)
          .filter((row) => row.known_from <= known && known < row.known_until)
          .map(({ version, from, until, ordinal }) => ({ version, from, until, ordinal }));
        expect(found, `${unit} in ${model.id} as known at ${known}`).toEqual(wanted);
      }
    }
  }
}
