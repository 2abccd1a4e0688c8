import { describe, expect, it } from 'vitest';
import { dayAfter, type Entry, yearsOf } from './years.js';

const rise = (at: string): Entry => ({
  kind: 'transition',
  at,
  model: 'lithium',
  from: null,
  to: { ordinal: 1, id: 'start', name: 'Start' },
  because: [],
});

describe('a history by years', () => {
  it('keeps the newest first', () => {
    const years = yearsOf([
      rise('2026-02-01T00:00:00Z'),
      rise('2026-01-01T00:00:00Z'),
      rise('2024-05-01T00:00:00Z'),
    ]);
    expect(years.map(({ year, entries }) => [year, entries.length])).toEqual([
      ['2026', 2],
      ['2024', 1],
    ]);
  });

  it.each([
    ['2024-02-28', '2024-02-29'],
    ['2025-12-31', '2026-01-01'],
  ])('ends after %s on %s', (day, next) => {
    expect(dayAfter(day)).toBe(next);
  });
});
