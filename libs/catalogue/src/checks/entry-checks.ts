import type { Dictionary, MilestoneEntry, MilestoneKey } from '#lib/domain';
import type { Finding, Path } from '../read/fault.js';
import { checkKey } from './expression-checks.js';
import { asMap, repeated } from './raw.js';

type Located = { readonly entry: Readonly<Record<string, unknown>>; readonly path: Path };

/**
 * What the shape of dictionary entries does not tell: keys that stand twice, milestones nobody defined,
 * circles of `impliedBy`, another meaning than the one that `known` holds.
 * @param known what others define: the dictionary without the entries these ones may change
 * @source models/README.md, rules M-3 to M-6
 */
export function checkEntries(entries: readonly Located[], known: Dictionary): Finding[] {
  const own = new Set(
    entries.flatMap(({ entry }) => (typeof entry.key === 'string' ? [entry.key] : [])),
  );
  const keys = new Set([...known.keys(), ...own]);
  return [
    ...repeated(entries, 'key', (key) => `\`${key}\` is defined twice. Take one out.`),
    ...entries.flatMap((entry) => unknownKeys(entry, keys)),
    ...circles(entries, known),
    ...entries.flatMap((entry) => otherMeaning(entry, known)),
  ];
}

function unknownKeys({ entry, path }: Located, keys: ReadonlySet<string>): Finding[] {
  return ['impliedBy', 'dependsOn'].flatMap((list) =>
    texts(entry[list]).flatMap((key, index) => {
      const at = [...path, list, index];
      if (key === entry.key)
        return [{ path: at, message: 'A milestone does not name itself. Take it out.' }];
      return checkKey(key, at, keys);
    }),
  );
}

function circles(entries: readonly Located[], known: Dictionary): Finding[] {
  const impliedBy = new Map<string, readonly string[]>(
    [...known.values()].map((entry) => [entry.key, entry.impliedBy]),
  );
  for (const { entry } of entries) {
    if (typeof entry.key === 'string') impliedBy.set(entry.key, texts(entry.impliedBy));
  }
  return entries.flatMap(({ entry, path }) => {
    if (typeof entry.key !== 'string') return [];
    const way = wayBack(entry.key, impliedBy);
    if (!way || way.length < 2) return [];
    const message = `\`impliedBy\` runs in a circle: ${[entry.key, ...way].join(' ← ')}. Take one step out.`;
    return [{ path: [...path, 'impliedBy'], message }];
  });
}

/** The steps from a key along `impliedBy` back to itself; undefined when there is no way back. */
function wayBack(
  key: string,
  impliedBy: ReadonlyMap<string, readonly string[]>,
): string[] | undefined {
  const cameFrom = new Map<string, string>();
  const queue = [key];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const next of impliedBy.get(at) ?? []) {
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, at);
      if (next !== key) {
        queue.push(next);
        continue;
      }
      const way = [key];
      for (let back = at; back !== key; back = cameFrom.get(back) as string) way.unshift(back);
      return way;
    }
  }
  return undefined;
}

function otherMeaning({ entry, path }: Located, known: Dictionary): Finding[] {
  const held = known.get(entry.key as MilestoneKey);
  if (!held) return [];
  const findings: Finding[] = [];
  const validity = typeof entry.validity === 'string' ? entry.validity : undefined;
  if (validity !== held.validity?.iso) {
    const there = held.validity ? `\`validity: ${held.validity.iso}\`` : 'no `validity`';
    findings.push({ path: [...path, 'validity'], message: conflict(held.key, there) });
  }
  if (sorted(texts(entry.impliedBy)) !== sorted(held.impliedBy)) {
    const there = held.impliedBy.length
      ? `\`impliedBy: [${held.impliedBy.join(', ')}]\``
      : 'no `impliedBy`';
    findings.push({ path: [...path, 'impliedBy'], message: conflict(held.key, there) });
  }
  return findings;
}

function conflict(key: string, there: string): string {
  return `\`${key}\` is defined elsewhere with ${there}. Write the same, or choose another key.`;
}

/** Whether two entries mean the same, whatever their wording. @source models/README.md, rule M-5 */
export function sameMeaning(one: MilestoneEntry, other: MilestoneEntry): boolean {
  return (
    one.validity?.iso === other.validity?.iso && sorted(one.impliedBy) === sorted(other.impliedBy)
  );
}

function sorted(keys: readonly string[]): string {
  return [...new Set(keys)].sort().join(' ');
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The entries of a file's `milestones` list. */
export function writtenEntries(file: unknown): readonly Located[] {
  const { milestones } = asMap(file);
  if (!Array.isArray(milestones)) return [];
  return milestones.map((entry, index) => ({ entry: asMap(entry), path: ['milestones', index] }));
}
