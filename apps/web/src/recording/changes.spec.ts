import { expect, test } from 'vitest';
import type { Schemas } from '#lib/client';
import { changesOf } from './changes.js';

type Standing = Schemas['Standing'];

const standing = (given: Partial<Standing>): Standing => ({
  ...{ model: 'lithium', modelVersion: 1, policy: 'gates', since: '2024-01-01T00:00:00Z' },
  ...{ stage: { ordinal: 2, id: 'two', name: 'Two' }, next: null, ahead: [], met: [] },
  ...given,
});
const met = (criterion: string, waived = false): Standing['met'][number] => ({
  ...{ stage: 'two', criterion, by: [], since: '2024-01-01T00:00:00Z' },
  ...{ waived, supporting: false, inferred: false },
});
const three = { ordinal: 3, id: 'three', name: 'Three' };

test('says which models rise, and by which criteria', () => {
  const [lithium, other] = changesOf(
    [standing({ met: [met('a')] }), standing({ model: 'other' })],
    [standing({ stage: three, met: [met('a'), met('b')] }), standing({ model: 'other' })],
  );
  expect(lithium).toMatchObject({
    ...{ moves: 'rises', none: false, lost: [], since: undefined },
    gained: [{ model: 'lithium', criterion: 'b', place: 'two' }],
  });
  expect(other).toMatchObject({ moves: 'stays', none: true });
});

test('says what falls, and what is met by decision only', () => {
  const [change] = changesOf(
    [standing({ stage: three, met: [met('a'), met('b')] })],
    [standing({ met: [met('a', true)] })],
  );
  expect(change).toMatchObject({
    moves: 'falls',
    lost: [{ criterion: 'b' }],
    waived: [{ criterion: 'a' }],
  });
});

test('a stage that is held since another day is a change', () => {
  const [change] = changesOf([standing({})], [standing({ since: '2023-05-01T00:00:00Z' })]);
  expect(change).toMatchObject({
    ...{ moves: 'stays', none: false },
    since: { from: '2024-01-01T00:00:00Z', to: '2023-05-01T00:00:00Z' },
  });
});

test('levels and scores count where there is no stage', () => {
  const level = (value: number) => ({
    ...{ id: 'culture', name: 'Culture', level: value, since: '2024-01-01T00:00:00Z' },
  });
  const plain = { policy: 'dimensions', stage: null } as const;
  const [change] = changesOf(
    [standing({ ...plain, mean: 1, dimensions: [level(1)] })],
    [standing({ ...plain, mean: 2, dimensions: [level(2)] })],
  );
  expect(change).toMatchObject({
    moves: 'rises',
    dimensions: [{ id: 'culture', name: 'Culture', from: 1, to: 2 }],
  });
  const scored = { policy: 'scored', stage: null } as const;
  const [score] = changesOf(
    [standing({ ...scored, score: 2 })],
    [standing({ ...scored, score: 1.5 })],
  );
  expect(score?.moves).toBe('falls');
});
