import { describe, expect, it } from 'vitest';
import { addDuration, effectiveInstant, type Instant, parseOccurrence } from '#lib/domain';
import { effectiveFrom, plus, readable } from './time.js';
import { duration } from './vocabulary.js';

const CLOCKS = [
  { name: 'the oracle', add: plus, effective: effectiveFrom },
  {
    name: 'the domain',
    add: (instant: Instant, iso: string) => addDuration(instant, duration(iso)),
    effective: (given: string, recordedAt: Instant) => {
      const occurrence = parseOccurrence(given);
      return occurrence && effectiveInstant(occurrence, recordedAt);
    },
  },
];

describe.each(CLOCKS)('$name on time', ({ add, effective }) => {
  it.each([
    ['2011-01-31T00:00:00.000Z', 'P1M', '2011-02-28T00:00:00.000Z'],
    ['2012-01-31T13:45:00.001Z', 'P1M', '2012-02-29T13:45:00.001Z'],
    ['2012-02-29T00:00:00.000Z', 'P1Y', '2013-02-28T00:00:00.000Z'],
    ['2012-02-29T00:00:00.000Z', 'P4Y', '2016-02-29T00:00:00.000Z'],
    ['2011-12-31T00:00:00.000Z', 'P2M', '2012-02-29T00:00:00.000Z'],
    ['2011-01-31T00:00:00.000Z', 'P1M1D', '2011-03-01T00:00:00.000Z'],
    ['2011-01-30T12:00:00.000Z', 'P1M1DT12H', '2011-03-02T00:00:00.000Z'],
    ['2011-03-31T00:00:00.000Z', 'P1Y11M', '2013-02-28T00:00:00.000Z'],
    ['2011-01-01T00:00:00.000Z', 'P2W', '2011-01-15T00:00:00.000Z'],
    ['2011-12-31T23:00:00.000Z', 'PT90M', '2012-01-01T00:30:00.000Z'],
    ['2011-10-30T00:00:00.000Z', 'P1DT1H', '2011-10-31T01:00:00.000Z'],
    ['1969-12-31T12:00:00.000Z', 'P1M', '1970-01-31T12:00:00.000Z'],
    ['1960-01-31T06:00:00.000Z', 'P1M', '1960-02-29T06:00:00.000Z'],
    ['1900-01-31T00:00:00.000Z', 'P1M', '1900-02-28T00:00:00.000Z'],
    ['2011-05-31T00:00:00.000Z', 'P50Y', '2061-05-31T00:00:00.000Z'],
  ])('%s and %s is %s', (from, iso, to) => {
    expect(readable(add(Date.parse(from), iso))).toBe(to);
  });

  it.each([
    ['2012-02-10T09:00:00Z', '2012-02-10T09:00:00.000Z'],
    ['2012-02-10T01:00:00+02:00', '2012-02-09T23:00:00.000Z'],
    ['2012-02-10T09:00:00.1234Z', '2012-02-10T09:00:00.123Z'],
    ['2012-02-10', '2012-02-10T00:00:00.000Z'],
    ['2012-02', '2012-02-29T00:00:00.000Z'],
    ['2008-12', '2008-12-31T00:00:00.000Z'],
    ['2011-Q1', '2011-03-31T00:00:00.000Z'],
    ['2011-Q2', '2011-06-30T00:00:00.000Z'],
    ['2008-Q4', '2008-12-31T00:00:00.000Z'],
    ['1995', '1995-12-31T00:00:00.000Z'],
  ])('%s counts from %s, or from when it was recorded', (given, from) => {
    const at = Date.parse(from);
    expect(readable(effective(given, at + 1))).toBe(from);
    expect(readable(effective(given, at))).toBe(from);
    expect(readable(effective(given, at - 1))).toBe(readable(at - 1));
  });
});
