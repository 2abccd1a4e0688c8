import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import { countGaps } from './count-gaps.js';
import { countMoves } from './count-moves.js';
import { GapBook } from './gap-book.js';
import { MARK, type ModelGaps, type UnitGaps } from './gaps-of.js';

const MODELS = ['one', 'two', 'three'] as ModelId[];
const KEYS = ['a.a', 'b.b', 'c.c', 'd.d'] as MilestoneKey[];

const modelGaps: fc.Arbitrary<ModelGaps> = fc.record({
  at: fc.nat(3),
  to: fc.constant(4),
  missing: fc.dictionary(fc.constantFrom(...KEYS), fc.nat(15)) as fc.Arbitrary<
    ModelGaps['missing']
  >,
});
const unitGaps = fc.dictionary(fc.constantFrom(...MODELS), modelGaps) as fc.Arbitrary<UnitGaps>;
const office = fc
  .array(unitGaps, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((gaps, index): [UnitKey, UnitGaps] => [`u${index}` as UnitKey, gaps]));

/** Every (unit, model, milestone) that is missing, with its marks. */
function listed(units: readonly [UnitKey, UnitGaps][], models: readonly ModelId[]) {
  return units.flatMap(([unit, gaps]) =>
    models.flatMap((model) =>
      Object.entries(gaps[model]?.missing ?? {}).map(([milestone, marks]) => ({
        ...{ unit, model, milestone, marks },
      })),
    ),
  );
}
const distinct = (units: readonly UnitKey[]) => new Set(units).size;

describe('counting gaps', () => {
  it('agrees with counting them one by one, after changes too', () => {
    fc.assert(
      fc.property(office, office, fc.subarray(MODELS), (units, changes, models) => {
        const book = GapBook.of(units);
        for (const [unit, gaps] of changes) {
          book.enter(unit);
          for (const [model, own] of Object.entries(gaps)) {
            book.put([unit], model as ModelId, JSON.stringify(own));
          }
        }
        const now = [...new Map([...units, ...changes])];
        const numbers = now.map(([unit]) => book.numberOf(unit) ?? -1);
        const all = listed(now, models);
        const counted = countGaps(book, numbers, models);
        const stands = now.filter(([, gaps]) => models.some((model) => gaps[model]));
        expect(counted.looked).toBe(stands.length);
        expect(counted.heldBack).toBe(distinct(all.map(({ unit }) => unit)));
        expect(counted.blocking).toHaveLength(new Set(all.map((one) => one.milestone)).size);
        for (const { milestone, units: held, alone, models: inModels } of counted.blocking) {
          const own = all.filter((one) => one.milestone === book.milestones[milestone]);
          expect(held).toBe(distinct(own.map(({ unit }) => unit)));
          const byThemselves = own.filter(({ marks }) => marks & MARK.alone);
          expect(alone).toBe(distinct(byThemselves.map(({ unit }) => unit)));
          expect(inModels.reduce((sum, { units: count }) => sum + count, 0)).toBe(own.length);
        }
      }),
    );
  });

  it('wins with a move what its units win, at the top and below', () => {
    fc.assert(
      fc.property(office, fc.subarray(MODELS, { minLength: 1 }), (units, models) => {
        const book = GapBook.of(units);
        const [top, ...others] = units.map(([unit]) => book.numberOf(unit) as number);
        const branchOf = units.map((_, index) => index % 2);
        const subtree = { top, units: others, branchOf, branches: 2 };
        const all = listed(units, models);
        for (const move of countMoves(book, subtree, models)) {
          const own = all.filter((one) => one.milestone === book.milestones[move.milestone]);
          const once = own.filter(({ unit, marks }) =>
            unit === 'u0'
              ? marks & MARK.inherited && marks & MARK.alone
              : marks & MARK.aloneFromAbove,
          );
          const each = own.filter((one) => one.marks & MARK.alone && !once.includes(one));
          const sum = (counts: ReadonlyMap<ModelId, number>) =>
            [...counts.values()].reduce((whole, count) => whole + count, 0);
          expect(sum(move.once.advances)).toBe(once.length);
          expect(move.once.units).toBe(distinct(once.map(({ unit }) => unit)));
          expect(sum(move.each.advances)).toBe(each.length);
          const towards = own.length - once.length - each.length;
          expect(sum(move.once.towards) + sum(move.each.towards)).toBe(towards);
          const below = once.filter(({ unit }) => unit !== 'u0');
          expect(move.branches.reduce((whole, count) => whole + count, 0)).toBe(below.length);
        }
      }),
    );
  });
});
