import { describe, expect, it } from 'vitest';
import { monthsAfter, shownSpan, stopsOf, trendRange, usualSince, yearFrom } from './months.js';

describe('the months of the trend', () => {
  it('reaches three years back by month unless something else is wished', () => {
    expect(trendRange(undefined, undefined, '2026-11-22')).toEqual({
      from: '2023-11-01',
      every: 'P1M',
      span: '3y',
    });
    expect(trendRange('20y', undefined, '2026-11-22')).toMatchObject({
      from: '2006-11-01',
      every: 'P12M',
    });
  });

  it('reaches as far back as the day that is looked at', () => {
    expect(shownSpan('1y', '2026-01-01', '2026-11-22')).toBe('1y');
    expect(shownSpan('1y', '2022-01-01', '2026-11-22')).toBe('5y');
    expect(shownSpan(undefined, '1990-01-01', '2026-11-22')).toBe('20y');
  });

  it('tells where a day lies within its month', () => {
    expect(monthsAfter('2024-01-01', '2024-01-01')).toBe(0);
    expect(monthsAfter('2024-01-01', '2025-02-01')).toBe(13);
    expect(monthsAfter('2024-01-01', '2024-04-16')).toBe(3.5);
  });

  it('stops at each first of a month, at the day that is looked at, and now', () => {
    const stops = stopsOf('2026-08-01', '2026-11-22', '2026-09-16');
    expect(stops.map(({ day }) => day)).toEqual([
      '2026-08-01',
      '2026-09-01',
      '2026-09-16',
      '2026-10-01',
      '2026-11-01',
      undefined,
    ]);
    expect(stops.map(({ value }) => value).slice(0, 3)).toEqual([0, 1, 1.5]);
  });

  it('has no stop twice when today is the first of a month', () => {
    expect(stopsOf('2026-08-01', '2026-10-01', undefined).map(({ day }) => day)).toEqual([
      '2026-08-01',
      '2026-09-01',
      undefined,
    ]);
  });

  it('goes a year at once, or to the end of what there is', () => {
    const stops = stopsOf('2024-01-01', '2026-03-10', undefined);
    expect(yearFrom(stops, 3, 1)?.day).toBe('2025-04-01');
    expect(yearFrom(stops, 3, -1)?.day).toBe('2024-01-01');
    expect(yearFrom(stops, 15, 1)?.day).toBeUndefined();
    expect(yearFrom(stops, monthsAfter('2024-01-01', '2026-03-10'), -1)?.day).toBe('2025-03-01');
  });

  it('tells of changes since three months before, on a day that there is', () => {
    expect(usualSince(undefined, '2026-11-22')).toBe('2026-08-22');
    expect(usualSince('2026-05-31', '2026-11-22')).toBe('2026-02-28');
    expect(usualSince('2026-01-15T10:00:00Z', '2026-11-22')).toBe('2025-10-15');
  });
});
