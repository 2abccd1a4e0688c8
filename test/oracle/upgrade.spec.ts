import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AnyEvent,
  type Criterion,
  type Dictionary,
  Evaluator,
  type EventId,
  foldFacts,
  type MaturityModel,
  stageChange,
  type UnitKey,
} from '#lib/domain';
import { arbitraryDictionary, arbitraryHistory, arbitraryModel } from './index.js';
import { holding, ladder, lines, scores } from './short-models.js';
import { Story } from './story.js';
import { dictionaryOf, entry } from './vocabulary.js';

const KEYS = ['a.held', 'b.held', 'c.held', 'd.held'];
const PLAIN = dictionaryOf(KEYS);
const at = Date.UTC(2013, 0, 1);
const unit = 'unit' as UnitKey;

interface Case {
  readonly says: string;
  /** What the unit holds. */
  readonly holds: readonly string[];
  readonly old: MaturityModel;
  readonly next: MaturityModel;
  readonly nextDictionary?: Dictionary;
  readonly moves: readonly [from: number, to: number];
  readonly criteria: readonly string[];
}

const CASES: readonly Case[] = [
  {
    says: 'a stage asks for one thing more',
    holds: ['a', 'b'],
    old: ladder(1, ['one', 'a'], ['two', 'b']),
    next: ladder(2, ['one', 'a', 'c'], ['two', 'b']),
    moves: [2, 0],
    criteria: ['c'],
  },
  {
    says: 'a stage no longer asks for what was missing',
    holds: ['a', 'b'],
    old: ladder(1, ['one', 'a'], ['two', 'c'], ['three', 'b']),
    next: ladder(2, ['one', 'a'], ['two'], ['three', 'b']),
    moves: [1, 3],
    criteria: ['c'],
  },
  {
    says: 'what was missing is asked for later',
    holds: ['a', 'b'],
    old: ladder(1, ['one', 'a'], ['two', 'b', 'c'], ['three', 'd']),
    next: ladder(2, ['one', 'a'], ['two', 'b'], ['three', 'c', 'd']),
    moves: [1, 2],
    criteria: ['c'],
  },
  {
    says: 'every thing is needed where one was enough',
    holds: ['a'],
    old: ladder(1, ['one', 1, 'a', 'b']),
    next: ladder(2, ['one', 'a', 'b']),
    moves: [1, 0],
    criteria: ['b'],
  },
  {
    says: 'one of them was never needed, another is new',
    holds: ['a'],
    old: ladder(1, ['one', 1, 'a', 'b']),
    next: ladder(2, ['one', 1, 'b', 'c']),
    moves: [1, 0],
    criteria: ['c'],
  },
  {
    says: 'a stage that it has already comes in between',
    holds: ['a', 'b'],
    old: ladder(1, ['one', 'a'], ['three', 'd']),
    next: ladder(2, ['one', 'a'], ['two', 'b'], ['three', 'd']),
    moves: [1, 2],
    criteria: ['b'],
  },
  {
    says: 'a stage falls away below it',
    holds: ['a', 'b', 'c'],
    old: ladder(1, ['one', 'a'], ['two', 'b'], ['three', 'c']),
    next: ladder(2, ['one', 'a'], ['three', 'c']),
    moves: [3, 2],
    criteria: ['b'],
  },
  {
    says: 'the dictionary lets a milestone run out',
    holds: ['a', 'b'],
    old: ladder(1, ['one', 'a'], ['two', 'b']),
    next: ladder(2, ['one', 'a'], ['two', 'b']),
    nextDictionary: dictionaryOf(KEYS, [entry('b.held', { validity: 'P1M' })]),
    moves: [2, 1],
    criteria: ['b'],
  },
  {
    says: 'the dictionary lets one milestone follow from another',
    holds: ['a'],
    old: ladder(1, ['one', 'a'], ['two', 'b']),
    next: ladder(2, ['one', 'a'], ['two', 'b']),
    nextDictionary: dictionaryOf(KEYS, [entry('b.held', { impliedBy: ['a.held'] })]),
    moves: [1, 2],
    criteria: ['b'],
  },
  {
    says: 'one dimension asks for more',
    holds: ['a', 'b'],
    old: lines(1, 'lowest', ['x', 'a', 'b'], ['y', 'a', 'b']),
    next: lines(2, 'lowest', ['x', 'a', 'b'], ['y', 'a', 'c']),
    moves: [2, 1],
    criteria: ['y-c'],
  },
  {
    says: 'one dimension draws the mean down, whatever others miss',
    holds: ['a', 'b'],
    old: lines(1, 'mean', ['x', 'a', 'b'], ['y', 'a', 'b'], ['z', 'a', 'b']),
    next: lines(2, 'mean', ['x', 'a', 'b'], ['y', 'a', 'b'], ['z', 'c', 'b']),
    moves: [2, 1],
    criteria: ['z-c'],
  },
  {
    says: 'a dimension is added',
    holds: ['a'],
    old: lines(1, 'lowest', ['x', 'a']),
    next: lines(2, 'lowest', ['x', 'a'], ['y', 'd']),
    moves: [1, 0],
    criteria: ['y-d'],
  },
  {
    says: 'a dimension that held it back is gone',
    holds: ['a', 'b'],
    old: lines(1, 'lowest', ['x', 'a', 'b'], ['y', 'c']),
    next: lines(2, 'lowest', ['x', 'a', 'b']),
    moves: [0, 2],
    criteria: ['y-c'],
  },
  {
    says: 'the overall stage is read from the lowest instead of the middle',
    holds: ['a', 'b'],
    old: lines(1, 'median', ['x', 'a', 'b'], ['y', 'a', 'b'], ['z', 'c']),
    next: lines(2, 'lowest', ['x', 'a', 'b'], ['y', 'a', 'b'], ['z', 'c']),
    moves: [2, 0],
    criteria: ['z-c'],
  },
  {
    says: 'an item is added that it has not',
    holds: ['a', 'b'],
    old: scores(1, 0.75, ['a', 1], ['b', 1]),
    next: scores(2, 0.75, ['a', 1], ['b', 1], ['c', 1]),
    moves: [2, 1],
    criteria: ['c'],
  },
  {
    says: 'an item that it has not is left out',
    holds: ['a'],
    old: scores(1, 0.75, ['a', 1], ['c', 1]),
    next: scores(2, 0.75, ['a', 1]),
    moves: [1, 2],
    criteria: ['c'],
  },
  {
    says: 'the score that a stage asks for is raised',
    holds: ['a'],
    old: scores(1, 0.5, ['a', 1], ['c', 1]),
    next: scores(2, 0.75, ['a', 1], ['c', 1]),
    moves: [2, 1],
    criteria: ['c'],
  },
];

