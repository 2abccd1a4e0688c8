import { describe, expect, it } from 'vitest';
import type { Criterion, Level, MaturityModel, Needs, Stage } from '#lib/domain';
import { type Example, READERS, type Reader, standingIn } from './readers.js';
import type { Story } from './story.js';
import { criterion, milestone, modelHead, stage } from './vocabulary.js';

const asks = (key: string, flags: Parameters<typeof criterion>[2] = {}) =>
  criterion(key, milestone(`${key}.held`), flags);
const gates = (...stages: Stage[]): MaturityModel => ({ ...modelHead(), policy: 'gates', stages });
const some = (atLeast: number): Needs => ({ atLeast, inferred: false });
const level = (number: number, criteria: readonly Criterion[]): Level => ({
  level: number,
  says: `level ${number}`,
  inferred: false,
  needs: 'all',
  criteria,
});
/** Each dimension is given by the keys of its levels, one criterion each. */
const grid = (overall: 'lowest' | 'median' | 'mean', ...keys: string[][]): MaturityModel => ({
  ...modelHead(),
  policy: 'dimensions',
  overall,
  stages: (keys[0] ?? []).map((_, index) => stage(index + 1)),
  dimensions: keys.map((levels, index) => ({
    id: `d${index + 1}`,
    name: `d${index + 1}`,
    inferred: false,
    levels: levels.map((key, at) => ({
      ...level(at + 1, [criterion(`d${index + 1}-${key}`, milestone(`${key}.held`))]),
    })),
  })),
});
const holds =
  (...keys: string[]) =>
  (log: Story) => {
    for (const key of keys) log.achieved('unit', `${key}.held`, '2011-01-01');
  };
const now = (reader: Reader, example: Example) => standingIn(reader, example, '2011-01-01');

describe.each(READERS)('$name on gates', (reader) => {
  const ladder = gates(stage(1, [asks('a')]), stage(2, [asks('b')]), stage(3, [asks('c')]));

  it('holds nothing at first: ordinal 0, none, Not started', () => {
    const standing = now(reader, { model: ladder, tell: holds() });
    expect(standing?.stage).toEqual({ ordinal: 0, id: 'none', name: 'Not started' });
    expect(standing?.next).toMatchObject({ ordinal: 1, id: 'stage-1', progress: 0 });
  });

  it('holds the greatest stage up to which all have what they need, and lists those ahead', () => {
    const skipped = now(reader, { model: ladder, tell: holds('a', 'c') });
    expect(skipped?.stage?.ordinal).toBe(1);
    expect(skipped?.next?.ordinal).toBe(2);
    expect(skipped?.ahead).toEqual([{ ordinal: 3, id: 'stage-3', name: 'stage-3' }]);
    const none = now(reader, { model: ladder, tell: holds('b', 'c') });
    expect(none?.stage?.ordinal).toBe(0);
    expect(none?.ahead.map((one) => one.ordinal)).toEqual([2, 3]);
  });

  it('has no next at the last stage', () => {
    const standing = now(reader, { model: ladder, tell: holds('a', 'b', 'c') });
    expect(standing?.stage?.ordinal).toBe(3);
    expect(standing?.next).toBeNull();
    expect(standing?.ahead).toEqual([]);
  });

  it('always holds a stage without criteria', () => {
    const model = gates(stage(1), stage(2, [asks('a')]));
    expect(now(reader, { model, tell: holds() })?.stage?.ordinal).toBe(1);
  });

  it('leaves supporting criteria out of the count and shows them as missing and met', () => {
    const supporting = asks('b', { supporting: true });
    const model = gates(
      stage(1, [asks('a', { keyMove: true }), supporting]),
      stage(2, [asks('c')]),
    );
    const before = now(reader, { model, tell: holds() });
    expect(before?.next?.missing).toMatchObject([
      { criterion: 'a', keyMove: true, supporting: false, milestones: ['a.held'] },
      { criterion: 'b', keyMove: false, supporting: true, milestones: ['b.held'] },
    ]);
    const after = now(reader, { model, tell: holds('a') });
    expect(after?.stage?.ordinal).toBe(1);
    const both = now(reader, { model, tell: holds('b') });
    expect(both?.next?.progress).toBe(0);
    expect(both?.met).toMatchObject([{ criterion: 'b', stage: 'stage-1', supporting: true }]);
  });

  it('counts what is met above the present stage as met', () => {
    const standing = now(reader, { model: ladder, tell: holds('c') });
    expect(standing?.met.map((one) => [one.stage, one.criterion])).toEqual([['stage-3', 'c']]);
  });

  it.each([
    { needs: 'all' as Needs, held: ['a'], out: [], ordinal: 0, progress: 1 / 3 },
    { needs: 'all' as Needs, held: ['a', 'b'], out: [], ordinal: 0, progress: 2 / 3 },
    { needs: 'all' as Needs, held: ['a', 'b'], out: ['c'], ordinal: 1, progress: 0 },
    { needs: 'all' as Needs, held: ['a'], out: ['c'], ordinal: 0, progress: 1 / 2 },
    { needs: 'all' as Needs, held: [], out: ['a', 'b', 'c'], ordinal: 1, progress: 0 },
    { needs: some(2), held: ['a'], out: [], ordinal: 0, progress: 1 / 2 },
    { needs: some(2), held: ['a', 'b'], out: [], ordinal: 1, progress: 0 },
    { needs: some(2), held: ['a'], out: ['b', 'c'], ordinal: 1, progress: 0 },
    { needs: some(2), held: [], out: ['b', 'c'], ordinal: 0, progress: 0 },
    { needs: some(3), held: ['a'], out: ['c'], ordinal: 0, progress: 1 / 2 },
  ])('needs $needs of three, $held held, $out not applicable', (row) => {
    const { needs, held, out, ordinal, progress } = row;
    const model = gates(
      stage(1, [asks('a'), asks('b'), asks('c')], { needs }),
      stage(2, [asks('d')]),
    );
    const tell = (log: Story) => {
      holds(...held)(log);
      for (const key of out) {
        log.assessed('unit', `${key}.held`, '2011-01-01', 'not-applicable');
      }
    };
    const standing = now(reader, { model, tell });
    expect(standing?.stage?.ordinal).toBe(ordinal);
    expect(standing?.next?.progress).toBeCloseTo(progress, 12);
    const left = ['a', 'b', 'c'].filter((key) => !held.includes(key) && !out.includes(key));
    const missing = standing?.next?.missing.map((one) => one.criterion);
    expect(missing).toEqual(ordinal === 1 ? ['d'] : left);
  });
});

