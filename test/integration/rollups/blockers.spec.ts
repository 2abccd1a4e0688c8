import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  AdviceProjector,
  type BlockersAnswer,
  BlockersQuery,
  BlockersQueryHandler,
  GapReader,
} from '#lib/advice';
import type { Catalogue } from '#lib/catalogue';
import { wholeOf } from '#lib/projections';
import { startTestDatabase, type TestDatabase } from '../projections/world.js';
import { arbitraryTried, shortReport, Trial, type Tried } from './asked.js';
import { blockersOf } from './held-back.js';

/** `ROLLUP_HISTORIES=500 ROLLUP_SEED=7 npx vitest run test/integration/rollups` looks deeper. */
const HISTORIES = Number(process.env.ROLLUP_HISTORIES ?? 20);
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 5_000 });
const SEED = Number(process.env.ROLLUP_SEED ?? 6);
const MANY = 100;

describe('what holds a subtree back', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('is what the facts say, now and for any pair of dates', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTried(5), async (tried: Tried) => {
        const trial = await Trial.begin(test, `blockers-${++programs}`, tried);
        const { program, database, log, catalogue } = trial.program;
        const reader = new GapReader(trial.rollups());
        const blockers = new BlockersQueryHandler(reader);
        const clock = { now: () => trial.program.now };
        const advice = new AdviceProjector({
          ...{ database, log, clock, catalogue: catalogue as unknown as Catalogue },
        });
        for (const part of [tried.half, 1]) {
          await trial.record(part);
          await advice.run(program);
          for (const question of await trial.questions()) {
            const { unit, asOf, knownAt, filter, world, says } = question;
            const past = { ...filter, asOf, knownAt };
            const found = await blockers.execute(
              new BlockersQuery(wholeOf(program), unit, past, MANY),
            );
            expect(bare(found), `the blockers of ${says}`).toEqual(
              blockersOf(world, tried.dictionary, unit, asOf, filter),
            );
            const now = await blockers.execute(
              new BlockersQuery(wholeOf(program), unit, filter, MANY),
            );
            const latest = await trial.latest();
            expect(now.position).toBe(latest.position);
            expect(bare(now), `the blockers of ${unit} now, ${says}`).toEqual(
              blockersOf(latest, tried.dictionary, unit, now.asOf, filter),
            );
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

/** The counts alone. */
function bare({ below, units, heldBack, models, items }: BlockersAnswer) {
  return {
    ...{ below, units, heldBack },
    models: models.map((one) => ({ model: one.model, units: one.units })),
    items: items.map(({ milestone, units: all, alone, keyMove, models: by }) => ({
      ...{ milestone, units: all, alone, keyMove },
      models: by.map(({ title: _title, ...one }) => one),
    })),
  };
}
