/** How many letters differ (Levenshtein; letters that changed places count once). */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (next[j - 1] ?? 0) + 1,
        (row[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Those of the candidates that somebody may have meant, the nearest first, three at most. */
export function near(given: string, candidates: readonly string[]): readonly string[] {
  const wanted = given.toLowerCase();
  return candidates
    .map((candidate) => ({ candidate, apart: apart(wanted, candidate.toLowerCase()) }))
    .filter(({ apart: letters }) => letters <= Math.max(1, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function apart(wanted: string, candidate: string): number {
  const whole = distance(wanted, candidate);
  const inside =
    wanted.length >= 3 && (candidate.includes(wanted) || wanted.includes(candidate)) ? 1 : whole;
  return Math.min(whole, inside);
}
