import type { Dictionary, MilestoneKey } from '#lib/domain';
import type { Finding, Path } from '../read/fault.js';
import { circlesIn } from './circles.js';
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
  const own = new Map<string, Path>();
  for (const { entry, path } of entries) {
    if (typeof entry.key !== 'string') continue;
    impliedBy.set(entry.key, texts(entry.impliedBy));
    own.set(entry.key, path);
  }
  return circlesIn(impliedBy).flatMap((circle) => {
    const at = circle.findIndex((key) => own.has(key));
    const path = own.get(circle[at] ?? '');
    if (!path) return [];
    const way = [...circle.slice(at), ...circle.slice(0, at), circle[at]].join(' ← ');
    const message = `\`impliedBy\` runs in a circle: ${way}. Take one step out.`;
    return [{ path: [...path, 'impliedBy'], message }];
  });
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
