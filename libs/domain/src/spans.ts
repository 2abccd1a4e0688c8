import { BEGINNING_OF_TIME, type Instant } from './ids.js';

/** A half-open stretch of time. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** A step function over all time: `values[i]` holds from `starts[i]` to the next start; `starts[0]` is the beginning of time. */
export interface Steps<Value> {
  readonly starts: readonly Instant[];
  readonly values: readonly Value[];
}

/** A step function with one value. */
export function constant<Value>(value: Value): Steps<Value> {
  return { starts: [BEGINNING_OF_TIME], values: [value] };
}

/** The index of the step that covers an instant. */
export function indexAt(starts: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as Instant) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The value at an instant. */
export function valueAt<Value>(steps: Steps<Value>, at: Instant): Value {
  return steps.values[indexAt(steps.starts, at)] as Value;
}

/** The longest stretch around an instant over which the value is the same. */
export function runAround<Value>(steps: Steps<Value>, at: Instant): Span {
  const { starts, values } = steps;
  let first = indexAt(starts, at);
  let next = first + 1;
  const value = values[first];
  while (first > 0 && values[first - 1] === value) first--;
  while (next < starts.length && values[next] === value) next++;
  return {
    from: starts[first] as Instant,
    until: next < starts.length ? (starts[next] as Instant) : Number.POSITIVE_INFINITY,
  };
}

/**
 * Reads several step functions together: calls `combine` once for each stretch on which none of
 * them changes, and joins neighbouring equal results.
 * @param combine gets the value of each, in their order; the array is reused between calls
 * @param from from where on they are read; what is before is not asked
 */
export function combineSteps<Value, Result>(
  parts: readonly Steps<Value>[],
  combine: (values: readonly Value[]) => Result,
  same: (a: Result, b: Result) => boolean = Object.is,
  from: Instant = BEGINNING_OF_TIME,
): Steps<Result> {
  const boundaries = sortedUnique(
    parts.map((part) => part.starts),
    from,
  );
  const cursor = parts.map((part) => indexAt(part.starts, from));
  const values = parts.map((part, index) => part.values[cursor[index] as number] as Value);
  const starts: Instant[] = [];
  const results: Result[] = [];
  for (const boundary of boundaries) {
    for (let index = 0; index < parts.length; index++) {
      const part = parts[index] as Steps<Value>;
      let step = cursor[index] as number;
      while (step + 1 < part.starts.length && (part.starts[step + 1] as Instant) <= boundary)
        step++;
      cursor[index] = step;
      values[index] = part.values[step] as Value;
    }
    const result = combine(values);
    if (results.length === 0 || !same(results[results.length - 1] as Result, result)) {
      starts.push(boundary);
      results.push(result);
    }
  }
  return { starts, values: results };
}

function sortedUnique(lists: readonly (readonly Instant[])[], from: Instant): Instant[] {
  const all = [from];
  for (const list of lists) {
    for (let index = list.length - 1; index > 0 && (list[index] as Instant) > from; index--) {
      all.push(list[index] as Instant);
    }
  }
  all.sort((a, b) => a - b);
  return all.filter((instant, index) => index === 0 || instant !== all[index - 1]);
}

/** The stretches over which a condition holds for one of two step functions and not for the other. */
export function spansApart<Value>(
  a: Steps<Value>,
  b: Steps<Value>,
  holds: (value: Value) => boolean,
): Span[] {
  if (a === b) return [];
  const apart = combineSteps(
    [a, b],
    ([one, other]) => holds(one as Value) !== holds(other as Value),
  );
  return spansWhere(apart, Boolean);
}

/** How many of the spans cover each instant; empty spans are left out. */
export function countSpans(spans: readonly Span[]): Steps<number> {
  const edges: { at: Instant; change: number }[] = [];
  for (const { from, until } of spans) {
    if (from < until) edges.push({ at: from, change: 1 }, { at: until, change: -1 });
  }
  edges.sort((a, b) => a.at - b.at);
  const starts = [BEGINNING_OF_TIME];
  const values = [0];
  let count = 0;
  for (let index = 0; index < edges.length; ) {
    const at = (edges[index] as { at: Instant }).at;
    while (index < edges.length && edges[index]?.at === at)
      count += edges[index++]?.change as number;
    if (at === Number.POSITIVE_INFINITY) break;
    if (at === BEGINNING_OF_TIME) values[0] = count;
    else if (values[values.length - 1] !== count) {
      starts.push(at);
      values.push(count);
    }
  }
  return { starts, values };
}

/** The stretch two spans share; empty when `from` is not before `until`. */
export function intersect(a: Span, b: Span): Span {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

/** The stretches over which a step function satisfies a condition. */
export function spansWhere<Value>(steps: Steps<Value>, holds: (value: Value) => boolean): Span[] {
  const spans: Span[] = [];
  steps.starts.forEach((from, index) => {
    if (!holds(steps.values[index] as Value)) return;
    const until = steps.starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const last = spans[spans.length - 1];
    if (last && last.until === from) spans[spans.length - 1] = { from: last.from, until };
    else spans.push({ from, until });
  });
  return spans;
}

/** Stretches in order, those that meet or overlap made one. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const whole: Span[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole[whole.length - 1];
    if (last && from <= last.until) {
      whole[whole.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    } else {
      whole.push({ from, until });
    }
  }
  return whole;
}

/** One value within some stretches, another outside. */
export function stepsWithin<Value>(
  spans: readonly Span[],
  inside: Value,
  outside: Value,
): Steps<Value> {
  const starts: Instant[] = [BEGINNING_OF_TIME];
  const values: Value[] = [outside];
  for (const { from, until } of joinSpans(spans)) {
    if (from >= until) continue;
    if (from === BEGINNING_OF_TIME) values[0] = inside;
    else {
      starts.push(from);
      values.push(inside);
    }
    if (until === Number.POSITIVE_INFINITY) break;
    starts.push(until);
    values.push(outside);
  }
  return { starts, values };
}