describe('the criteria behind a change of stage', () => {
  it.each(CASES)('when $says', ({ holds, old, next, nextDictionary, moves, criteria }) => {
    const story = new Story();
    story.registered('unit', '2010-01-01');
    for (const key of holds) story.achieved('unit', `${key}.held`, '2012-01-01');
    const facts = foldFacts(story.events);
    const change = stageChange(
      { model: old, evaluator: new Evaluator(PLAIN, facts) },
      { model: next, evaluator: new Evaluator(nextDictionary ?? PLAIN, facts) },
      unit,
      at,
    );
    expect([change?.from?.ordinal, change?.to?.ordinal]).toEqual(moves);
    expect(change?.criteria).toEqual(criteria);
  });

  it('are enough: were they true, the unit would stand as high as in the other version', () => {
    let falls = 0;
    const versions = fc
      .tuple(arbitraryModel(), arbitraryModel())
      .filter(
        ([one, other]) =>
          (one.policy === 'gates' && other.policy === 'gates') ||
          (one.policy === 'dimensions' &&
            other.policy === 'dimensions' &&
            one.overall === other.overall &&
            one.dimensions.length === other.dimensions.length),
      );
    const given = fc.tuple(
      versions,
      arbitraryDictionary(),
      arbitraryDictionary(),
      arbitraryHistory(),
    );
    fc.assert(
      fc.property(given, ([[one, other], oldDictionary, nextDictionary, history]) => {
        const facts = foldFacts([...history, ...grants(history)]);
        const old = { model: one, evaluator: new Evaluator(oldDictionary, facts) };
        const next = {
          model: { ...other, version: 2 },
          evaluator: new Evaluator(nextDictionary, facts),
        };
        for (const of of facts.units.keys()) {
          const change = stageChange(old, next, of, at);
          const [from, to] = [change?.from?.ordinal, change?.to?.ordinal];
          if (!change || from === undefined || to === undefined || from === to) continue;
          falls += 1;
          const lower = to < from ? next : old;
          // a ladder may have got a stage that asks for nothing
          if (heightOf(one) === heightOf(other)) expect(change.criteria).not.toEqual([]);
          const granted = granting({ ...lower.model, version: 3 }, change.criteria);
          const then = lower.evaluator.standing(granted, of, at)?.stage?.ordinal ?? 0;
          expect(then).toBeGreaterThanOrEqual(Math.min(heightOf(lower.model), Math.max(from, to)));
        }
      }),
      { numRuns: 400, seed: 2012 },
    );
    expect(falls).toBeGreaterThan(100);
  });

  it('are none where nothing changes', () => {
    const story = new Story();
    story.registered('unit', '2010-01-01');
    const facts = foldFacts(story.events);
    const reading = (model: MaturityModel) => ({ model, evaluator: new Evaluator(PLAIN, facts) });
    const [old, next] = [ladder(1, ['one', 'a']), ladder(2, ['one', 'b'])].map(reading);
    expect(old && next && stageChange(old, next, unit, at)).toBeUndefined();
  });
});

function heightOf(model: MaturityModel): number {
  return model.policy === 'checklist' ? 0 : model.stages.length;
}

/** Everybody holds a milestone that no model asks for. */
function grants(history: readonly AnyEvent[]): readonly AnyEvent[] {
  const units = new Set(history.flatMap((event) => event.unit ?? []));
  const story = new Story();
  for (const one of units) story.achieved(one, 'granted.held', '2012-12-01');
  return story.events.map((event, index) => ({
    ...event,
    id: `granted-${index}` as EventId,
    position: history.length + 1 + index,
  }));
}

/** The model as it would be if some of its criteria were true of everybody. */
function granting(model: MaturityModel, ids: readonly string[]): MaturityModel {
  const always = holding('granted');
  const granted = <Rung extends { readonly criteria: readonly Criterion[] }>(rung: Rung): Rung => ({
    ...rung,
    criteria: rung.criteria.map((one) => (ids.includes(one.id) ? { ...one, when: always } : one)),
  });
  if (model.policy === 'gates') return { ...model, stages: model.stages.map(granted) };
  if (model.policy !== 'dimensions') return model;
  return {
    ...model,
    dimensions: model.dimensions.map((line) => ({ ...line, levels: line.levels.map(granted) })),
  };
}
