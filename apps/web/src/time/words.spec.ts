import { describe, expect, test } from 'vitest';
import {
  countText,
  dayOf,
  daysBetween,
  daysText,
  dayText,
  instantText,
  monthText,
  occurredText,
  percentText,
} from './words.js';

test('when something occurred is said as roughly as it was given', () => {
  expect(occurredText('2008')).toBe('2008');
  expect(occurredText('2008-Q4')).toBe('Q4 2008');
  expect(occurredText('2008-12')).toBe(monthText('2008-12-01'));
  expect(occurredText('2008-12-31')).toBe(dayText('2008-12-31'));
  expect(occurredText('2008-12-31T10:00:00Z')).toBe(instantText('2008-12-31T10:00:00Z'));
});

test('a number stands with its noun', () => {
  expect(countText(1, 'unit')).toBe('1 unit');
  expect(countText(0, 'unit')).toBe('0 units');
  expect(countText(2, 'criterion', 'criteria')).toBe('2 criteria');
});

test('a share rounds nothing up to all, and nothing down to none', () => {
  expect(percentText(0.002)).toBe('below 1 %');
  expect(percentText(0.998)).toBe('over 99 %');
  expect(percentText(0)).toBe('0 %');
  expect(percentText(1)).toBe('100 %');
});

describe('how long', () => {
  test.each([
    [1, '1 day'],
    [-59, '59 days'],
    [60, '2 months'],
    [729, '24 months'],
    [730, '2 years'],
    [913, '2.5 years'],
  ])('%d days: %s', (days, says) => {
    expect(daysText(days).replace(',', '.')).toBe(says);
  });

  test('is counted from the first to the second, in days', () => {
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
    expect(dayOf('2026-03-01T23:59:59-02:00')).toBe('2026-03-02');
  });
});
