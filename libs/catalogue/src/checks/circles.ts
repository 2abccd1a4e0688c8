/** Which keys each key names. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** Circles told of one file; more would say nothing new. */
const MOST_CIRCLES = 20;

/**
 * Finds circles in time that grows with the names alone. Each key is in one circle at most; a key that
 * names itself is in none.
 * @returns each circle as its keys, every one naming the next and the last naming the first
 */
export function circlesIn(names: Names): readonly (readonly string[])[] {
  const left = new Map<string, Set<string>>();
  const namedBy = new Map<string, string[]>();
  for (const [key, named] of names) {
    const others = new Set(named.filter((other) => other !== key && names.has(other)));
    left.set(key, others);
    for (const other of others) {
      const by = namedBy.get(other);
      if (by) by.push(key);
      else namedBy.set(other, [key]);
    }
  }
  const drop = (keys: readonly string[]) => {
    const dropping = [...keys];
    for (let key = dropping.pop(); key !== undefined; key = dropping.pop()) {
      if (!left.delete(key)) continue;
      for (const by of namedBy.get(key) ?? []) {
        const others = left.get(by);
        if (others?.delete(key) && others.size === 0) dropping.push(by);
      }
    }
  };
  drop([...left].flatMap(([key, others]) => (others.size === 0 ? [key] : [])));
  const circles: (readonly string[])[] = [];
  while (left.size > 0 && circles.length < MOST_CIRCLES) {
    const circle = walk(left);
    circles.push(circle);
    drop(circle);
  }
  return circles;
}

/** Every key left names one that is left, so that going on must come back. */
function walk(left: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const way = new Map<string, number>();
  let key = first(left.keys());
  while (!way.has(key)) {
    way.set(key, way.size);
    key = first(left.get(key)?.values() ?? [].values());
  }
  return [...way.keys()].slice(way.get(key));
}

function first(keys: Iterator<string>): string {
  return keys.next().value as string;
}
