import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isZone, nextDigest, quietUntil } from './timing.js';

const at = (text: string) => Date.parse(text);
const text = (instant: number | undefined) =>
  instant === undefined ? undefined : new Date(instant).toISOString();
const NIGHT = { from: '22:00', to: '07:00', zone: 'Europe/Berlin' };

describe('quiet hours', () => {
  test.each([
    ['2026-01-10T20:59:59Z', undefined],
    ['2026-01-10T21:00:00Z', '2026-01-11T06:00:00.000Z'],
    ['2026-01-11T05:59:59Z', '2026-01-11T06:00:00.000Z'],
    ['2026-01-11T06:00:00Z', undefined],
    ['2026-07-10T20:00:00Z', '2026-07-11T05:00:00.000Z'],
    // the night in which clocks are put on, and the one in which they are put back
    ['2026-03-28T22:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['2026-10-24T21:30:00Z', '2026-10-25T06:00:00.000Z'],
  ])('hold back what comes at %s until %s', (given, until) => {
    expect(text(quietUntil(at(given), NIGHT))).toBe(until);
  });

  test('may lie within a day, or be none', () => {
    const lunch = { from: '12:00', to: '13:30', zone: 'Asia/Kolkata' };
    expect(text(quietUntil(at('2026-01-10T07:00:00Z'), lunch))).toBe('2026-01-10T08:00:00.000Z');
    expect(quietUntil(at('2026-01-10T08:00:00Z'), lunch)).toBeUndefined();
    expect(quietUntil(at('2026-01-10T08:00:00Z'), { ...lunch, to: '12:00' })).toBeUndefined();
  });

  test('end when they are over, wherever and whenever', () => {
    const zones = [
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    ];
    const time = fc
      .integer({ min: 0, max: 95 })
      .map(
        (n) =>
          `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
      );
    fc.assert(
      fc.property(
        fc.integer({ min: at('2024-01-01'), max: at('2030-01-01') }),
        fc.record({ from: time, to: time, zone: fc.constantFrom(...zones) }),
        (now, quiet) => {
          const until = quietUntil(now, quiet);
          if (until === undefined) return;
          expect(until).toBeGreaterThan(now);
          expect(until - now).toBeLessThanOrEqual(26 * 3_600_000);
          expect(quietUntil(until, quiet)).toBeUndefined();
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('a digest', () => {
  const daily = { every: 'day', hour: 8, zone: 'Europe/Berlin' } as const;

  test.each([
    ['2026-01-10T06:59:59Z', '2026-01-10T07:00:00.000Z'],
    ['2026-01-10T07:00:00Z', '2026-01-11T07:00:00.000Z'],
    ['2026-03-28T12:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T12:00:00Z', '2026-10-25T07:00:00.000Z'],
  ])('of each day follows %s at %s', (given, next) => {
    expect(text(nextDigest(at(given), daily))).toBe(next);
  });

  test('of each week comes on its day', () => {
    const friday = { ...daily, every: 'week', weekday: 5 } as const;
    // a Saturday
    expect(text(nextDigest(at('2026-01-10T12:00:00Z'), friday))).toBe('2026-01-16T07:00:00.000Z');
    expect(text(nextDigest(at('2026-01-10T12:00:00Z'), { ...daily, every: 'week' }))).toBe(
      '2026-01-12T07:00:00.000Z',
    );
  });

  test('at an hour that a day does not have comes an hour later', () => {
    const two = { ...daily, hour: 2 };
    expect(text(nextDigest(at('2026-03-28T12:00:00Z'), two))).toBe('2026-03-29T01:00:00.000Z');
    expect(text(nextDigest(at('2026-03-29T12:00:00Z'), two))).toBe('2026-03-30T00:00:00.000Z');
  });
});

test('zones are those of IANA', () => {
  expect([isZone('Europe/Berlin'), isZone('UTC'), isZone('Mars/Base'), isZone('')]).toEqual([
    ...[true, true, false, false],
  ]);
});
