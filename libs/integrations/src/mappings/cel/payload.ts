/** By this key the evaluator tells classes of values apart. */
const TAKEN = 'constructor';

/**
 * A value of JSON as expressions can see it: itself, or, where a map in it has a key `constructor`, a copy
 * without those.
 */
export function evaluable(value: unknown): unknown {
  return hasTaken(value) ? withoutTaken(value) : (value ?? null);
}

function hasTaken(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasTaken);
  if (Object.hasOwn(value, TAKEN)) return true;
  for (const key in value) {
    if (hasTaken((value as Readonly<Record<string, unknown>>)[key])) return true;
  }
  return false;
}

function withoutTaken(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutTaken);
  const kept = Object.entries(value).filter(([key]) => key !== TAKEN);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutTaken(inner)]));
}
