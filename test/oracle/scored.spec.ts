import { describe, expect, it } from 'vitest';
import type { Combine, Expression, Group, MaturityModel, ScoredItem, Stage } from '#lib/domain';
import { type Example, READERS, standingIn } from './readers.js';
import type { Story } from './story.js';
import { entry, milestone, modelHead, stage } from './vocabulary.js';

const item = (id: string, weight: number, when?: Expression): ScoredItem => ({
  id,
  says: id,
  weight,
  inferred: false,
  worth: when ? { when } : ({ milestone: `${id}.held` } as ScoredItem['worth']),
});
const group = (
  id: string,
  combine: Combine,
  items: readonly ScoredItem[],
  groups: readonly Group[] = [],
  weight = 1,
): Group => ({ id, name: id, weight, combine, inferred: false, items, groups });
const scored = (
  groups: readonly Group[],
  combine: Combine = 'mean',
  stages: readonly Stage[] = [],
): MaturityModel => ({ ...modelHead(), policy: 'scored', stages, combine, groups });
const notApplicable =
  (...keys: string[]) =>
  (log: Story) => {
    for (const key of keys) log.assessed('unit', `${key}.held`, '2011-01-01', 'not-applicable');
  };
const NOW = '2011-06-01';

describe.each(READERS)('$name on scores', (reader) => {
  const worth = (example: Omit<Example, 'model'>, on = NOW) =>
    standingIn(reader, { model: scored([group('g', 'mean', [item('a', 1)])]), ...example }, on)
      ?.score;

  it.each<[string, Omit<Example, 'model'>, number | null]>([
    ['nothing when not held', { tell: () => undefined }, 0],
    ['the degree held', { tell: (log) => log.achieved('unit', 'a.held', '2011-01-01', 0.4) }, 0.4],
    [
      'the degree of the last fact, lower than before',
      {
        tell: (log) => {
          log.achieved('unit', 'a.held', '2011-01-01');
          log.achieved('unit', 'a.held', '2011-02-01', 0.4);
        },
      },
      0.4,
    ],
    [
      'nothing when its validity has ended',
      {
        entries: [entry('a.held', { validity: 'P1M' })],
        tell: (log) => log.achieved('unit', 'a.held', '2011-05-01'),
      },
      0,
    ],
    [
      '1 when waived',
      {
        tell: (log) => {
          log.achieved('unit', 'a.held', '2011-01-01', 0.4);
          log.waived('unit', 'a.held', '2011-01-01');
        },
      },
      1,
    ],
    [
      'the greatest of its own and those that imply it',
      {
        entries: [entry('a.held', { impliedBy: ['b.held', 'c.held'] })],
        tell: (log) => {
          log.achieved('unit', 'a.held', '2011-01-01', 0.4);
          log.achieved('unit', 'b.held', '2011-01-01', 0.7);
          log.achieved('unit', 'c.held', '2011-01-01', 0.5);
        },
      },
      0.7,
    ],
    ['left out when it does not apply', { tell: notApplicable('a') }, null],
    [
      'counted when it does not apply but is implied',
      {
        entries: [entry('a.held', { impliedBy: ['b.held'] })],
        tell: (log) => {
          notApplicable('a')(log);
          log.achieved('unit', 'b.held', '2011-01-01', 0.5);
        },
      },
      0.5,
    ],
    [
      'not left out when only an implying key does not apply',
      { entries: [entry('a.held', { impliedBy: ['b.held'] })], tell: notApplicable('b') },
      0,
    ],
  ])('an item is worth %s', (_, example, expected) => {
    expect(worth(example)).toBe(expected);
  });

  it('reads an expression as 1, 0 or left out', () => {
    const when = milestone('a.held', { degree: 0.5 });
    const model = scored([group('g', 'mean', [item('a', 1, when), item('b', 1)])]);
    const score = (tell: (log: Story) => void) => standingIn(reader, { model, tell }, NOW)?.score;
    expect(score((log) => log.achieved('unit', 'a.held', '2011-01-01', 0.5))).toBe(0.5);
    expect(score((log) => log.achieved('unit', 'a.held', '2011-01-01', 0.4))).toBe(0);
    const both = (log: Story) => {
      notApplicable('a')(log);
      log.achieved('unit', 'b.held', '2011-01-01');
    };
    expect(score(both)).toBe(1);
  });

  it.each<[Combine, number]>([
    ['mean', 0.25],
    ['sum', 1.5],
    ['lowest', 0],
    ['highest', 1],
  ])('combines by %s', (combine, expected) => {
    const model = scored([group('g', combine, [item('a', 1), item('b', 1), item('c', 4)])]);
    const tell = (log: Story) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'b.held', '2011-01-01', 0.5);
    };
    expect(standingIn(reader, { model, tell }, NOW)?.score).toBe(expected);
  });

  it('gives scores to 4 decimals', () => {
    const model = scored([group('g', 'mean', [item('a', 2), item('b', 1)])]);
    const tell = (log: Story) => log.achieved('unit', 'a.held', '2011-01-01');
    const standing = standingIn(reader, { model, tell }, NOW);
    expect(standing).toMatchObject({ score: 0.6667, groups: [{ path: 'g', score: 0.6667 }] });
  });

  it('names groups by their path and leaves empty ones out of what holds them', () => {
    const inner = [group('y', 'mean', [item('b', 1)], [], 3), group('z', 'mean', [item('c', 1)])];
    const model = scored([group('x', 'mean', [item('a', 1)], inner)]);
    const tell = (log: Story) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      notApplicable('c')(log);
    };
    const standing = standingIn(reader, { model, tell }, NOW);
    expect(standing?.score).toBe(0.25);
    const known = standing?.groups?.filter((one) => one.score !== null);
    expect(known).toEqual([
      { path: 'x', score: 0.25 },
      { path: 'x/y', score: 0 },
    ]);
  });

  it('counts the stages whose least score is reached, and aims at the next', () => {
    const stages = [
      stage(1, [], { from: 0 }),
      stage(2, [], { from: 0.5 }),
      stage(3, [], { from: 0.75 }),
    ];
    const model = scored(
      [group('g', 'mean', [item('a', 1), item('b', 1), item('c', 2)])],
      'mean',
      stages,
    );
    const tell = (log: Story) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'c.held', '2011-02-01', 0.5);
    };
    const early = standingIn(reader, { model, tell }, '2011-01-15');
    expect(early).toMatchObject({ score: 0.25, stage: { ordinal: 1 } });
    expect(early?.next).toMatchObject({ ordinal: 2, progress: 0.5 });
    const later = standingIn(reader, { model, tell }, NOW);
    expect(later).toMatchObject({ score: 0.5, stage: { ordinal: 2 } });
    expect(later?.since).toBe(Date.UTC(2011, 1, 1));
    expect(later?.next?.progress).toBeCloseTo(2 / 3, 12);
    const missing = later?.next?.missing.map((one) => [one.criterion, one.worth]);
    expect(missing).toEqual([
      ['b', 0],
      ['c', 0.5],
    ]);
  });

  it('has no score and stage 0 when nothing applies, no stage when the model has none', () => {
    const groups = [group('g', 'mean', [item('a', 1)])];
    const staged = scored(groups, 'mean', [stage(1, [], { from: 0 })]);
    const nothing = standingIn(reader, { model: staged, tell: notApplicable('a') }, NOW);
    expect(nothing).toMatchObject({ score: null, stage: { ordinal: 0, id: 'none' } });
    const plain = standingIn(reader, { model: scored(groups), tell: () => undefined }, NOW);
    expect(plain).toMatchObject({ score: 0, stage: null, next: null });
  });

  it('names in its proof what an item owes its worth to', () => {
    const model = scored([group('g', 'mean', [item('a', 1)])]);
    const tell = (log: Story) => {
      log.achieved('unit', 'a.held', '2011-01-01', 0.5);
      log.waived('unit', 'a.held', '2011-02-01', '2011-02-28');
    };
    const [fact] = standingIn(reader, { model, tell }, '2011-01-15')?.met ?? [];
    expect(fact).toMatchObject({ criterion: 'a', waived: false });
    expect(fact?.by.map((id) => Number(id.slice(-12)))).toEqual([2]);
    const [waiver] = standingIn(reader, { model, tell }, '2011-02-15')?.met ?? [];
    expect(waiver).toMatchObject({ criterion: 'a', waived: true });
    expect(waiver?.by.map((id) => Number(id.slice(-12)))).toEqual([3]);
  });
});