describe.each(READERS)('$name on dimensions', (reader) => {
  const rows = [
    ['a', 'b', 'c'],
    ['a', 'd', 'b'],
    ['c', 'a', 'd'],
  ];

  it.each([
    // Levels: 2, 1, 0.
    {
      overall: 'lowest' as const,
      held: ['a', 'b'],
      levels: [2, 1, 0],
      ordinal: 0,
      missing: ['d3-c'],
    },
    {
      overall: 'median' as const,
      held: ['a', 'b'],
      levels: [2, 1, 0],
      ordinal: 1,
      missing: ['d2-d'],
    },
    {
      overall: 'mean' as const,
      held: ['a', 'b'],
      levels: [2, 1, 0],
      ordinal: 1,
      missing: ['d1-c', 'd2-d', 'd3-c'],
    },
    // Levels: 1, 3, 0.
    {
      overall: 'mean' as const,
      held: ['a', 'd', 'b'],
      levels: [2, 3, 0],
      ordinal: 1,
      missing: ['d1-c', 'd3-c'],
    },
    {
      overall: 'lowest' as const,
      held: ['a', 'c'],
      levels: [1, 1, 2],
      ordinal: 1,
      missing: ['d1-b', 'd2-d'],
    },
  ])('$overall of levels $levels is $ordinal', ({ overall, held, levels, ordinal, missing }) => {
    const standing = now(reader, { model: grid(overall, ...rows), tell: holds(...held) });
    expect(standing?.dimensions?.map((one) => one.level)).toEqual(levels);
    expect(standing?.stage?.ordinal).toBe(ordinal);
    expect(standing?.mean).toBeCloseTo(levels.reduce((sum, one) => sum + one, 0) / 3, 12);
    expect(standing?.next?.ordinal).toBe(ordinal + 1);
    expect(standing?.next?.missing.map((one) => one.criterion)).toEqual(missing);
  });

  it('takes the lower median of an even count', () => {
    const model = grid('median', ['a'], ['a'], ['b'], ['b']);
    expect(now(reader, { model, tell: holds('a') })?.stage?.ordinal).toBe(0);
    const three = grid('median', ['a'], ['a'], ['a'], ['b']);
    expect(now(reader, { model: three, tell: holds('a') })?.stage?.ordinal).toBe(1);
  });

  it('does not skip a level, and dates each dimension by itself', () => {
    const tell = (log: Story) => {
      log.achieved('unit', 'b.held', '2010-01-01');
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'c.held', '2012-01-01');
    };
    const model = grid('lowest', ['a', 'b'], ['c', 'a']);
    const standing = standingIn(reader, { model, tell }, '2011-06-01');
    expect(standing?.dimensions).toEqual([
      { id: 'd1', name: 'd1', level: 2, since: Date.UTC(2011, 0, 1) },
      { id: 'd2', name: 'd2', level: 0, since: Date.UTC(2000, 0, 1) },
    ]);
    expect(standing?.met).toMatchObject([
      { stage: 'stage-1', dimension: 'd1', level: 1, criterion: 'd1-a' },
      { stage: 'stage-2', dimension: 'd1', level: 2, criterion: 'd1-b' },
      { stage: 'stage-2', dimension: 'd2', level: 2, criterion: 'd2-a' },
    ]);
    expect(standingIn(reader, { model, tell }, '2012-01-01')?.stage?.ordinal).toBe(2);
  });
});

describe.each(READERS)('$name on checklists', (reader) => {
  it('checks items, leaves out what does not apply, and has neither stage nor next', () => {
    const model: MaturityModel = {
      ...modelHead(),
      policy: 'checklist',
      items: [asks('a'), asks('b'), asks('c')],
    };
    const standing = now(reader, {
      model,
      tell: (log) => {
        holds('a')(log);
        log.assessed('unit', 'c.held', '2011-01-01', 'not-applicable');
      },
    });
    expect(standing).toMatchObject({ checked: 1, total: 2, stage: null, next: null, ahead: [] });
    expect(standing?.met).toMatchObject([{ criterion: 'a', stage: null }]);
  });
});
