/** Letters that may differ, however long the word. */
const MOST_LETTERS = 4;

/** The word that was probably meant: few letters apart from what was written; undefined when none is near. */
export function nearest(written: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.min(MOST_LETTERS, Math.floor(written.length / 2.5))) + 1;
  for (const word of known) {
    if (Math.abs(word.length - written.length) >= least) continue;
    const apart = distance(written.toLowerCase(), word.toLowerCase(), least);
    if (apart < least) {
      best = word;
      least = apart;
    }
  }
  return best;
}

/** Letters to add, drop or change to come from one word to the other; `enough` where they are as many or more. */
function distance(from: string, to: string, enough: number): number {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const here = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      here.push(
        Math.min(
          (above[column] as number) + 1,
          (here[column - 1] as number) + 1,
          (above[column - 1] as number) + same,
        ),
      );
    }
    if (Math.min(...here) >= enough) return enough;
    above = here;
  }
  return above[to.length] as number;
}
