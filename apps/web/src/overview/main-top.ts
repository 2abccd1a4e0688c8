/** What is known of a top to choose between several. */
interface Top {
  /** Units right below it. */
  readonly children?: number;
}

/** The top that has at least as much right below it as all others together; undefined: none has. */
export function mainOf<One extends Top>(tops: readonly One[]): One | undefined {
  const size = ({ children = 0 }: Top) => children;
  const [first, ...others] = tops.toSorted((a, b) => size(b) - size(a));
  if (!first || others.length === 0) return first;
  const rest = others.reduce((sum, top) => sum + size(top), 0);
  return size(first) > 0 && size(first) >= rest ? first : undefined;
}
