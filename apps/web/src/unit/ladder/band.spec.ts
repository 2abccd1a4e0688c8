import { describe, expect, it } from 'vitest';
import type { Schemas } from '#lib/client';
import { bandOf } from './band.js';

const NOW = '2026-01-01T00:00:00Z';
const FORECAST: Schemas['Forecast'] = {
  basis: 'history',
  p10: '2026-01-11',
  p50: '2026-02-10',
  p85: '2026-03-12',
  p90: '2026-04-11',
  precedents: 12,
  reachedBy: { units: 12, of: 40 },
};

describe('a forecast as a band', () => {
  it('lies in order on the line, with room after its end', () => {
    const { wide, likely, open } = bandOf(FORECAST, NOW) ?? {
      wide: [0, 0],
      likely: [0, 0],
      open: true,
    };
    expect(open).toBe(false);
    expect(wide[0]).toBeLessThan(likely[0]);
    expect(likely[1]).toBeLessThan(wide[1]);
    expect(wide[1]).toBeCloseTo(100 / 1.08, 5);
  });

  it('has no end where none can be given', () => {
    expect(bandOf({ ...FORECAST, p85: null, p90: null }, NOW)).toMatchObject({
      open: true,
      likely: [expect.any(Number), 100],
    });
  });

  it('is none without a day', () => {
    expect(
      bandOf({ ...FORECAST, p10: null, p50: null, p85: null, p90: null }, NOW),
    ).toBeUndefined();
  });
});
