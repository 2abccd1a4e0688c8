import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, parseDue } from './due.js';

describe('a date by which something is wanted', () => {
  it.each([
    ['2024-02-28', '2024-02-29T00:00:00Z'],
    ['2024-02', '2024-03-01T00:00:00Z'],
    ['2023-02', '2023-03-01T00:00:00Z'],
    ['2024-Q1', '2024-04-01T00:00:00Z'],
    ['2024-Q4', '2025-01-01T00:00:00Z'],
    ['2024', '2025-01-01T00:00:00Z'],
  ])('%s is over at %s', (given, deadline) => {
    expect(parseDue(given)).toEqual({
      given,
      lastDay: dayOf(Date.parse(deadline)) - 1,
      deadline: Date.parse(deadline),
    });
  });

  it.each(['2023-02-29', '2024-13', '2024-Q5', '2024-02-01T00:00:00Z', 'soon', ''])(
    '%j is none',
    (given) => {
      expect(parseDue(given)).toBeUndefined();
    },
  );

  it('of a month is that of its last day, of a quarter that of its last month, of a year that of its last quarter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2200 }),
        fc.integer({ min: 1, max: 4 }),
        (year, q) => {
          const month = String(q * 3).padStart(2, '0');
          const quarter = parseDue(`${year}-Q${q}`);
          expect(quarter?.deadline).toBe(parseDue(`${year}-${month}`)?.deadline);
          expect(quarter?.deadline).toBe(Date.UTC(year, q * 3));
          expect(parseDue(`${year}`)?.deadline).toBe(parseDue(`${year}-Q4`)?.deadline);
        },
      ),
    );
  });
});
