import { isDeepStrictEqual } from 'node:util';
import type { Instant, Standing, StandingSegment, StandingValue } from '#lib/domain';
import type { Oracle } from './oracle.js';
import type { Question } from './arbitrary-history.js';
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
  const [wanted, found] = [comparable(expected), comparable(actual)];
  return [...new Set([...Object.keys(wanted), ...Object.keys(found)])]
    .filter((field) => !isDeepStrictEqual(wanted[field], found[field]))
    .map((field) => `${field}: oracle ${shown(wanted[field])}, domain ${shown(found[field])}`);
}

/** What a timeline and the oracle differ in; none: they agree at every instant there is. */
export function timelineDifferences(
  oracle: Oracle,
  { unit }: Question,
  segments: readonly StandingSegment[],
): readonly string[] {
  const faults: string[] = [];
  const say = (at: Instant, fault: string) => faults.push(`timeline at ${readable(at)}: ${fault}`);
  for (const candidate of oracle.candidates) {
    for (const at of [candidate - 1, candidate]) {
      const wanted = oracle.value(unit, at);
      const found = segments.filter((one) => one.from <= at && at < one.until);
      if (found.length > 1) say(at, 'two segments overlap');
      if (!isDeepStrictEqual(wanted && valueOf(wanted), found[0] && valueOf(found[0]))) {
        say(at, `oracle ${shown(wanted)}, domain ${shown(found[0])}`);
      }
    }
  }
  const known = new Set([...oracle.candidates, Number.POSITIVE_INFINITY]);
  segments.forEach(({ from, until, ...value }, index) => {
    if (from >= until) say(from, 'an empty segment');
    if (!known.has(from)) say(from, 'nothing happens then');
    if (!known.has(until)) say(until, 'nothing happens then');
    const next = segments[index + 1];
    if (next && next.from < until) say(from, 'segments out of order');
    if (next?.from === until && isDeepStrictEqual(valueOf(value), valueOf(next))) {
      say(until, 'two segments of one value');
    }
  });
  return faults;
}

function valueOf({ ordinal, levels, mean, score, checked, total }: StandingValue) {
  return plain({ ordinal, levels, mean, score, checked, total });
}

/** A standing without what has no order or no meaning: proofs and keys are sets, 9 decimals tell. */
function comparable(standing: Standing): Record<string, unknown> {
  const { next, met, groups, ...rest } = standing;
  return plain({
    ...rest,
    next: next && {
      ...next,
      missing: next.missing.map((one) => ({ ...one, milestones: [...one.milestones].sort() })),
    },
    met: met.map((one) => ({ ...one, by: [...one.by].sort() })),
    groups: groups?.filter((one) => one.score !== null),
  }) as Record<string, unknown>;
}

function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, one) => {
      if (typeof one !== 'number') return one;
      return Number.isFinite(one) ? Math.round(one * 1e9) / 1e9 : String(one);
    }),
  );
}

function shown(value: unknown): string {
  return (JSON.stringify(value, instants) ?? 'nothing').replaceAll(/0{8}-0{4}-7000-8000-0*/g, '#');
}

function instants(field: string, value: unknown): unknown {
  const isInstant = /^(since|until|from)$/.test(field) && typeof value === 'number';
  return isInstant ? readable(value) : value;
}
