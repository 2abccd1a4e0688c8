import { describe, expect, it } from 'vitest';
import { heightsOf, MARGIN, placesOf, ticksOf } from './scales.js';

describe('scales of the trend', () => {
  it.each([
    [54, [0, 20, 40]],
    [100_000, [0, 50_000, 100_000]],
    [8, [0, 2, 4, 6, 8]],
    [1, [0, 0.5, 1]],
    [16, [0, 5, 10, 15]],
  ])('has round amounts up to %d', (most, ticks) => {
    expect(ticksOf(most)).toEqual(ticks);
  });

  it('goes from the left margin to the right one', () => {
    const x = placesOf(36, 1, 1000);
    expect(x(-0.55)).toBe(MARGIN.left);
    expect(x(36.3)).toBeCloseTo(1000 - MARGIN.right);
  });

  it('draws the largest amount at the top', () => {
    const y = heightsOf(10, 200);
    expect(y(10)).toBe(MARGIN.top);
    expect(y(0)).toBe(MARGIN.top + 200);
  });
});
