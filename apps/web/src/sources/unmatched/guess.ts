/** A unit that may be meant. */
export interface Candidate {
  readonly unit: string;
  readonly name: string;
}

/** Below it two names are not alike. */
const ALIKE = 0.5;
/** Words that stand in many names and tell none from another. */
const COMMON = new Set([
  'the',
  'and',
  'team',
  'project',
  'group',
  'com',
  'org',
  'git',
  'www',
  'http',
  'https',
]);
const SHORTEST = 3;
const PARTING = /[/\\|>:]+/;

/**
 * The words of what a tool calls a unit, the last part first: in `octo-org/germany-care` the
 * repository says more than its owner.
 */
export function wordsOf(external: string): readonly string[] {
  const parts = external.split(PARTING).toReversed();
  const words = parts.flatMap((part) => plain(part).split(' '));
  return [...new Set(words.filter((word) => word.length >= SHORTEST && !COMMON.has(word)))];
}

/** The unit whose name or key is most like what a tool calls it; undefined where none is like it. */
export function likest<One extends Candidate>(
  external: string,
  candidates: readonly One[],
): One | undefined {
  let best: { readonly one: One; readonly likeness: number } | undefined;
  for (const one of candidates) {
    const likeness = Math.max(...[one.name, one.unit].map((name) => likenessOf(external, name)));
    if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { one, likeness };
  }
  return best?.one;
}

/**
 * How alike two names are, 0–1: the share of pairs of letters that they have in common. What comes
 * before the last part, its owner, counts only where the last part is in the name as well.
 */
function likenessOf(external: string, name: string): number {
  const last = external.split(PARTING).findLast((part) => plain(part) !== '') ?? '';
  const [pairs, named] = [pairsOf(last), pairsOf(name)];
  const alone = shared(pairs, named);
  const isInName = (alone * (pairs.length + named.length)) / 2 >= pairs.length * ALIKE;
  return isInName ? Math.max(alone, shared(pairsOf(external), named)) : alone;
}

function shared(some: readonly string[], others: readonly string[]): number {
  if (some.length === 0 || others.length === 0) return 0;
  const left = [...others];
  let found = 0;
  for (const pair of some) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    found += 1;
  }
  return (2 * found) / (some.length + others.length);
}

const pairsOf = (text: string): readonly string[] =>
  plain(text)
    .split(' ')
    .flatMap((word) =>
      Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2)),
    );

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
