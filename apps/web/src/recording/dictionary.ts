import type { Schemas } from '#lib/client';

type Milestone = Schemas['Milestone'];
type Model = Schemas['Model'];

/** What a milestone is looked for by, the strongest first. */
const FIELDS: readonly ((entry: Milestone) => string)[] = [
  ({ title }) => title,
  ({ key }) => key.replaceAll(/[.-]/g, ' '),
  ({ references, category = '' }) => [category, ...Object.values(references).flat()].join(' '),
  ({ means }) => means,
];

/**
 * Milestones that every word of a text leads to, the best match first: by the beginning of words of
 * the title, of the key, of what other standards call it, or of what it means.
 */
export function findMilestones(entries: readonly Milestone[], text: string): readonly Milestone[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return entries;
  return entries
    .flatMap((entry) => {
      const rank = rankOf(entry, wanted);
      return rank === undefined ? [] : [{ entry, rank }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

function rankOf(entry: Milestone, wanted: readonly string[]): number | undefined {
  const fields = FIELDS.map((field) => wordsOf(field(entry)));
  const ranks = wanted.map((word) =>
    fields.findIndex((words) => words.some((one) => one.startsWith(word))),
  );
  if (ranks.includes(-1)) return undefined;
  const begins = (field: number) => fields[field]?.[0]?.startsWith(wanted[0] ?? '') ?? false;
  // what a key begins with is what it is about; a title may begin with any word
  const lead = begins(1) ? 0 : begins(0) ? 0.25 : 0.5;
  return ranks.reduce((sum, rank) => sum + rank, lead);
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** What a milestone means, others that it names called by their titles instead of their keys. */
export function meaningOf({ means }: Milestone, entries: readonly Milestone[]): string {
  return means.replaceAll(/`([^`]*)`/g, (_, key: string) => {
    const named = entries.find((entry) => entry.key === key);
    return named ? `“${named.title}”` : key;
  });
}

/** Milestones of which some model asks how far they are in place, not only whether. */
export function withDegrees(models: readonly Model[]): ReadonlySet<string> {
  return new Set(models.flatMap(degreesOf));
}

function degreesOf({ policy, stages, dimensions, items = [] }: Model): readonly string[] {
  const criteria = [
    ...stages.flatMap((stage) => stage.criteria),
    ...dimensions.flatMap(({ levels }) => levels.flatMap((level) => level.criteria)),
    ...items,
  ];
  const scored = policy === 'scored' ? items.flatMap(({ milestones }) => milestones) : [];
  return [...scored, ...criteria.flatMap(({ when }) => gradedIn(when))];
}

function gradedIn(when: unknown): readonly string[] {
  if (typeof when !== 'object' || when === null) return [];
  const { milestone, degree } = when as { milestone?: unknown; degree?: unknown };
  const own = typeof milestone === 'string' && degree !== undefined ? [milestone] : [];
  return [...own, ...Object.values(when).flatMap(gradedIn)];
}
