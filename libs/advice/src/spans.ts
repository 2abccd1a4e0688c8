import type { Span } from '#lib/domain';

/** What is left of a span without some others. */
export function without(span: Span, others: readonly Span[]): readonly Span[] {
  let left: readonly Span[] = [span];
  for (const other of others) {
    left = left.flatMap(({ from, until }) =>
      [
        { from, until: Math.min(until, other.from) },
        { from: Math.max(from, other.until), until },
      ].filter((part) => part.from < part.until),
    );
  }
  return left;
}

/** The stretches covered by any of the spans, joined where they touch. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = found[found.length - 1];
    if (last && span.from <= last.until) {
      found[found.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    } else {
      found.push({ from: span.from, until: span.until });
    }
  }
  return found;
}
