import type { Finding, Path } from '../read/fault.js';

/** A map as written; empty when something else stands there, which the check of shapes reports. */
export function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

/** A list as written, each entry as a map with its path; empty when something else stands there. */
export function entriesOf(
  owner: Readonly<Record<string, unknown>>,
  key: string,
  path: Path,
): readonly { readonly entry: Readonly<Record<string, unknown>>; readonly path: Path }[] {
  const list = owner[key];
  if (!Array.isArray(list)) return [];
  return list.map((entry, index) => ({ entry: asMap(entry), path: [...path, key, index] }));
}

/** Reports every later use of an id that an earlier entry has. */
export function repeated(
  entries: readonly { readonly entry: Readonly<Record<string, unknown>>; readonly path: Path }[],
  key: string,
  message: (id: string) => string,
): Finding[] {
  const seen = new Set<string>();
  return entries.flatMap(({ entry, path }) => {
    const id = entry[key];
    if (typeof id !== 'string') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [...path, key], message: message(id) }];
  });
}
