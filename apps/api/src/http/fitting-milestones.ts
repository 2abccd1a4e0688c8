import type { MilestoneEntry } from '#lib/domain';

/** An entry of the dictionary, and by what it is ordered. */
export interface Placed {
  readonly entry: MilestoneEntry;
  readonly place: string;
}

export const unranked = (entry: MilestoneEntry): Placed => ({ entry, place: entry.key });

/** The entries that hold every word of a text somewhere, placed by how well they fit it. */
export function fitting(entries: readonly MilestoneEntry[], q: string): Placed[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  const whole = words.join(' ');
  return entries.flatMap((entry) => {
    const rank = rankOf(entry, whole, words);
    return rank === undefined ? [] : [{ entry, place: `${rank} ${entry.key}` }];
  });
}

/**
 * 0: it is its key or title; 1: its key begins so; 2: its title does; 3: words of both begin so; 4: they
 * hold it; 5: what it means, or its references, do; undefined: it does not fit.
 */
function rankOf(
  entry: MilestoneEntry,
  whole: string,
  words: readonly string[],
): number | undefined {
  const [key, title] = [plain(entry.key), plain(entry.title)];
  if (key === whole || title === whole) return 0;
  if (key.startsWith(whole)) return 1;
  if (title.startsWith(whole)) return 2;
  const names = ` ${key.replace(/[.-]/g, ' ')} ${title} ${key}`;
  if (words.every((word) => names.includes(` ${word}`))) return 3;
  if (words.every((word) => names.includes(word))) return 4;
  const rest = plain([entry.means, ...Object.values(entry.references).flat()].join(' '));
  return words.every((word) => names.includes(word) || rest.includes(word)) ? 5 : undefined;
}

/** Without regard to case and accents. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
}
