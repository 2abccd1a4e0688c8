import type { Instant, Standing, StandingSegment, StandingValue, UnitKey } from '#lib/domain';
import type { Oracle } from './oracle.js';
import { readable } from './time.js';

/** What two standings differ in, one line each; none: they agree. */
export function differences(
  expected: Standing | undefined,
  actual: Standing | undefined,
): readonly string[] {
  if (!expected || !actual) {
    if (!expected && !actual) return [];
    return [`the oracle says ${expected ? 'a standing' : 'none'}, the domain the opposite`];
  }
  const [wanted, found]: Record<string, unknown>[] = [comparable(expected), comparable(actual)];
  return [...new Set([...Object.keys(wanted ?? {}), ...Object.keys(found ?? {})])]
    .filter((field) => !same(wanted?.[field], found?.[field]))
    .map((field) => `${field}: oracle ${shown(wanted?.[field])}, domain ${shown(found?.[field])}`);
}

/** What a timeline and the oracle differ in; none: they agree at every instant there is. */
export function timelineDifferences(
  oracle: Oracle,
  unit: UnitKey,
  segments: readonly StandingSegment[],
): readonly string[] {
  const faults: string[] = [];
  const say = (at: Instant, fault: string) =>
    faults.push(`timeline of ${unit} at ${readable(at)}: ${fault}`);
  for (const candidate of oracle.candidates) {
    for (const at of [candidate - 1, candidate]) {
      const wanted = oracle.value(unit, at);
      const found = segments.filter((one) => one.from <= at && at < one.until);
      if (found.length > 1) say(at, 'two segments overlap');
      if (!same(wanted && valueOf(wanted), found[0] && valueOf(found[0]))) {
        say(at, `oracle ${shown(wanted)}, domain ${shown(found[0])}`);
      }
    }
  }
  const known = new Set([...oracle.candidates, Number.POSITIVE_INFINITY]);
  segments.forEach((segment, index) => {
    const { from, until } = segment;
    if (from >= until) say(from, 'an empty segment');
    if (!known.has(from)) say(from, 'nothing happens then');
    if (!known.has(until)) say(until, 'nothing happens then');
    const next = segments[index + 1];
    if (next && next.from < until) say(from, 'segments out of order');
    if (next?.from === until && same(valueOf(segment), valueOf(next))) {
      say(until, 'two segments of one value');
    }
  });
  return faults;
}

/** Whether two values have the same parts; numbers may differ as sums in another order do. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return a === b || Math.abs(a - b) < 1e-9;
  if (!isObject(a) || !isObject(b)) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...fields].every((field) => same(a[field], b[field]));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function valueOf({ ordinal, levels, mean, score, checked, total }: StandingValue) {
  return { ordinal, levels, mean, score, checked, total };
}

/** A standing without what has no order or no meaning: proofs and keys are sets. */
function comparable(standing: Standing): Record<string, unknown> {
  const { next, met, ...rest } = standing;
  return {
    ...rest,
    next: next && {
      ...next,
      missing: next.missing.map((one) => ({ ...one, milestones: [...one.milestones].sort() })),
    },
    met: met.map((one) => ({ ...one, by: [...one.by].sort() })),
  };
}

function shown(value: unknown): string {
  return (JSON.stringify(value, instants) ?? 'nothing').replaceAll(/0{8}-0{4}-7000-8000-0*/g, '#');
}

function instants(field: string, value: unknown): unknown {
  const isInstant = /^(since|until|from)$/.test(field) && typeof value === 'number';
  return isInstant ? readable(value) : value;
}
