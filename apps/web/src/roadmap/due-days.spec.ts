import { describe, expect, test } from 'vitest';
import { lastDayOf, plusDays, plusMonths } from './due-days.js';

describe('a due date', () => {
  test.each([
    ['2031', '2031-12-31'],
    ['2031-Q1', '2031-03-31'],
    ['2031-Q4', '2031-12-31'],
    ['2028-02', '2028-02-29'],
    ['2031-05-07', '2031-05-07'],
  ])('%s is in time until the end of %s', (due, last) => {
    expect(lastDayOf(due)).toBe(last);
  });

  test('moves by days and by months', () => {
    expect(plusDays('2031-02-28', 1)).toBe('2031-03-01');
    expect(plusDays('2031-01-01', -1)).toBe('2030-12-31');
    expect(plusMonths('2031-01-31', 1)).toBe('2031-02-28');
    expect(plusMonths('2031-03-31', -1)).toBe('2031-02-28');
    expect(plusMonths('2031-11-15', 2)).toBe('2032-01-15');
  });
});
