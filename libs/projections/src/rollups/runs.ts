import type { Instant, StandingValue } from '#lib/domain';
import type { Segments } from './segments.js';

/** Where units stand at an instant, and since when without a break. */
export interface Runs {
  /** Undefined: the unit has no standing in the model then. */
  valueOf(unit: number): StandingValue | undefined;
  /** Start of the unbroken run at the stage that the unit stands at. */
  since(unit: number): Instant;
}

/** Reads step functions at an instant. @param size how many units there are at least */
export function runsAt(segments: Segments, asOf: Instant, size: number): Runs {
  const plane = segments.plane(asOf, size);
  const since = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  /** Stretches at the same stage that may come right before; few units have any. */
  const earlier = new Map<number, (readonly [from: Instant, until: Instant])[]>();
  segments.each((unit, from, until, value) => {
    const now = plane.valueOf(unit);
    if (!now || now.ordinal !== value.ordinal || from > asOf) return;
    if (until > asOf) {
      since[unit] = from;
      return;
    }
    const kept = earlier.get(unit);
    if (kept) kept.push([from, until]);
    else earlier.set(unit, [[from, until]]);
  });
  for (const [unit, stretches] of earlier) {
    const latestFirst = stretches.sort(([, a], [, b]) => b - a);
    for (const [from, until] of latestFirst) {
      if (until !== since[unit]) break;
      since[unit] = from;
    }
  }
  return {
    valueOf: (unit) => plane.valueOf(unit),
    since: (unit) => since[unit] ?? Number.POSITIVE_INFINITY,
  };
}
