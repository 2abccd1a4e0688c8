import { createHash } from 'node:crypto';

/**
 * The sha256, in hex, of what a file says: its values as JSON with sorted keys, so that comments, white
 * space, quoting, aliases and the order of keys change nothing, and every word does.
 * @source models/README.md, rule V-2
 */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const map = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(map)
    .filter((key) => map[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(map[key])}`);
  return `{${members.join(',')}}`;
}
