import { describe, expect, it } from 'vitest';
import {
  countedSpans,
  Evaluator,
  foldFacts,
  type ModelId,
  readShareGoal,
  type ShareGoal,
  type UnitKey,
} from '#lib/domain';
import { achieved, day, LADDER, log, registered } from './plan.js';

describe('a share of a subtree', () => {
  const goal = {
    kind: 'share',
    model: 'ladder' as ModelId,
    stage: 'sponsored',
    share: 0.5,
  } as ShareGoal;
  const sponsored = (unit: string, on: string) =>
    [achieved('budget.given', on, {}, unit), achieved('sponsor.approved', on, {}, unit)] as const;
  const events = log(
    registered('top'),
    registered('a', 'top'),
    registered('b', 'a'),
    ...sponsored('a', '2020-02-01'),
    ...sponsored('b', '2020-03-01'),
    ['unit.moved', 'b', '2020-06-01', { parent: null }],
    ['unit.retired', 'top', '2021-01-01', {}],
  );
  const evaluator = new Evaluator(new Map(), foldFacts(events));
  const reading = readShareGoal(
    goal,
    LADDER,
    countedSpans('top' as UnitKey, LADDER, evaluator, () => true),
  );

  it('counts the unit and those below it, by the tree of each time', () => {
    expect(reading?.counts?.(day('2020-02-15'))).toEqual({ reached: 1, counted: 3 });
    expect(reading?.counts?.(day('2020-04-01'))).toEqual({ reached: 2, counted: 3 });
    expect(reading?.counts?.(day('2020-07-01'))).toEqual({ reached: 1, counted: 2 });
    expect(reading?.counts?.(day('2021-02-01'))).toEqual({ reached: 1, counted: 1 });
  });

  it('is reached while so many have', () => {
    expect(reading?.held).toEqual([{ from: day('2020-03-01'), until: Number.POSITIVE_INFINITY }]);
    expect(reading?.progress(day('2020-02-15'))).toBeCloseTo(2 / 3);
    const strict = readShareGoal(
      { ...goal, share: 0.6 },
      LADDER,
      countedSpans('top' as UnitKey, LADDER, evaluator, () => true),
    );
    expect(strict?.held).toEqual([
      { from: day('2020-03-01'), until: day('2020-06-01') },
      { from: day('2021-01-01'), until: Number.POSITIVE_INFINITY },
    ]);
  });

  it('leaves out units that do not follow the model', () => {
    const some = readShareGoal(
      goal,
      LADDER,
      countedSpans('top' as UnitKey, LADDER, evaluator, (unit) => unit !== 'b'),
    );
    expect(some?.counts?.(day('2020-04-01'))).toEqual({ reached: 1, counted: 2 });
  });
});
