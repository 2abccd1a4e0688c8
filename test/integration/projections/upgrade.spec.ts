import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AnyEvent, type Dictionary, Evaluator, foldFacts } from '#lib/domain';
import {
  Moments,
  type Upgraded,
  type UpgradePlace,
  UpgradeQuery,
  UpgradeQueryHandler,
  wholeOf,
} from '#lib/projections';
import { arbitraryDictionary, arbitraryHistory, arbitraryModel } from '../../oracle/index.js';
import { ADOPTED, OTHER, TurningCatalogue } from './turning-catalogue.js';
import { startTestDatabase, type TestDatabase, TestProgram } from './world.js';

const HISTORIES = Number(process.env.UPGRADE_HISTORIES ?? 60);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });

describe('what an upgrade would change', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('is every stage that the domain reads otherwise under the version to come, page by page', async () => {
    const arbitrary = fc.record({
      models: fc.tuple(arbitraryModel(), arbitraryModel()),
      other: arbitraryModel(),
      dictionaries: fc.tuple(arbitraryDictionary(), arbitraryDictionary()),
      history: arbitraryHistory(),
      limit: fc.integer({ min: 1, max: 4 }),
    });
    let listed = 0;
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ models, other, dictionaries, history, limit }) => {
        const versions = models.map((model, at) => ({
          model: { ...model, id: ADOPTED, version: at + 1 },
          dictionary: dictionaries[at] as Dictionary,
        }));
        const catalogue = new TurningCatalogue(versions, { ...other, id: OTHER });
        const program = await TestProgram.of(test, `upgrading-${++programs}`, catalogue);
        for (const fact of history) await program.record([fact]);
        const found = await allOf(program, limit);
        const events = (await program.database.inProgram(program.program, (tx) =>
          program.log.readAfter(tx, program.program, 0, 1000),
        )) as AnyEvent[];
        const facts = foldFacts(events);
        const [present, coming] = [catalogue.turn(0), catalogue.turn(1)];
        const [old, next] = [present, coming].map(
          ({ dictionary }) => new Evaluator(dictionary, facts),
        ) as [Evaluator, Evaluator];
        const wanted = [...facts.units.keys()].sort().flatMap((unit) =>
          [ADOPTED, OTHER].flatMap((id) => {
            const [was, becomes] = [present, coming].map(({ models: all }) => all.get(id));
            if (!was || !becomes) return [];
            const from = old.standing(was, unit, program.now)?.stage ?? null;
            const to = next.standing(becomes, unit, program.now)?.stage ?? null;
            const same = from?.ordinal === to?.ordinal && from?.id === to?.id;
            return same ? [] : [{ unit, model: id, from, to }];
          }),
        );
        const shown = found.map(({ unit, model, from, to }) => ({ unit, model, from, to }));
        expect(shown).toEqual(wanted);
        listed += found.length;
      }),
      { numRuns: HISTORIES, seed: 2012, endOnFailure: process.env.SHRINK === undefined },
    );
    expect(listed).toBeGreaterThan(HISTORIES);
  });
});

async function allOf(program: TestProgram, limit: number): Promise<readonly Upgraded[]> {
  const { database, log, catalogue } = program;
  const moments = new Moments(database, log, catalogue, { now: () => program.now });
  const handler = new UpgradeQueryHandler(moments);
  const to = { model: ADOPTED, version: 2 };
  const found: Upgraded[] = [];
  for (let after: UpgradePlace | undefined; ; ) {
    const page = await handler.execute(
      new UpgradeQuery(wholeOf(program.program), to, { limit, after }),
    );
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    if (page.next === null) return found;
    after = page.next;
  }
}
