import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type AnyEvent, type Instant, Tree, foldFacts, type UnitKey } from '#lib/domain';
import {
  arbitraryDictionary,
  arbitraryHistory,
  arbitraryModel,
  differences,
  Oracle,
} from '../../oracle/index.js';
import { startTestDatabase, type TestDatabase, TestProgram } from './world.js';

const HISTORIES = Number(process.env.ANSWER_HISTORIES ?? 25);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });

describe('the answer for one unit', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('is what a plain reading says, as of any instant and as known at any', async () => {
    const arbitrary = fc.record({
      model: arbitraryModel(),
      dictionary: arbitraryDictionary(),
      history: arbitraryHistory(),
      picks: fc.array(fc.record({ unit: fc.nat(), asOf: fc.nat(), known: fc.nat() }), {
        minLength: 12,
        maxLength: 12,
      }),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ model, dictionary, history, picks }) => {
        const program = await TestProgram.create(test, `asked-${++programs}`, [model], dictionary);
        for (const event of history) await program.record([event]);
        program.now += 60_000;
        const log = await program.database.inProgram(program.program, (tx) =>
          program.log.readAfter(tx, program.program, 0, 1000),
        );
        for (const pick of picks) {
          const known = log[pick.known % log.length] as AnyEvent;
          const units = [
            ...new Set(log.slice(0, known.position).flatMap(({ unit }) => unit ?? [])),
          ];
          const unit = units[pick.unit % units.length] as UnitKey;
          const oracle = new Oracle(model, dictionary, log, known.position);
          const boundary = oracle.candidates[pick.asOf % oracle.candidates.length] as Instant;
          const asOf = boundary - (pick.asOf % 2);
          const answer = await program.standings(unit, { asOf, knownAt: known.recordedAt });
          const says = `${unit} as of ${new Date(asOf).toISOString()}, known at ${known.position}`;
          expect(answer.position, says).toBe(known.position);
          expect(differences(oracle.standing(unit, asOf), answer.items[0]), says).toEqual([]);
        }
      }),
      { numRuns: HISTORIES, seed: 1_869 },
    );
  });

  it('comes from a tree that is known as the log says, at every position', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory(), async (history) => {
        const program = await TestProgram.create(test, `tree-${++programs}`, [], new Map());
        for (const event of history) await program.record([event]);
        const { log, rows } = await program.database.inProgram(program.program, async (tx) => ({
          log: await program.log.readAfter(tx, program.program, 0, 1000),
          rows: await tx.query<{
            unit: UnitKey;
            parent: UnitKey | null;
            from: number;
            known: number;
            until: number;
          }>(
            `SELECT unit, parent, extract(epoch FROM valid_from)::float8 * 1000 AS "from", known_from AS known, known_until AS until
               FROM unit_state WHERE program_id = $1 ORDER BY unit, valid_from`,
            [program.program],
          ),
        }));
        for (const { position } of log) {
          const facts = foldFacts(log.slice(0, position));
          const tree = new Tree(facts);
          for (const unit of facts.units.keys()) {
            const stored = rows.filter(
              (row) => row.unit === unit && row.known <= position && position < row.until,
            );
            const wanted = tree.parents(unit);
            expect(Math.round(stored[0]?.from as number), `${unit} at ${position}`).toBe(
              tree.beginning(unit),
            );
            const parents = stored.map(({ parent }) => parent);
            expect(parents.filter((parent, at) => at === 0 || parent !== parents[at - 1])).toEqual(
              wanted
                .map(({ parent }) => parent)
                .filter((parent, at, all) => at === 0 || parent !== all[at - 1]),
            );
          }
        }
      }),
      { numRuns: HISTORIES, seed: 7 },
    );
  });
});
